//! Many articles on the command line.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
};

use serde_json::Value;

use crate::cli::{dateline, text};

/// A folder of its own for one test, removed when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("dateline-{name}-{}", process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    fn write(&self, name: &str, content: &str) -> String {
        fs::write(self.0.join(name), content).unwrap();
        self.file(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that stays behind harms no other test.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// As many lines, some of them blank and some bad.
fn input(count: usize) -> String {
    let line = |i: usize| match i % 7 {
        3 => "\n".to_owned(),
        5 => "{\"body\":\n".to_owned(),
        _ => format!("{{\"id\":\"{i}\",\"body\":\"Rain fell on {i} March, said Ann Roe.\"}}\n"),
    };
    (0..count).map(line).collect()
}

#[test]
fn lines_from_files_and_from_standard_input_get_the_same_lines() {
    let folder = Folder::new("lines");
    let lines = input(20);
    let (first, second) = lines.split_at(lines.match_indices('\n').nth(9).unwrap().0);
    let (one, two) = (folder.write("1", first), folder.write("2", second));
    let from_stdin = dateline(&["extract", "--ndjson", "-"], lines.as_bytes());
    assert_eq!(from_stdin.status.code(), Some(3));
    assert_eq!(text(&from_stdin.stderr), "17 documents, 3 with a problem\n");
    let allowed = dateline(&["extract", "--ndjson", "--allow-problems", "-"], lines.as_bytes());
    assert!(allowed.status.success() && allowed.stdout == from_stdin.stdout);
    let answers: Vec<Value> =
        text(&from_stdin.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (problems, found): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer["code"] == "json_malformed");
    assert_eq!((problems.len(), found.len()), (3, 14));
    assert_eq!(problems[0]["instance"], "urn:dateline:request:extract#6");
    assert_eq!(found.last().unwrap()["id"], "18");
    let ids = |bytes: &[u8]| -> Vec<Value> {
        text(bytes).lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].clone()).collect()
    };
    let output = folder.file("out");
    let from_files = dateline(&["extract", "--ndjson", "--allow-problems", "--output", &output, &one, &two], b"");
    assert!(from_files.status.success() && from_files.stdout.is_empty(), "{}", text(&from_files.stderr));
    assert_eq!(ids(&fs::read(&output).unwrap()), ids(&from_stdin.stdout));
}

#[test]
fn an_interrupted_run_is_continued_to_the_same_bytes() {
    let folder = Folder::new("resume");
    let (lines, output) = (folder.write("in", &input(30)), folder.file("out"));
    let run = |more: &[&str]| {
        dateline(&[&["extract", "--ndjson", "--allow-problems", "--output", &output, &lines], more].concat(), b"")
    };
    assert!(run(&["--resume"]).status.success());
    let whole = fs::read(&output).unwrap();
    for cut in [0, 10, whole.len() / 2, whole.len() - 1, whole.len()] {
        fs::write(&output, &whole[..cut]).unwrap();
        let resumed = run(&["--resume"]);
        assert!(resumed.status.success(), "{}", text(&resumed.stderr));
        assert!(fs::read(&output).unwrap() == whole, "cut at {cut}");
    }
    let refused = run(&[]);
    assert!(!refused.status.success() && text(&refused.stderr).contains("cannot write to"));
    assert!(fs::read(&output).unwrap() == whole);
}

#[test]
fn an_output_of_other_files_is_not_continued() {
    let folder = Folder::new("other");
    let (lines, output) = (folder.write("in", &input(8)), folder.file("out"));
    for content in ["{}\n", &"{}\n".repeat(100)] {
        fs::write(&output, content).unwrap();
        let refused = dateline(&["extract", "--ndjson", "--output", &output, "--resume", &lines], b"");
        assert_eq!(refused.status.code(), Some(1));
        assert!(text(&refused.stderr).contains("cannot be continued"), "{}", text(&refused.stderr));
        assert_eq!(fs::read_to_string(&output).unwrap(), content);
    }
}

#[test]
fn a_line_that_ends_the_batch_ends_the_run_with_code_1() {
    let article = "{\"body\":\"Rain fell.\"}\n";
    for (defaults, allowed) in [("{\"title\": \"x\"}", false), ("{\"options\": {\"include\": [\"verbs\"]}}", true)] {
        let input = format!("{{\"defaults\": {defaults}}}\n{article}");
        let allow: &[&str] = if allowed { &["--allow-problems"] } else { &[] };
        let output = dateline(&[&["extract", "--ndjson", "-"], allow].concat(), input.as_bytes());
        assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
        assert!(text(&output.stderr).contains("the rest of the input was not read"), "{}", text(&output.stderr));
        assert_eq!(text(&output.stdout).lines().count(), 1);
    }
    let used = dateline(&["extract", "--ndjson", "-"], format!("{{\"defaults\": {{}}}}\n{article}").as_bytes());
    assert_eq!(used.status.code(), Some(0), "{}", text(&used.stderr));
}

#[test]
fn a_file_that_cannot_be_read_ends_the_run_after_what_could() {
    let folder = Folder::new("missing");
    let lines = folder.write("in", "{\"body\":\"Rain fell.\"}\n");
    let missing = folder.file("none");
    let output = dateline(&["extract", "--ndjson", &lines, &missing], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout).lines().count(), 1);
    assert!(text(&output.stderr).contains("cannot read") && text(&output.stderr).contains("none"));
    assert!(!Path::new(&missing).exists());
}
