//! Files, folders and standard input.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use serde_json::{Map, Value};

use super::{InputArgs, encoding};

/// Endings of the files of a folder that are read.
const EXTENSIONS: &[&str] = &["txt", "html", "htm", "xhtml"];

/// Endings of files in HTML.
const HTML: &[&str] = &["html", "htm", "xhtml"];

/// Folders inside one another that are entered.
const DEPTH_MAX: usize = 32;

/// An article as it is in a file.
pub(super) struct Input {
    pub(super) text: String,
    pub(super) is_html: bool,
}

/// The files that these names mean; those of a folder in the order of their names.
pub(super) fn expand(names: &[String]) -> Result<Vec<String>, (String, io::Error)> {
    let mut files = Vec::new();
    for name in names {
        let path = Path::new(name);
        if name != "-" && path.is_dir() {
            let before = files.len();
            folder(path, DEPTH_MAX, &mut files).map_err(|error| (name.clone(), error))?;
            if files.len() == before {
                let error = io::Error::other("the folder holds no file that ends in .txt, .html, .htm or .xhtml");
                return Err((name.clone(), error));
            }
        } else {
            files.push(name.clone());
        }
    }
    Ok(files)
}

fn folder(path: &Path, depth: usize, files: &mut Vec<String>) -> io::Result<()> {
    let mut entries: Vec<PathBuf> = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            if depth > 0 && !entry.is_symlink() {
                folder(&entry, depth - 1, files)?;
            }
        } else if has_extension(&entry, EXTENSIONS) {
            files.push(entry.display().to_string());
        }
    }
    Ok(())
}

fn has_extension(path: &Path, known: &[&str]) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| known.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// Opens a file, or standard input for `-`.
pub(super) fn open(name: &str) -> io::Result<Box<dyn Read>> {
    Ok(if name == "-" { Box::new(io::stdin()) } else { Box::new(File::open(name)?) })
}

/// Reads an article.
pub(super) fn read(name: &str, args: &InputArgs, bytes_max: usize) -> io::Result<Input> {
    let mut bytes = Vec::new();
    // One byte beyond the limit tells a file that is too long from one that just fits.
    open(name)?.take(bytes_max as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > bytes_max {
        return Err(io::Error::other(format!("it has more than {bytes_max} bytes")));
    }
    let text = encoding::decode(&bytes, args.encoding).map_err(io::Error::other)?;
    if is_json(&text) {
        let hint = "it holds JSON, not the text of an article; --ndjson reads requests, one on each line";
        return Err(io::Error::other(hint));
    }
    Ok(Input { text, is_html: has_extension(Path::new(name), HTML) })
}

/// Whether a text is JSON (an object, or a list of them), or NDJSON, whose first line is an object.
fn is_json(text: &str) -> bool {
    let is_object = |text: &str| text.starts_with('{') && serde_json::from_str::<Map<String, Value>>(text).is_ok();
    let is_list = |text: &str| {
        text.starts_with('[')
            && serde_json::from_str::<Vec<Map<String, Value>>>(text).is_ok_and(|list| !list.is_empty())
    };
    let text = text.trim();
    is_object(text) || is_list(text) || text.lines().next().is_some_and(|line| is_object(line.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_told_from_prose() {
        for (text, expected) in [
            ("{\"body\": \"Rain.\"}", true),
            (" {\n \"body\":\n \"Rain.\"}\n", true),
            ("{\"body\": \"Rain.\"}\n{\"body\": \"Snow.\"}\n", true),
            ("[{\"body\": \"Rain.\"}]", true),
            ("{\"documents\": [{\"body\": \"Rain.\"}]}", true),
            ("[1]", false),
            ("[]", false),
            ("{sic} he wrote", false),
            ("{\"name\": 1} is what the form held.", false),
            ("Rain fell.", false),
            ("", false),
        ] {
            assert_eq!(is_json(text), expected, "{text}");
        }
    }
}
