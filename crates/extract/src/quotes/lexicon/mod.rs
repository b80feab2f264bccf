//! The lexicon of reporting verbs: their forms, what they can take as content, and whether they report speech.

mod table;

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use super::Act;

/// What a reporting verb can take as its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frames {
    /// A clause without "that".
    pub(super) bare: bool,
    /// A clause with "that", or a reported question.
    pub(super) that: bool,
    /// A quotation.
    pub(super) quotation: bool,
    /// Somebody addressed, before the content.
    pub(super) addressee: bool,
    /// An infinitive with "to".
    pub(super) infinitive: bool,
    /// A noun phrase.
    pub(super) noun: bool,
    /// Somebody, and an infinitive that they are to do.
    pub(super) bidding: bool,
    /// Somebody, and "of" or "for" with what they did.
    pub(super) judgement: bool,
    /// Something, and "as" with what it is.
    pub(super) description: bool,
}

/// One reporting verb.
#[derive(Debug)]
pub(super) struct CueVerb {
    /// The dictionary form; a particle behind a space.
    pub(super) lemma: String,
    /// The particle that must follow the verb.
    pub(super) particle: Option<&'static str>,
    /// What it can take.
    pub(super) frames: Frames,
    /// What it reports.
    pub(super) act: Act,
    /// Whether the verb itself denies what it reports.
    pub(super) negative: bool,
}

impl CueVerb {
    /// Whether it reports speech.
    pub(super) fn speech(&self) -> bool {
        self.act == Act::Speech
    }

    /// Whether it can stand beside a quotation.
    pub(super) fn quotes(&self) -> bool {
        self.frames.quotation
    }
}

/// An inflected form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// "say"
    Base,
    /// "says"
    Present,
    /// "said"; also the past participle of regular verbs.
    Past,
    /// "written", where it differs from the past.
    Participle,
    /// "saying"
    Progressive,
}

/// A word form that can be a cue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// The verb.
    pub(super) cue: &'static CueVerb,
    /// Its other readings, with a particle.
    pub(super) others: &'static [usize],
    /// How it is inflected.
    pub(super) tense: Tense,
}

struct Lexicon {
    verbs: Vec<CueVerb>,
    forms: HashMap<String, (Vec<usize>, Tense)>,
    nouns: HashMap<&'static str, (&'static str, Act)>,
    also_nouns: HashSet<&'static str>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon {
        verbs: Vec::new(),
        forms: HashMap::new(),
        nouns: HashMap::new(),
        also_nouns: table::ALSO_NOUNS.split_whitespace().collect(),
    };
    for (table, act) in [(table::SPEECH, Act::Speech), (table::THOUGHT, Act::Thought)] {
        for line in table.lines().filter(|line| !line.trim().is_empty()) {
            lexicon.add(line, act);
        }
    }
    for (table, act) in [(table::SPEECH_NOUNS, Act::Speech), (table::THOUGHT_NOUNS, Act::Thought)] {
        for line in table.lines() {
            let mut words = line.split(' ');
            let Some(lemma) = words.next() else { continue };
            lexicon.nouns.extend(words.map(|noun| (noun, (lemma, act))));
        }
    }
    lexicon
});

impl Lexicon {
    fn add(&mut self, line: &'static str, act: Act) {
        let mut columns = line.split_whitespace();
        let (Some(verb), Some(frames)) = (columns.next(), columns.next()) else { return };
        let (head, particle) = verb.split_once('_').map_or((verb, None), |(head, particle)| (head, Some(particle)));
        let base = head.trim_end_matches('+');
        let has = |letter| frames.contains(letter);
        let lemma = particle.map_or_else(|| base.to_owned(), |particle| format!("{base} {particle}"));
        let index = self.verbs.len();
        self.verbs.push(CueVerb {
            lemma,
            particle,
            frames: Frames {
                bare: has('c'),
                that: has('c') || has('t'),
                quotation: has('q'),
                addressee: has('a'),
                infinitive: has('i'),
                noun: has('n'),
                bidding: has('o'),
                judgement: has('f'),
                description: has('s'),
            },
            act,
            negative: has('-'),
        });
        let irregular: Vec<&str> = columns.collect();
        // "read": alone it is more often the past, unless it is a noun.
        let invariable = irregular.first() == Some(&base) && !self.also_nouns.contains(base);
        for (form, tense) in inflect(base, head.ends_with('+'), &irregular) {
            let tense = if invariable && tense == Tense::Base { Tense::Past } else { tense };
            self.forms.entry(form).or_insert_with(|| (Vec::new(), tense)).0.push(index);
        }
    }
}

/// The forms of a verb: regular but for `irregular`, its past and past participle; `doubled` doubles the last letter.
fn inflect(base: &str, doubled: bool, irregular: &[&str]) -> Vec<(String, Tense)> {
    let stem = if doubled { format!("{base}{}", &base[base.len() - 1..]) } else { base.to_owned() };
    let consonant_y = base.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|end| base.ends_with(end));
    let third = if consonant_y {
        format!("{}ies", &base[..base.len() - 1])
    } else if ["s", "x", "ch", "sh", "z", "go"].iter().any(|end| base.ends_with(end)) {
        format!("{base}es")
    } else {
        format!("{base}s")
    };
    let past = match irregular.first() {
        Some(past) => (*past).to_owned(),
        None if base.ends_with('e') => format!("{base}d"),
        None if consonant_y => format!("{}ied", &base[..base.len() - 1]),
        None => format!("{stem}ed"),
    };
    let progressive = match base.strip_suffix('e') {
        Some(cut) if !base.ends_with("ee") => format!("{cut}ing"),
        _ => format!("{stem}ing"),
    };
    let mut forms = vec![
        (base.to_owned(), Tense::Base),
        (third, Tense::Present),
        (past, Tense::Past),
        (progressive, Tense::Progressive),
    ];
    forms.extend(irregular.get(1).map(|participle| ((*participle).to_owned(), Tense::Participle)));
    forms
}

/// The verb of a folded form, if it can be a cue; without a particle where it can stand alone.
pub(super) fn forms(folded: &str) -> Option<Form> {
    let (verbs, tense) = LEXICON.forms.get(folded)?;
    let alone = verbs.iter().find(|&&verb| LEXICON.verbs[verb].particle.is_none()).or(verbs.first())?;
    Some(Form { cue: &LEXICON.verbs[*alone], others: verbs, tense: *tense })
}

impl Form {
    /// The verb that this form is before the word `next`: with its particle, or alone; `None` where it needs one.
    pub(super) fn before(self, next: &str) -> Option<&'static CueVerb> {
        let particle = self.others.iter().map(|&verb| &LEXICON.verbs[verb]).find(|verb| verb.particle == Some(next));
        particle.or_else(|| self.cue.particle.is_none().then_some(self.cue))
    }
}

/// The verb and the act behind a noun that reports a content clause with "that".
pub(super) fn noun(folded: &str) -> Option<(&'static str, Act)> {
    LEXICON.nouns.get(folded).copied()
}

/// Whether a form is more often a noun than a verb, so that it needs a subject and content to be a cue.
pub(super) fn is_also_noun(folded: &str) -> bool {
    LEXICON.also_nouns.contains(folded)
}
