//! Documents of a Universal Dependencies treebank, with the text rebuilt from their sentences.

use std::{
    fs::File,
    io::{BufRead, BufReader},
    path::Path,
};

use dateline_text::{Byte, Span};
use flate2::read::GzDecoder;

use crate::EvaluationError;

/// One document of a treebank.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct TreebankDocument {
    pub(crate) id: String,
    /// The rebuilt text: paragraphs (`# newpar`) on lines of their own, the sentences of a paragraph joined by a
    /// space where the treebank does not say that there was none.
    pub(crate) text: String,
    /// The sentences, in text order.
    pub(crate) sentences: Vec<Span<Byte>>,
    /// Indices of the sentences that are the last of their paragraph.
    pub(crate) last_of_paragraph: Vec<usize>,
}

/// Reads the documents of a gzipped CoNLL-U file.
pub(crate) fn read(path: &Path) -> Result<Vec<TreebankDocument>, EvaluationError> {
    let unreadable = |source| EvaluationError::Read { path: path.to_owned(), source };
    let file = File::open(path).map_err(unreadable)?;
    let lines = BufReader::new(GzDecoder::new(file)).lines().collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
    parse(lines.iter().map(String::as_str)).ok_or(EvaluationError::Format {
        path: path.to_owned(),
        problem: "a sentence stands before the first document",
    })
}

fn parse<'l>(lines: impl Iterator<Item = &'l str>) -> Option<Vec<TreebankDocument>> {
    let mut documents: Vec<TreebankDocument> = Vec::new();
    let mut paragraph_starts = true;
    let mut space_after = true;
    for line in lines {
        if let Some(id) = line.strip_prefix("# newdoc id = ") {
            documents.push(TreebankDocument { id: id.to_owned(), ..TreebankDocument::default() });
            paragraph_starts = true;
        } else if line.starts_with("# newpar id") || line == "# newpar" {
            paragraph_starts = true;
        } else if let Some(sentence) = line.strip_prefix("# text = ") {
            documents.last_mut()?.push(sentence, paragraph_starts, space_after);
            paragraph_starts = false;
        } else if line.starts_with(|c: char| c.is_ascii_digit()) {
            space_after = !line.rsplit('\t').next().unwrap_or_default().split('|').any(|misc| misc == "SpaceAfter=No");
        }
    }
    for document in &mut documents {
        document.last_of_paragraph.push(document.sentences.len().saturating_sub(1));
    }
    Some(documents)
}

impl TreebankDocument {
    fn push(&mut self, sentence: &str, paragraph_starts: bool, space_before: bool) {
        let sentence = sentence.trim();
        if !self.text.is_empty() {
            if paragraph_starts {
                self.last_of_paragraph.push(self.sentences.len() - 1);
                self.text.push('\n');
            } else if space_before {
                self.text.push(' ');
            }
        }
        let start = self.text.len();
        self.text.push_str(sentence);
        self.sentences.push(Span::from(start..self.text.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_join_as_the_treebank_says() {
        let lines = "# newdoc id = d1\n# newpar\n# text = One.\n1\tOne\t_\t_\tSpaceAfter=No\n2\t.\t_\t_\tSpaceAfter=No\n\
                     # text = Two.\n1\tTwo.\t_\t_\t_\n# text = Three.\n1\tThree.\t_\t_\t_\n# newpar\n# text = Four.";
        let documents = parse(lines.lines()).unwrap();
        assert_eq!(documents[0].text, "One.Two. Three.\nFour.");
        assert_eq!(documents[0].last_of_paragraph, [2, 3]);
        assert_eq!(documents[0].sentences.len(), 4);
    }
}
