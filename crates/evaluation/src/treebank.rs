//! Treebanks with their tokens: parts of speech, lemmas, governors and relations, at our words.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{BufRead, BufReader},
    path::Path,
};

use flate2::read::GzDecoder;

use crate::{EvaluationError, answer::Range};

/// A token of a treebank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) lemma: String,
    pub(crate) upos: String,
    /// Its governor in the sentence, counted from 1; 0 for the root.
    governor: usize,
    pub(crate) relation: String,
    /// Its code points in the document.
    place: Range,
}

/// One document: the text rebuilt from its sentences, each paragraph on a line of its own, and their tokens.
#[derive(Clone, Debug, Default)]
pub(crate) struct ParsedDocument {
    pub(crate) id: String,
    pub(crate) text: String,
    sentences: Vec<Vec<Token>>,
}

/// What a treebank says of one of our words.
pub(crate) struct Expected<'a> {
    pub(crate) word: usize,
    /// The word on which it depends; none for the root.
    pub(crate) governor: Option<usize>,
    pub(crate) token: &'a Token,
    /// Whether word and token are the same characters.
    pub(crate) whole: bool,
}

/// Reads the documents of a gzipped CoNLL-U file.
pub(crate) fn read(path: &Path) -> Result<Vec<ParsedDocument>, EvaluationError> {
    let unreadable = |source| EvaluationError::Read { path: path.to_owned(), source };
    let file = File::open(path).map_err(unreadable)?;
    let lines = BufReader::new(GzDecoder::new(file)).lines().collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
    let format = |problem| EvaluationError::Format { path: path.to_owned(), problem };
    parse(lines.iter().map(String::as_str)).ok_or_else(|| format("a sentence has no document, text or columns"))
}

/// A sentence while its lines are read.
#[derive(Default)]
struct Pending<'l> {
    opens_paragraph: bool,
    text: Option<&'l str>,
    rows: Vec<Vec<&'l str>>,
}

fn parse<'l>(lines: impl Iterator<Item = &'l str>) -> Option<Vec<ParsedDocument>> {
    let mut documents: Vec<ParsedDocument> = Vec::new();
    let mut pending = Pending::default();
    for line in lines.chain([""]) {
        if let Some(id) = line.strip_prefix("# newdoc id = ") {
            documents.push(ParsedDocument { id: id.to_owned(), ..ParsedDocument::default() });
        } else if line.starts_with("# newpar") {
            pending.opens_paragraph = true;
        } else if let Some(text) = line.strip_prefix("# text = ") {
            pending.text = Some(text);
        } else if line.is_empty() && !pending.rows.is_empty() {
            documents.last_mut()?.push(&std::mem::take(&mut pending))?;
        } else if !line.is_empty() && !line.starts_with('#') {
            pending.rows.push(line.split('\t').collect());
        }
    }
    Some(documents)
}

impl ParsedDocument {
    fn push(&mut self, sentence: &Pending<'_>) -> Option<()> {
        let text = sentence.text?;
        if !self.text.is_empty() {
            self.text.push(if sentence.opens_paragraph { '\n' } else { ' ' });
        }
        self.sentences.push(located(&sentence.rows, text, self.text.chars().count())?);
        self.text.push_str(text);
        Some(())
    }

    /// What the treebank says of words at these code points. A token belongs to the first word that it touches. Of a word
    /// with several tokens ("15-year") the one whose governor is outside speaks; words inside a token, and those whose
    /// governor is in no word, are left out.
    pub(crate) fn expected(&self, words: &[Range]) -> Vec<Expected<'_>> {
        self.sentences.iter().flat_map(|tokens| of_sentence(tokens, words)).collect()
    }
}

fn of_sentence<'a>(tokens: &'a [Token], words: &[Range]) -> Vec<Expected<'a>> {
    let first_word = |&(start, end): &Range| {
        let first = words.partition_point(|word| word.1 <= start);
        words.get(first).is_some_and(|word| word.0 < end).then_some(first)
    };
    let places: Vec<Option<usize>> = tokens.iter().map(|token| first_word(&token.place)).collect();
    let mut held: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, word) in places.iter().enumerate() {
        held.entry(word.unwrap_or(usize::MAX)).or_default().push(index);
    }
    held.remove(&usize::MAX);
    let speaks = |(word, inside): (usize, Vec<usize>)| {
        let outside = |&&index: &&usize| !inside.iter().any(|&other| other + 1 == tokens[index].governor);
        let token = &tokens[*inside.iter().find(outside).or(inside.first())?];
        let governor = match token.governor.checked_sub(1) {
            Some(index) => Some((*places.get(index)?)?),
            None => None,
        };
        (token.relation != "goeswith").then(|| Expected { word, governor, token, whole: words[word] == token.place })
    };
    held.into_iter().filter_map(speaks).collect()
}

/// The tokens of a sentence with their places; `offset` is that of its text. The parts of a contraction whose letters
/// differ from its spelling share its place.
fn located(rows: &[Vec<&str>], text: &str, offset: usize) -> Option<Vec<Token>> {
    let text: Vec<char> = text.chars().collect();
    let length = |form: &str| form.chars().count();
    let mut tokens = Vec::new();
    let mut at = 0;
    let mut shared: Option<(usize, usize, Range)> = None;
    for row in rows.iter().filter(|row| !row[0].contains('.')) {
        while text.get(at).is_some_and(|c| c.is_whitespace()) {
            at += 1;
        }
        if let Some((first, last)) = row[0].split_once('-') {
            let (first, last) = (first.parse().ok()?, last.parse().ok()?);
            let number = |row: &&Vec<&str>| row[0].parse::<usize>().is_ok_and(|id| (first..=last).contains(&id));
            let parts: String = rows.iter().filter(number).map(|row| row[1]).collect();
            shared = (parts != row[1]).then(|| (first, last, (at, at + length(row[1]))));
            continue;
        }
        let id: usize = row[0].parse().ok()?;
        let whole = shared.filter(|(first, last, _)| (*first..=*last).contains(&id));
        let place = whole.map_or((at, at + length(row[1])), |(_, _, place)| place);
        at = if whole.is_some_and(|(_, last, _)| last != id) { at } else { place.1 };
        tokens.push(token(row, (offset + place.0, offset + place.1))?);
    }
    Some(tokens)
}

fn token(row: &[&str], place: Range) -> Option<Token> {
    Some(Token {
        lemma: (*row.get(2)?).to_owned(),
        upos: (*row.get(3)?).to_owned(),
        governor: row.get(6)?.parse().unwrap_or(0),
        relation: (*row.get(7)?).to_owned(),
        place,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: &str = "# newdoc id = d1\n# newpar\n# text = One can't.\n1\tOne\tone\tPRON\t_\t_\t2\tnsubj\t_\t_\n\
                        2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tcan\tcan\tAUX\t_\t_\t0\troot\t_\t_\n\
                        3\tnot\tnot\tPART\t_\t_\t2\tadvmod\t_\t_\n4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n\
                        # newpar\n# text = A 15-year plan\n1\tA\ta\tDET\t_\t_\t5\tdet\t_\t_\n\
                        2\t15\t15\tNUM\t_\t_\t4\tnummod\t_\t_\n3\t-\t-\tPUNCT\t_\t_\t4\tpunct\t_\t_\n\
                        4\tyear\tyear\tNOUN\t_\t_\t5\tcompound\t_\t_\n5\tplan\tplan\tNOUN\t_\t_\t0\troot\t_\t_";

    #[test]
    fn tokens_are_placed_in_the_rebuilt_text() {
        let documents = parse(ROWS.lines()).unwrap();
        assert_eq!(documents[0].text, "One can't.\nA 15-year plan");
        let places: Vec<_> = documents[0].sentences.iter().flatten().map(|token| token.place).collect();
        // "can" and "not" are not written like that, so they share the place of "can't".
        let expected = [(0, 3), (4, 9), (4, 9), (9, 10), (11, 12), (13, 15), (15, 16), (16, 20), (21, 25)];
        assert_eq!(places, expected);
    }

    #[test]
    fn the_token_with_a_governor_outside_speaks_for_its_word() {
        let documents = parse(ROWS.lines()).unwrap();
        let words = [(0, 3), (4, 6), (6, 9), (9, 10), (11, 12), (13, 20), (21, 25)];
        let expected: Vec<_> = documents[0]
            .expected(&words)
            .into_iter()
            .map(|expected| (expected.word, expected.governor, expected.token.relation.as_str(), expected.whole))
            .collect();
        let whole = [
            (0, Some(1), "nsubj", true),
            (1, None, "root", false),
            (3, Some(1), "punct", true),
            (4, Some(6), "det", true),
            (5, Some(6), "compound", false),
            (6, None, "root", true),
        ];
        assert_eq!(expected, whole);
    }
}
