//! Verb groups: auxiliaries and a verb, with their tense, mood, voice and modality.

use dateline_lexicon::{VerbForm, conjugate};
use dateline_text::{Span, Word};

use super::Negation;
use crate::{Relation, Syntax, Upos};

/// When a clause places what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// "left", "had left", "was leaving"
    Past,
    /// "leaves", "has left", "is leaving"
    Present,
    /// "will leave", "is going to leave"
    Future,
}

/// How a clause says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// As a fact.
    Indicative,
    /// As an order: "Leave!"
    Imperative,
    /// As what would be: "would leave", "could have left".
    Conditional,
}

/// What a modal says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modality {
    /// "will", "shall", "would"
    Volition,
    /// "can", "could"
    Ability,
    /// "may", "might"
    Possibility,
    /// "must", "should", "ought", "need"
    Necessity,
}

/// Active or passive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// "arrested"
    Active,
    /// "was arrested", and participles like "arrested" in "men arrested on Friday".
    Passive,
}

/// The form of the first verb of the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One that can head a main clause: "leaves", "has left".
    Finite,
    /// "to leave", and "leave" of "made them leave".
    Infinitive,
    /// "leaving"
    Gerund,
    /// "left" of "the people left behind"
    Participle,
}

/// A predicate's verbs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// The predicate: the main verb, or the noun or adjective of a copula.
    pub predicate: u32,
    /// Auxiliaries and copula, in text order; also those that a conjunct shares with the first.
    pub auxiliaries: Vec<u32>,
    /// From the first own verb or "to" to the last, the predicate included, whatever stands between.
    pub span: Span<Word>,
    /// The form of its first verb.
    pub form: Form,
    /// The tense; none of what is not finite.
    pub tense: Option<Tense>,
    /// The mood; none of what is not finite.
    pub mood: Option<Mood>,
    /// The voice.
    pub voice: Voice,
    /// Whether it is perfect: "has left".
    pub perfect: bool,
    /// Whether it is progressive: "is leaving".
    pub progressive: bool,
    /// What its modal says, where it has one.
    pub modality: Option<Modality>,
    /// The modal.
    pub modal: Option<u32>,
    /// How it is negated.
    pub negation: Option<Negation>,
}

impl Syntax<'_> {
    /// The verb group of a predicate.
    #[must_use]
    pub fn verb_group(&self, predicate: u32) -> VerbGroup {
        let auxiliaries = self.auxiliaries(predicate);
        let modal = auxiliaries.iter().copied().find(|&word| self.modality(word).is_some());
        let form = self.form(predicate, &auxiliaries);
        let finite = form == Form::Finite;
        let be = auxiliaries.iter().any(|&word| self.relation(word) == Relation::Aux && self.lemma(word) == "be");
        VerbGroup {
            predicate,
            span: self.group_span(predicate),
            form,
            tense: if finite { self.tense(predicate, &auxiliaries) } else { None },
            mood: if finite { Some(self.mood(predicate, &auxiliaries)) } else { None },
            voice: if self.is_passive(predicate) { Voice::Passive } else { Voice::Active },
            perfect: auxiliaries.iter().any(|&word| self.is_perfect(word)),
            progressive: be && self.verb_forms(predicate).contains(&VerbForm::Gerund),
            modality: modal.and_then(|word| self.modality(word)),
            modal,
            negation: self.negation(predicate),
            auxiliaries,
        }
    }

    /// The forms that a verb or auxiliary can be, by its lemma.
    pub(super) fn verb_forms(&self, word: u32) -> Vec<VerbForm> {
        let folded = self.folded(word);
        let forms = conjugate(&self.lemma(word));
        let known: Vec<_> = forms.into_iter().filter(|(form, _)| *form == folded).map(|(_, kind)| kind).collect();
        match &*folded {
            "are" | "am" | "'m" | "'re" | "'ve" | "'s" | "ai" => vec![VerbForm::Third],
            _ if !known.is_empty() => known,
            _ if folded.ends_with("ing") => vec![VerbForm::Gerund],
            _ if folded.ends_with("ed") => vec![VerbForm::Past, VerbForm::Participle],
            _ if folded.ends_with('s') => vec![VerbForm::Third],
            _ => vec![VerbForm::Base],
        }
    }

    /// Whether "to" opens a predicate, or its conjunct before it ("to leave and *join*").
    pub(super) fn is_infinitive(&self, predicate: u32) -> bool {
        let to = |word| self.dependents_by(word, Relation::Mark).any(|mark| self.is(mark, &["to"]));
        let first = self.first_conjunct(predicate);
        let base = || first != predicate && to(first) && self.verb_forms(predicate).contains(&VerbForm::Base);
        to(predicate) || base() && self.own_auxiliaries(predicate).next().is_none()
    }

    pub(super) fn own_auxiliaries(&self, predicate: u32) -> impl Iterator<Item = u32> {
        let verbs = |word: &u32| matches!(self.relation(*word), Relation::Aux | Relation::AuxPass | Relation::Cop);
        self.dependents(predicate).iter().copied().filter(verbs)
    }

    /// Auxiliaries and copula of a predicate; of a conjunct without its own, those of the first that fit its form.
    fn auxiliaries(&self, predicate: u32) -> Vec<u32> {
        let own: Vec<u32> = self.own_auxiliaries(predicate).collect();
        let first = self.first_conjunct(predicate);
        if own.is_empty() && first != predicate && self.shares_auxiliaries(predicate) {
            return self.own_auxiliaries(first).filter(|&word| self.relation(word) != Relation::Cop).collect();
        }
        own
    }

    /// Whether a conjunct has neither subject nor auxiliary of its own, and a form that can follow those of the first:
    /// "did not eat or *drink*", "were beaten or *killed*"; but "was tired and *left*" is two groups.
    pub(super) fn shares_auxiliaries(&self, predicate: u32) -> bool {
        let first = self.first_conjunct(predicate);
        if self.own_subject(predicate).is_some() || self.own_auxiliaries(predicate).next().is_some() {
            return false;
        }
        let Some(last) = self.own_auxiliaries(first).last() else {
            return self.upos(predicate) != Upos::Verb || self.is_infinitive(predicate);
        };
        let forms = self.verb_forms(predicate);
        match &*self.lemma(last) {
            _ if self.relation(last) == Relation::Cop => self.upos(predicate) != Upos::Verb,
            "be" | "get" if self.relation(last) == Relation::AuxPass => forms.contains(&VerbForm::Participle),
            "be" => forms.contains(&VerbForm::Gerund),
            "have" => forms.contains(&VerbForm::Participle),
            _ => forms.contains(&VerbForm::Base),
        }
    }

    fn group_span(&self, predicate: u32) -> Span<Word> {
        let to = self.dependents_by(predicate, Relation::Mark).filter(|&mark| self.is(mark, &["to"]));
        let words = self.own_auxiliaries(predicate).chain(to).chain(self.particle(predicate));
        words.fold(Span::new(predicate, predicate + 1), |span, word| span.cover(Span::new(word, word + 1)))
    }

    fn form(&self, predicate: u32, auxiliaries: &[u32]) -> Form {
        if self.is_infinitive(predicate) {
            return Form::Infinitive;
        }
        let first = auxiliaries.first().copied().unwrap_or(predicate);
        if self.upos(first) == Upos::Aux && self.modality(first).is_some() {
            return Form::Finite;
        }
        let forms = self.verb_forms(first);
        let is = |form| forms.contains(&form);
        let bare = auxiliaries.is_empty() && self.own_subject(predicate).is_none();
        match self.relation(predicate) {
            _ if is(VerbForm::Gerund) => Form::Gerund,
            Relation::Acl | Relation::Amod | Relation::Advcl if bare && is(VerbForm::Participle) => Form::Participle,
            Relation::Xcomp if bare && is(VerbForm::Base) => Form::Infinitive,
            Relation::Xcomp if bare && is(VerbForm::Participle) => Form::Participle,
            // "been", "done" and the like are no past.
            _ if is(VerbForm::Participle) && !is(VerbForm::Past) => Form::Participle,
            _ => Form::Finite,
        }
    }

    fn tense(&self, predicate: u32, auxiliaries: &[u32]) -> Option<Tense> {
        let first = auxiliaries.first().copied().unwrap_or(predicate);
        if matches!(&*self.lemma(first), "will" | "shall") {
            return Some(Tense::Future);
        }
        if self.modality(first).is_some() {
            return None;
        }
        // "is going to leave"
        let going = self.lemma(predicate) == "go" && self.verb_forms(predicate).contains(&VerbForm::Gerund);
        let ahead = going && self.complement_clause(predicate).is_some_and(|clause| self.is_infinitive(clause));
        let forms = self.verb_forms(first);
        Some(match forms.contains(&VerbForm::Past) {
            _ if ahead => Tense::Future,
            // "put" and "cut" are their own past, but not of a subject in the third person that they would agree with.
            true if !forms.contains(&VerbForm::Base) || !auxiliaries.is_empty() => Tense::Past,
            true => {
                if self.has_third_person(predicate) {
                    Tense::Past
                } else {
                    Tense::Present
                }
            }
            false => Tense::Present,
        })
    }

    /// Whether the subject asks for "-s" in the present: a singular that is neither "I" nor "you".
    fn has_third_person(&self, predicate: u32) -> bool {
        self.subject(predicate).is_some_and(|subject| {
            let plural = self.upos(subject) == Upos::Noun && self.lemma(subject) != self.folded(subject);
            !plural && !self.is(subject, &["i", "you", "we", "they"]) && self.conjuncts(subject).len() == 1
        })
    }

    fn mood(&self, predicate: u32, auxiliaries: &[u32]) -> Mood {
        let first = auxiliaries.first().copied().unwrap_or(predicate);
        match &*self.lemma(first) {
            "would" | "could" | "might" | "should" => Mood::Conditional,
            _ if self.is_imperative(predicate, auxiliaries) => Mood::Imperative,
            _ => Mood::Indicative,
        }
    }

    /// Whether a predicate is an order: a base form without a subject, of a main clause or a quotation.
    fn is_imperative(&self, predicate: u32, auxiliaries: &[u32]) -> bool {
        let main = matches!(self.relation(predicate), Relation::Root | Relation::Ccomp | Relation::Parataxis);
        let first = auxiliaries.first().copied().unwrap_or(predicate);
        main && self.upos(predicate) == Upos::Verb
            && self.own_subject(predicate).is_none()
            && self.verb_forms(first).contains(&VerbForm::Base)
    }

    fn is_perfect(&self, auxiliary: u32) -> bool {
        self.relation(auxiliary) == Relation::Aux && self.lemma(auxiliary) == "have"
    }

    fn modality(&self, word: u32) -> Option<Modality> {
        if self.upos(word) != Upos::Aux {
            return None;
        }
        Some(match &*self.lemma(word) {
            "will" | "shall" | "would" => Modality::Volition,
            "can" | "could" => Modality::Ability,
            "may" | "might" => Modality::Possibility,
            "must" | "should" | "ought" | "need" => Modality::Necessity,
            _ => return None,
        })
    }
}
