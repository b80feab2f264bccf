//! Aliases: which names name one thing.
//!
//! Spellings that differ only in case, accents or full stops are one form. Beyond that, a short form joins the one
//! longer form that it can stand for: the surname a full name, initials or a first word a body. Where two could be
//! meant, a mention joins the only one introduced before it, or stays alone: people are never merged blindly.

use std::collections::{BTreeMap, HashMap};

use dateline_gazetteer::{self as gazetteer, CountryId, Key, Kind};
use dateline_lexicon::person;
use dateline_text::Document;

use crate::names::{EntityKind, Name, heads};

/// Most longer forms that one form is compared with; articles have a handful.
const COMPARED_MAX: usize = 64;

/// Letters that names of one people have in common.
const STEM_CHARS: usize = 4;

/// All names that read alike and have one kind.
struct Form {
    kind: EntityKind,
    /// Folded words, without full stops, articles, legal forms and generational endings.
    parts: Vec<String>,
    /// The country that it names, or whose people it names.
    country: Option<CountryId>,
    /// First letters of its capitalised words, in lower case; empty for a single word.
    initials: String,
    /// Indices of its names, in text order.
    names: Vec<usize>,
}

/// The names of each entity, as indices in text order; the entities in the order of their first names.
pub(super) fn group(document: &Document<'_>, names: &[Name]) -> Vec<Vec<usize>> {
    let forms = forms(document, names);
    let index = Index::new(&forms);
    let mut sets = Sets { parents: (0..forms.len()).collect() };
    let mut order: Vec<usize> = (0..forms.len()).collect();
    order.sort_by_key(|&at| (std::cmp::Reverse(forms[at].parts.len()), at));
    for &at in order.iter().filter(|&&at| !is_single_person(&forms[at])) {
        let longer =
            if forms[at].kind == EntityKind::Person { index.full_names(&forms, at) } else { index.longer(&forms, at) };
        if let [only] = sets.roots(longer)[..] {
            sets.join(only, at);
        }
    }
    let mut lists: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, form) in forms.iter().enumerate() {
        for &name in &form.names {
            let set = if is_single_person(form) { bearer(&forms, &index, &mut sets, at, name) } else { sets.root(at) };
            lists.entry(set).or_default().push(name);
        }
    }
    let mut lists: Vec<Vec<usize>> = lists.into_values().collect();
    for list in &mut lists {
        list.sort_unstable();
    }
    lists.sort_by_key(|list| list[0]);
    lists
}

fn is_single_person(form: &Form) -> bool {
    form.kind == EntityKind::Person && form.parts.len() == 1
}

/// The set that one mention of a single name belongs to: that of the only bearer introduced before it, else that of
/// the only bearer at all, else its own.
fn bearer(forms: &[Form], index: &Index<'_>, sets: &mut Sets, at: usize, name: usize) -> usize {
    for bearers in
        [index.by_last.get(&forms[at].parts[0][..]), index.by_part.get(&forms[at].parts[0][..])].into_iter().flatten()
    {
        let people = || {
            bearers
                .iter()
                .copied()
                .filter(|&bearer| forms[bearer].kind == EntityKind::Person && forms[bearer].parts.len() > 1)
        };
        let introduced = sets.roots(people().filter(|&bearer| forms[bearer].names[0] < name));
        let meant = if introduced.is_empty() { sets.roots(people()) } else { introduced };
        match meant[..] {
            [] => {}
            [only] => return only,
            _ => break,
        }
    }
    sets.root(at)
}

/// Disjoint sets of forms.
struct Sets {
    parents: Vec<usize>,
}

impl Sets {
    fn root(&mut self, mut at: usize) -> usize {
        while self.parents[at] != at {
            self.parents[at] = self.parents[self.parents[at]];
            at = self.parents[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.parents[one.max(other)] = one.min(other);
    }

    /// The distinct sets of some forms; no more than two, which is enough to know that it is not one.
    fn roots(&mut self, forms: impl IntoIterator<Item = usize>) -> Vec<usize> {
        let mut roots = Vec::new();
        for form in forms.into_iter().take(COMPARED_MAX) {
            let root = self.root(form);
            if !roots.contains(&root) {
                roots.push(root);
            }
            if roots.len() == 2 {
                break;
            }
        }
        roots
    }
}

fn forms(document: &Document<'_>, names: &[Name]) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let mut known: HashMap<(EntityKind, Vec<String>), usize> = HashMap::new();
    for (at, name) in names.iter().enumerate() {
        let form = read(name.kind, document.slice(name.span), at);
        let key = (form.kind, form.parts.clone());
        match known.get(&key) {
            Some(&same) => forms[same].names.push(at),
            None => {
                known.insert(key, forms.len());
                forms.push(form);
            }
        }
    }
    forms
}

fn read(kind: EntityKind, text: &str, name: usize) -> Form {
    let country = match kind {
        EntityKind::Location => {
            gazetteer::lookup_folded(text).filter(|entry| entry.is(Kind::Country)).and_then(gazetteer::Entry::country)
        }
        EntityKind::Group => gazetteer::country_of_demonym(text),
        _ => None,
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let initials = if words.len() > 1 { words.iter().map(|word| initials_of(word)).collect() } else { String::new() };
    let mut parts = parts_of(text);
    let is_extra = |part: &String| match kind {
        EntityKind::Person => matches!(part.as_str(), "jr" | "sr" | "ii" | "iii" | "iv") || person::is_honorific(part),
        EntityKind::Organization => heads::is_legal_form(part) || part == ",",
        _ => false,
    };
    while parts.len() > 1 && parts.last().is_some_and(is_extra) {
        parts.pop();
    }
    if parts.len() > 1 && parts[0] == "the" {
        parts.remove(0);
    }
    if kind == EntityKind::Group
        && let Some(singular) = parts.last().and_then(|last| last.strip_suffix('s')).map(str::to_owned)
        && singular.len() > 3
    {
        parts.pop();
        parts.push(singular);
    }
    Form { kind, parts, country, initials, names: vec![name] }
}

/// The folded words of a name; hyphens and the "s" of a genitive do not part them.
fn parts_of(text: &str) -> Vec<String> {
    let key = Key::of(&text.replace(['-', '\u{2010}', '\u{2011}'], "\u{2019}"));
    let mut parts: Vec<String> = Vec::new();
    for part in key.folded().split(' ') {
        match parts.last_mut().filter(|_| part == "s") {
            Some(owner) => owner.push('s'),
            None => parts.push(part.to_owned()),
        }
    }
    parts
}

/// What a word of a name gives to its abbreviation: its capital, or all of a short abbreviation: "US".
fn initials_of(word: &str) -> String {
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let whole = letters.len() <= 3 && letters.iter().all(|c| c.is_uppercase());
    let taken = if whole { letters.len() } else { 1 };
    letters.into_iter().take(taken).filter(|c| c.is_uppercase()).flat_map(char::to_lowercase).collect()
}

/// The stem of the name of a people; `None` for a country.
fn people(form: &Form) -> Option<String> {
    (form.kind == EntityKind::Group).then(|| stem(&form.parts))
}

/// First letters that names of one people share: "Brit", "British", "Britons".
fn stem(parts: &[String]) -> String {
    parts.first().map_or_else(String::new, |part| part.chars().take(STEM_CHARS).collect())
}

/// Forms by the words in them.
struct Index<'f> {
    by_first: HashMap<&'f str, Vec<usize>>,
    by_last: HashMap<&'f str, Vec<usize>>,
    by_part: HashMap<&'f str, Vec<usize>>,
    by_initials: HashMap<&'f str, Vec<usize>>,
    by_country: HashMap<(CountryId, Option<String>), usize>,
}

impl<'f> Index<'f> {
    fn new(forms: &'f [Form]) -> Self {
        let mut index = Self {
            by_first: HashMap::new(),
            by_last: HashMap::new(),
            by_part: HashMap::new(),
            by_initials: HashMap::new(),
            by_country: HashMap::new(),
        };
        for (at, form) in forms.iter().enumerate() {
            let [first, .., last] = &form.parts[..] else {
                if let Some(country) = form.country {
                    index.by_country.entry((country, people(form))).or_insert(at);
                }
                continue;
            };
            index.by_first.entry(first).or_default().push(at);
            index.by_last.entry(last).or_default().push(at);
            for part in &form.parts {
                index.by_part.entry(part).or_default().push(at);
            }
            if !form.initials.is_empty() {
                index.by_initials.entry(&form.initials).or_default().push(at);
            }
            if let Some(country) = form.country {
                index.by_country.entry((country, people(form))).or_insert(at);
            }
        }
        index
    }

    /// Fuller names of the same person: "Luiz Inacio Lula da Silva" for "Lula da Silva", "John Q. Roe" for "John Roe".
    fn full_names(&self, forms: &[Form], at: usize) -> Vec<usize> {
        let form = &forms[at];
        let same_last = form.parts.last().and_then(|last| self.by_last.get(last.as_str())).into_iter().flatten();
        same_last
            .copied()
            .take(COMPARED_MAX)
            .filter(|&other| {
                other != at && forms[other].kind == EntityKind::Person && is_fuller(&forms[other].parts, &form.parts)
            })
            .collect()
    }

    /// Longer names of the same kind that the form can stand for.
    fn longer(&self, forms: &[Form], at: usize) -> Vec<usize> {
        let form = &forms[at];
        if let Some(country) = form.country {
            return self
                .by_country
                .get(&(country, people(form)))
                .copied()
                .filter(|&other| other != at)
                .into_iter()
                .collect();
        }
        let (Some(first), Some(last)) = (form.parts.first(), form.parts.last()) else { return Vec::new() };
        let fits = |other: usize| {
            let longer = &forms[other];
            other != at
                && longer.kind == form.kind
                && longer.parts.len() > form.parts.len()
                && longer.country.is_none()
                && (longer.parts.starts_with(&form.parts) || longer.parts.ends_with(&form.parts))
        };
        let lists: [Option<&Vec<usize>>; 3] = match form.kind {
            EntityKind::Location => [self.by_first.get(first.as_str()).filter(|_| form.parts.len() == 1), None, None],
            EntityKind::Organization => [
                self.by_initials.get(first.as_str()).filter(|_| form.parts.len() == 1),
                self.by_first.get(first.as_str()),
                self.by_last.get(last.as_str()),
            ],
            EntityKind::Group => [None, None, None],
            _ => [self.by_first.get(first.as_str()), self.by_last.get(last.as_str()), None],
        };
        for (rank, list) in lists.into_iter().enumerate() {
            let initials = form.kind == EntityKind::Organization && rank == 0;
            let found: Vec<usize> = list
                .into_iter()
                .flatten()
                .copied()
                .take(COMPARED_MAX)
                .filter(|&other| {
                    if initials {
                        other != at && forms[other].kind == form.kind
                    } else {
                        fits(other) && is_same_place(form, &forms[other])
                    }
                })
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }
}

/// Whether a longer place name is that of the place itself: "New York City" for "New York", but not "York Street".
fn is_same_place(form: &Form, longer: &Form) -> bool {
    form.kind != EntityKind::Location
        || longer.parts.len() == form.parts.len() + 1
            && longer.parts.last().is_some_and(|last| {
                matches!(
                    last.as_str(),
                    "city" | "town" | "province" | "state" | "county" | "region" | "district" | "island"
                )
            })
}

/// Whether one full name can be a fuller form of another that ends in the same word: the same first name or initial,
/// or all of the shorter one's words in order.
fn is_fuller(fuller: &[String], short: &[String]) -> bool {
    let (Some(a), Some(b)) = (fuller.first(), short.first()) else { return false };
    let initial = |one: &String, other: &String| one.chars().count() == 1 && other.starts_with(one.as_str());
    let same_first = a == b || initial(a, b) || initial(b, a);
    let mut rest = fuller.iter();
    let in_order = short.iter().all(|part| rest.any(|other| other == part));
    same_first && (fuller.len() <= 2 || short.len() <= 2 || in_order) || in_order && fuller.len() > short.len()
}
