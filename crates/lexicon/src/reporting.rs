//! Reporting verbs: their forms, what they can take as content, and whether they report speech or thought; and the
//! nouns that report.
//!
//! `data/reporting-verbs.tsv` has a row per verb: its dictionary form, with the particle that must follow it after a
//! space; what it reports; and its frames. `data/reporting-nouns.tsv` has a row per noun: the noun, what it reports, and
//! the verb behind it. `data/noun-forms.tsv` lists forms of reporting verbs that are more often nouns.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use crate::inflection::{VerbForm, conjugate};

/// What a source did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Said or wrote it.
    Speech,
    /// Believed, wanted or intended it.
    Thought,
}

/// What a reporting verb can take as its content, in the terms of VerbNet where it has one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one column of the table")]
pub struct Frames {
    /// `clause`: a clause without "that".
    pub bare: bool,
    /// `clause` or `that-clause`: a clause with "that", or a reported question.
    pub that: bool,
    /// `quotation`: a quotation.
    pub quotation: bool,
    /// `addressee`: somebody addressed, before the content.
    pub addressee: bool,
    /// `infinitive`: an infinitive with "to".
    pub infinitive: bool,
    /// `noun`: a noun phrase.
    pub noun: bool,
    /// `object-control`: somebody, and an infinitive that they are to do.
    pub object_control: bool,
    /// `judgment-for`: somebody, and "of" or "for" with what they did.
    pub judgment_for: bool,
    /// `as-predicative`: something, and "as" with what it is.
    pub as_predicative: bool,
}

/// One reporting verb.
#[derive(Clone, Debug)]
pub struct CueVerb {
    /// The dictionary form; a particle behind a space.
    pub lemma: &'static str,
    /// The particle that must follow the verb.
    pub particle: Option<&'static str>,
    /// What it can take.
    pub frames: Frames,
    /// What it reports.
    pub act: Act,
    /// Whether the verb itself denies what it reports.
    pub negative: bool,
}

impl CueVerb {
    /// Whether it reports speech.
    #[must_use]
    pub fn speech(&self) -> bool {
        self.act == Act::Speech
    }

    /// Whether it can stand beside a quotation.
    #[must_use]
    pub fn quotes(&self) -> bool {
        self.frames.quotation
    }
}

/// A word form that can be a cue.
#[derive(Clone, Copy, Debug)]
pub struct CueForm {
    /// The verb, without a particle where it can stand alone.
    pub cue: &'static CueVerb,
    /// Its readings, with a particle or without.
    readings: &'static [usize],
    /// How it is inflected; a past that is also the participle is a past.
    pub tense: VerbForm,
}

impl CueForm {
    /// The verb that this form is before the word `next`: with its particle, or alone; `None` where it needs one.
    #[must_use]
    pub fn before(self, next: &str) -> Option<&'static CueVerb> {
        let particle = self.readings().find(|verb| verb.particle == Some(next));
        particle.or_else(|| self.cue.particle.is_none().then_some(self.cue))
    }

    /// The verbs that this form can be, with and without particles, in the order of the table.
    pub fn readings(self) -> impl Iterator<Item = &'static CueVerb> {
        self.readings.iter().map(|&verb| &REPORTING.verbs[verb])
    }
}

struct Reporting {
    verbs: Vec<CueVerb>,
    forms: HashMap<String, (Vec<usize>, VerbForm)>,
    nouns: HashMap<&'static str, (&'static str, Act)>,
    noun_forms: HashSet<&'static str>,
}

static REPORTING: LazyLock<Reporting> = LazyLock::new(|| {
    let mut reporting = Reporting {
        verbs: Vec::new(),
        forms: HashMap::new(),
        nouns: HashMap::new(),
        noun_forms: include_str!("../data/noun-forms.tsv").lines().collect(),
    };
    for verb in include_str!("../data/reporting-verbs.tsv").lines().filter_map(verb) {
        reporting.add(verb);
    }
    for row in include_str!("../data/reporting-nouns.tsv").lines() {
        if let Some([noun, act, lemma]) = cells(row) {
            reporting.nouns.insert(noun, (lemma, act_named(act)));
        }
    }
    reporting
});

fn cells(row: &'static str) -> Option<[&'static str; 3]> {
    let mut cells = row.split('\t');
    Some([cells.next()?, cells.next()?, cells.next()?])
}

fn act_named(name: &str) -> Act {
    if name == "thought" { Act::Thought } else { Act::Speech }
}

fn verb(row: &'static str) -> Option<CueVerb> {
    let [lemma, act, frames] = cells(row)?;
    let has = |name| frames.split(' ').any(|frame| frame == name);
    Some(CueVerb {
        lemma,
        particle: lemma.split_once(' ').map(|(_, particle)| particle),
        frames: Frames {
            bare: has("clause"),
            that: has("clause") || has("that-clause"),
            quotation: has("quotation"),
            addressee: has("addressee"),
            infinitive: has("infinitive"),
            noun: has("noun"),
            object_control: has("object-control"),
            judgment_for: has("judgment-for"),
            as_predicative: has("as-predicative"),
        },
        act: act_named(act),
        negative: has("negative"),
    })
}

impl Reporting {
    fn add(&mut self, verb: CueVerb) {
        let index = self.verbs.len();
        let head = verb.lemma.split_once(' ').map_or(verb.lemma, |(head, _)| head);
        let forms = conjugate(head);
        // "read": alone it is more often the past, unless it is a noun.
        let invariable =
            !self.noun_forms.contains(head) && forms.iter().any(|(form, kind)| *kind == VerbForm::Past && form == head);
        for (form, kind) in forms {
            let kind = if invariable && kind == VerbForm::Base { VerbForm::Past } else { kind };
            let (readings, _) = self.forms.entry(form).or_insert_with(|| (Vec::new(), kind));
            // A form that is past and participle is one reading.
            if readings.last() != Some(&index) {
                readings.push(index);
            }
        }
        self.verbs.push(verb);
    }
}

/// The dictionary forms of all verbs, with their particles, in the order of the table.
pub(crate) fn verbs() -> impl Iterator<Item = &'static str> {
    REPORTING.verbs.iter().map(|verb| verb.lemma)
}

/// The verb of a form in lower case, if it can be a cue.
#[must_use]
pub fn cue_form(form: &str) -> Option<CueForm> {
    let (readings, tense) = REPORTING.forms.get(form)?;
    let alone = readings.iter().find(|&&verb| REPORTING.verbs[verb].particle.is_none()).or(readings.first())?;
    Some(CueForm { cue: &REPORTING.verbs[*alone], readings, tense: *tense })
}

/// The verb and the act behind a noun that reports a content clause with "that".
#[must_use]
pub fn reporting_noun(noun: &str) -> Option<(&'static str, Act)> {
    REPORTING.nouns.get(noun).copied()
}

/// Whether a form of a reporting verb is more often a noun, so that it needs a subject and content to be a cue.
#[must_use]
pub fn is_noun_form(form: &str) -> bool {
    REPORTING.noun_forms.contains(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_well_written() {
        const FRAMES: &str = "clause that-clause quotation addressee infinitive noun object-control judgment-for \
                              as-predicative negative";
        for row in include_str!("../data/reporting-verbs.tsv").lines() {
            let [_, act, frames] = cells(row).expect("three cells");
            assert!(matches!(act, "speech" | "thought"), "{row}");
            assert!(frames.split(' ').all(|frame| FRAMES.split(' ').any(|known| known == frame)), "{row}");
        }
        for row in include_str!("../data/reporting-nouns.tsv").lines() {
            let [_, act, lemma] = cells(row).expect("three cells");
            assert!(matches!(act, "speech" | "thought"), "{row}");
            assert!(!lemma.is_empty(), "{row}");
        }
    }

    #[test]
    fn forms_have_their_verb_and_tense() {
        for (form, lemma, tense) in [
            ("say", "say", VerbForm::Base),
            ("says", "say", VerbForm::Third),
            ("said", "say", VerbForm::Past),
            ("saying", "say", VerbForm::Gerund),
            ("written", "write", VerbForm::Participle),
            ("begged", "beg", VerbForm::Past),
            ("quipped", "quip", VerbForm::Past),
            ("denies", "deny", VerbForm::Third),
            ("read", "read", VerbForm::Past),
        ] {
            let found = cue_form(form).expect(form);
            assert_eq!((found.cue.lemma, found.tense), (lemma, tense), "{form}");
        }
    }

    #[test]
    fn a_particle_chooses_the_verb() {
        let called = cue_form("called").expect("a cue");
        assert_eq!(called.before("for").map(|verb| verb.lemma), Some("call for"));
        assert_eq!(called.before("it").map(|verb| verb.lemma), Some("call"));
        assert!(cue_form("rail").expect("a cue").before("it").is_none());
    }
}
