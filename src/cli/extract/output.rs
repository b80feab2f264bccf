//! Where the lines of `dateline extract --ndjson` go, and how an interrupted run is continued.

use std::{
    fs::{File, OpenOptions},
    io::{self, BufRead, BufReader, BufWriter, Seek, SeekFrom, Write},
    path::Path,
};

/// An output, and what an earlier run wrote to it.
pub(super) struct Output {
    lines: Box<dyn Write>,
    /// Whole lines that are there already.
    pub(super) done: usize,
    /// The last of them.
    pub(super) last: Vec<u8>,
}

impl Output {
    /// Standard output, a new file, or a file that is continued after its last whole line.
    pub(super) fn open(path: Option<&Path>, resume: bool) -> io::Result<Self> {
        let fresh = |lines| Self { lines, done: 0, last: Vec::new() };
        match path {
            None => Ok(fresh(Box::new(BufWriter::new(io::stdout().lock())))),
            Some(path) if resume && path.exists() => Self::continued(path),
            Some(path) => {
                let file = OpenOptions::new().write(true).create_new(true).open(path)?;
                Ok(fresh(Box::new(BufWriter::new(file))))
            }
        }
    }

    fn continued(path: &Path) -> io::Result<Self> {
        let mut file = OpenOptions::new().read(true).write(true).open(path)?;
        let (done, last, bytes) = whole_lines(&file)?;
        // What follows the last whole line was being written when the run was interrupted.
        file.set_len(bytes)?;
        file.seek(SeekFrom::End(0))?;
        Ok(Self { lines: Box::new(BufWriter::new(file)), done, last })
    }

    pub(super) fn line(&mut self, json: &[u8]) -> io::Result<()> {
        self.lines.write_all(json)?;
        self.lines.write_all(b"\n")
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.lines.flush()
    }
}

/// How many whole lines a file has, the last of them, and how many bytes they take.
fn whole_lines(file: &File) -> io::Result<(usize, Vec<u8>, u64)> {
    let mut reader = BufReader::new(file);
    let (mut count, mut last, mut bytes, mut line) = (0, Vec::new(), 0, Vec::new());
    loop {
        line.clear();
        let length = reader.read_until(b'\n', &mut line)?;
        if line.pop() != Some(b'\n') {
            return Ok((count, last, bytes));
        }
        count += 1;
        bytes += length as u64;
        std::mem::swap(&mut last, &mut line);
    }
}
