//! Words of a short line, and patterns over them.

use std::collections::HashMap;

use super::FurnitureKind;

/// The words and inner marks of a line in lower case, without the marks and arrows at its ends.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    text: String,
    /// Start and end of each word in `text`.
    words: Vec<(usize, usize)>,
}

impl Words {
    /// Splits a line into runs of letters, digits and apostrophes, and single other marks.
    pub(super) fn of(line: &str) -> Self {
        let mut words = Self::default();
        let mut inside = false;
        for c in line.chars() {
            let c = if c == '’' { '\'' } else { c };
            let part = c.is_alphanumeric() || matches!(c, '\'' | '@' | '_');
            if !c.is_whitespace() && !c.is_control() {
                let start = words.text.len();
                if c.is_ascii() {
                    words.text.push(c.to_ascii_lowercase());
                } else {
                    words.text.extend(c.to_lowercase());
                }
                match words.words.last_mut() {
                    Some((_, end)) if part && inside => *end = words.text.len(),
                    _ => words.words.push((start, words.text.len())),
                }
            }
            inside = part;
        }
        let holds = |word: &str| word.starts_with(|c: char| c.is_alphanumeric() || "@#©".contains(c));
        let last = words.iter().enumerate().filter(|(_, word)| holds(word)).last().map_or(0, |(at, _)| at + 1);
        words.words.truncate(last);
        let first = words.iter().position(holds).unwrap_or(last);
        words.words.drain(..first);
        words
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&str> {
        self.words.get(at).map(|&(start, end)| &self.text[start..end])
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|&(start, end)| &self.text[start..end])
    }

    /// Whether the words from `at` on match the elements.
    fn matches(&self, elements: &[Element], at: usize) -> bool {
        let Some((element, rest)) = elements.split_first() else { return at == self.len() };
        let here = |one: bool| one && self.matches(rest, at + 1);
        match element {
            Element::Words(words) => here(self.get(at).is_some_and(|word| words.contains(&word))),
            Element::Optional(words) => {
                here(self.get(at).is_some_and(|word| words.contains(&word))) || self.matches(rest, at)
            }
            Element::Number => here(self.get(at).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))),
            Element::One => here(at < self.len()),
            Element::Any => (at..=self.len()).any(|next| self.matches(rest, next)),
        }
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

/// An element of a pattern.
enum Element {
    /// One of these words.
    Words(Vec<&'static str>),
    /// One of these words, or nothing.
    Optional(Vec<&'static str>),
    /// `#`: a word that starts with a digit.
    Number,
    /// `_`: one word.
    One,
    /// `*`: any number of words.
    Any,
}

impl Element {
    fn of(element: &'static str) -> Self {
        match (element, element.strip_suffix('?')) {
            ("*", _) => Self::Any,
            ("#", _) => Self::Number,
            ("_", _) => Self::One,
            // A question mark alone is the mark itself.
            (_, Some(words)) if !words.is_empty() => Self::Optional(words.split('|').collect()),
            _ => Self::Words(element.split('|').collect()),
        }
    }
}

/// Patterns of whole lines. A pattern is elements between spaces, each a word, alternatives `a|b`, a number `#`, one
/// word `_`, or any words `*`; a final `?` makes words optional.
pub(super) struct Patterns {
    patterns: Vec<(FurnitureKind, Vec<Element>)>,
    /// The patterns that start with a word, by that word.
    by_word: HashMap<&'static str, Vec<usize>>,
    /// The patterns that start otherwise.
    others: Vec<usize>,
}

impl Patterns {
    pub(super) fn new(table: &[(FurnitureKind, &[&'static str])]) -> Self {
        let mut compiled = Self { patterns: Vec::new(), by_word: HashMap::new(), others: Vec::new() };
        for &(kind, patterns) in table {
            for pattern in patterns {
                let elements: Vec<_> = pattern.split(' ').map(Element::of).collect();
                let at = compiled.patterns.len();
                match elements.first() {
                    Some(Element::Words(words)) => {
                        words.iter().for_each(|word| compiled.by_word.entry(word).or_default().push(at));
                    }
                    _ => compiled.others.push(at),
                }
                compiled.patterns.push((kind, elements));
            }
        }
        compiled
    }

    /// The kind of the first pattern that matches.
    pub(super) fn find(&self, words: &Words) -> Option<FurnitureKind> {
        let by_word = words.get(0).and_then(|word| self.by_word.get(word)).map_or(&[][..], Vec::as_slice);
        let candidates = by_word.iter().chain(&self.others);
        let found = candidates.copied().filter(|&at| words.matches(&self.patterns[at].1, 0)).min();
        found.map(|at| self.patterns[at].0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_whole_lines() {
        for (pattern, line, expected) in [
            ("read more", "Read more »", true),
            ("read more", "Read more books", false),
            ("# comment|comments", "24 Comments", true),
            ("back to the? top", "Back to top", true),
            ("back to the? top", "BACK TO THE TOP.", true),
            ("read more : *", "Read more: It rained", true),
            ("we use * cookies to *", "We use our own cookies to help you.", true),
            ("we use * cookies to *", "We use sugar to bake.", false),
            ("editor's picks", "Editor’s picks", true),
        ] {
            let patterns = Patterns::new(&[(FurnitureKind::Share, &[pattern])]);
            assert_eq!(patterns.find(&Words::of(line)).is_some(), expected, "{line}");
        }
    }
}
