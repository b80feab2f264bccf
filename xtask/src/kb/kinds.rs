//! What an entity is, from the class that Wikidata names or from the head of its description.

use std::{collections::HashMap, error::Error, fs, path::Path};

use dateline_kb::Kind;

/// Words after which a description says more of what its head names.
const ENDS: &[&str] = &[
    "about",
    "as",
    "at",
    "based",
    "between",
    "by",
    "created",
    "directed",
    "during",
    "established",
    "for",
    "formed",
    "founded",
    "from",
    "headquartered",
    "held",
    "in",
    "located",
    "near",
    "of",
    "on",
    "operated",
    "or",
    "owned",
    "published",
    "specializing",
    "specialising",
    "that",
    "the",
    "to",
    "under",
    "used",
    "which",
    "who",
    "with",
    "within",
    "and",
    "is",
    "was",
];

/// Items of Wikidata that are classes, for the table that has no names of them.
const CLASSES: &[(&str, Kind)] = &[
    ("Q5", Kind::Person),
    ("Q747074", Kind::Settlement),
    ("Q484170", Kind::Settlement),
    ("Q11424", Kind::Work),
    ("Q55488", Kind::Facility),
    ("Q1549591", Kind::Settlement),
    ("Q476028", Kind::Team),
    ("Q27020041", Kind::Event),
    ("Q1093829", Kind::Settlement),
    ("Q515", Kind::Settlement),
    ("Q5398426", Kind::Work),
    ("Q34442", Kind::Facility),
    ("Q262166", Kind::Settlement),
    ("Q23442", Kind::Place),
    ("Q494721", Kind::Settlement),
    ("Q4022", Kind::Place),
    ("Q4830453", Kind::Company),
    ("Q783794", Kind::Company),
    ("Q6881511", Kind::Company),
    ("Q891723", Kind::Company),
    ("Q3957", Kind::Settlement),
    ("Q486972", Kind::Settlement),
    ("Q3918", Kind::Education),
    ("Q6256", Kind::Country),
    ("Q3624078", Kind::Country),
    ("Q7930989", Kind::Settlement),
    ("Q35657", Kind::Region),
    ("Q62049", Kind::Region),
    ("Q34770", Kind::Other),
    ("Q188509", Kind::Settlement),
    ("Q215380", Kind::Organization),
    ("Q5119", Kind::Settlement),
    ("Q7278", Kind::Party),
    ("Q11032", Kind::Media),
    ("Q41710", Kind::Group),
    ("Q7889", Kind::Product),
];

/// Knows what heads of descriptions mean.
pub(super) struct Kinds {
    heads: HashMap<String, Kind>,
}

impl Kinds {
    pub(super) fn read(path: &Path) -> Result<Self, Box<dyn Error>> {
        let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut heads = HashMap::new();
        for line in text.lines().skip(1) {
            let (head, kind) = line.split_once('\t').ok_or("a line of kinds.tsv has two cells")?;
            heads.insert(head.to_owned(), Kind::of_id(kind).ok_or_else(|| format!("kinds.tsv: no kind `{kind}`"))?);
        }
        Ok(Self { heads })
    }

    /// The kind of a class's item.
    pub(super) fn of_class(item: &str) -> Option<Kind> {
        CLASSES.iter().find(|&&(known, _)| known == item).map(|&(_, kind)| kind)
    }

    /// The kind that a description or the name of a class tells.
    pub(super) fn of_description(&self, text: &str) -> Option<Kind> {
        let lower = text.to_lowercase();
        if lower.contains("football team") || lower.contains("football club") {
            return Some(Kind::Team);
        }
        let words: Vec<&str> = lower.split(|c: char| c.is_whitespace() || c == '/').filter(|w| !w.is_empty()).collect();
        let clean = |word: &&str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let mut head = Vec::new();
        for word in &words {
            let ends = ENDS.contains(word);
            if ends && !head.is_empty() {
                break;
            }
            if !ends {
                head.push(clean(word));
            }
            if word.ends_with([',', ';', ':', ')']) {
                break;
            }
        }
        self.last_known(&head).or_else(|| self.last_known(&words.iter().map(clean).collect::<Vec<_>>()))
    }

    /// The kind of the last word, or two, that is known.
    fn last_known(&self, words: &[String]) -> Option<Kind> {
        (0..words.len()).rev().find_map(|at| {
            let pair = at.checked_sub(1).and_then(|before| self.heads.get(&format!("{} {}", words[before], words[at])));
            let word = &words[at];
            let singular = || word.strip_suffix('s').and_then(|singular| self.heads.get(singular));
            pair.or_else(|| self.heads.get(word)).or_else(singular).copied()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_tell_kinds() {
        let kinds = Kinds::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../kb/kinds.tsv")).unwrap();
        for (description, kind) in [
            ("American actor and comedian", Kind::Person),
            ("city in and county seat of El Paso County, Texas", Kind::Settlement),
            ("state of the United States of America", Kind::Region),
            ("Italian association football club", Kind::Team),
            ("1994 film directed by Jane Roe", Kind::Work),
            ("country in Africa", Kind::Country),
            ("public research university in Ohio", Kind::Education),
            ("German political party", Kind::Party),
            ("city of the United States/county seat", Kind::Settlement),
            ("hockey team of the National Hockey League", Kind::Team),
            ("chemical compound", Kind::Other),
        ] {
            assert_eq!(kinds.of_description(description), Some(kind), "{description}");
        }
        assert_eq!(kinds.of_description("qwrtz"), None);
    }
}
