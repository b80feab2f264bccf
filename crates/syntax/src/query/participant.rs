//! Who does what to whom: subjects, objects and agents, also where a clause shares them with another.

use dateline_lexicon::{Class, VerbForm, is};

use crate::{Relation, Syntax, Upos};

/// Clauses through which a subject is handed on, at most: "was asked to agree to leave".
const SHARED_MAX: usize = 8;

/// Verbs with an object whose infinitive is about their subject: "promised her to leave".
const SUBJECT_CONTROL: &[&str] = &["promise", "threaten", "vow", "swear"];

/// Verbs whose infinitive is about what follows a preposition: "called on Iran to release them".
const OBLIQUE_CONTROL: &[(&str, &[&str])] = &[
    ("call", &["on", "upon", "for"]),
    ("appeal", &["to"]),
    ("plead", &["with"]),
    ("wait", &["for"]),
    ("rely", &["on", "upon"]),
    ("count", &["on", "upon"]),
];

/// Nouns at which a relative clause without pronoun has no gap for an object: "the day he died".
const NO_GAP: &[&str] =
    &["day", "degree", "extent", "hour", "manner", "minute", "moment", "place", "reason", "time", "way"];

impl Syntax<'_> {
    /// The subject inside the predicate's own clause; a relative pronoun is given as it is.
    #[must_use]
    pub fn own_subject(&self, predicate: u32) -> Option<u32> {
        let subjects = || self.dependents(predicate).iter().copied().filter(|&word| self.relation(word).is_subject());
        subjects().find(|&word| self.relation(word) != Relation::NsubjOuter).or_else(|| subjects().next())
    }

    /// The grammatical subject, including one that the clause shares with another (conjuncts, infinitives, participles) and
    /// the antecedent of a relative pronoun. Its conjuncts are not listed: see [`conjuncts`](Self::conjuncts).
    #[must_use]
    pub fn subject(&self, predicate: u32) -> Option<u32> {
        let mut at = predicate;
        for _ in 0..SHARED_MAX {
            if let Some(own) = self.own_subject(at) {
                return Some(self.antecedent(own).unwrap_or(own));
            }
            let head = self.head(at)?;
            match self.relation(at) {
                Relation::Xcomp | Relation::Advcl => {
                    if let Some(controller) = self.controller(head, at) {
                        return Some(controller);
                    }
                    at = head;
                }
                Relation::Conj => at = head,
                Relation::Acl if self.is_infinitive(at) => match self.possessor(head) {
                    Some(possessor) => return Some(possessor),
                    None => at = self.predicate_of(head),
                },
                Relation::Acl | Relation::AclRelcl | Relation::Amod => return Some(head),
                _ => return None,
            }
        }
        None
    }

    /// The object of a verb that is the subject of its complement `clause`: "asked *Iran* to release them".
    fn controller(&self, verb: u32, clause: u32) -> Option<u32> {
        let infinitive = self.is_infinitive(clause);
        let lemma = self.lemma(verb);
        let taken = |preposition: u32| {
            let control = OBLIQUE_CONTROL.iter().find(|(verb, _)| *verb == lemma);
            control.is_some_and(|(_, prepositions)| self.is(preposition, prepositions))
        };
        if infinitive
            && let Some(oblique) =
                self.prepositional(verb).find(|oblique| oblique.noun < clause && oblique.preposition.is_some_and(taken))
        {
            return Some(oblique.noun);
        }
        let complement = self.relation(clause) == Relation::Xcomp && !SUBJECT_CONTROL.contains(&&*lemma);
        let object = self.dependents_by(verb, Relation::Obj).chain(self.dependents_by(verb, Relation::Iobj)).next();
        object.filter(|&object| complement && object < clause)
    }

    /// What a relative pronoun goes back to: the noun of its relative clause.
    #[must_use]
    pub fn antecedent(&self, pronoun: u32) -> Option<u32> {
        let relative = self.is(pronoun, &["who", "whom", "which", "that", "whose"])
            && matches!(self.upos(pronoun), Upos::Pron | Upos::Det);
        let clause = relative.then(|| self.ancestors(pronoun).find(|&at| self.is_predicate(at)))??;
        let mut clauses = std::iter::once(clause).chain(self.ancestors(clause));
        let inner = |relation| matches!(relation, Relation::Conj | Relation::Ccomp | Relation::Xcomp);
        let found = clauses.find(|&at| !inner(self.relation(at)))?;
        self.head(found).filter(|_| self.relation(found) == Relation::AclRelcl)
    }

    /// The object, including the antecedent of a relative clause (with a pronoun or without: "the man police arrested") and
    /// the object of the verb to which this one is joined ("arrested and questioned *him*"). Its conjuncts are not listed.
    #[must_use]
    pub fn object(&self, verb: u32) -> Option<u32> {
        if let Some(own) = self.dependents_by(verb, Relation::Obj).next() {
            return Some(self.antecedent(own).unwrap_or(own));
        }
        let shared = || {
            let first = self.head(verb).filter(|_| self.relation(verb) == Relation::Conj)?;
            self.dependents_by(first, Relation::Obj).find(|&object| object > verb)
        };
        shared().or_else(|| self.gap(verb))
    }

    /// The antecedent of a relative clause without pronoun, as the object that the clause lacks.
    fn gap(&self, verb: u32) -> Option<u32> {
        let noun = self.head(verb).filter(|_| self.relation(verb) == Relation::AclRelcl)?;
        let start = self.subtree(verb).start();
        let linked =
            (start..verb).any(|word| self.is(word, &["who", "whom", "which", "that", "whose", "where", "when", "why"]));
        let full = self.complement_clause(verb).is_some() || self.is_passive(verb);
        let lemma = self.lemma(noun);
        let timeless = !is(&lemma, Class::TimeWord) && !NO_GAP.contains(&&*lemma);
        (!linked && !full && timeless && self.own_subject(verb).is_some()).then_some(noun)
    }

    /// To whom something is given, told or sent, without a preposition.
    #[must_use]
    pub fn indirect_object(&self, verb: u32) -> Option<u32> {
        let own = self.dependents_by(verb, Relation::Iobj).next()?;
        Some(self.antecedent(own).unwrap_or(own))
    }

    /// Who did it, at a passive verb: the noun behind "by".
    #[must_use]
    pub fn agent(&self, verb: u32) -> Option<u32> {
        let marked = self.dependents_by(verb, Relation::OblAgent).next();
        let by = || {
            let mut phrases = self.prepositional(verb).filter(|_| self.is_passive(verb));
            phrases.find(|phrase| phrase.preposition.is_some_and(|word| self.is(word, &["by"])))
        };
        marked.or_else(|| Some(by()?.noun))
    }

    /// Whether a verb is passive: by its auxiliary, its subject or its agent, or as a participle at a noun ("data
    /// *released* on Friday", "the *detained* men").
    #[must_use]
    pub fn is_passive(&self, verb: u32) -> bool {
        let marked = |word: u32| {
            matches!(
                self.relation(word),
                Relation::AuxPass | Relation::NsubjPass | Relation::CsubjPass | Relation::OblAgent
            )
        };
        if self.dependents(verb).iter().any(|&word| marked(word)) {
            return true;
        }
        match self.relation(verb) {
            Relation::Acl | Relation::Amod | Relation::Advcl => self.is_bare_participle(verb),
            // "were beaten or killed"
            Relation::Conj => {
                let first = self.first_conjunct(verb);
                self.is_bare_participle(verb)
                    && self.dependents_by(verb, Relation::Obj).next().is_none()
                    && self.dependents(first).iter().any(|&word| self.relation(word) == Relation::AuxPass)
            }
            _ => false,
        }
    }

    /// Whether a verb is a past participle by its form, with no auxiliary and no subject of its own.
    fn is_bare_participle(&self, verb: u32) -> bool {
        self.upos(verb) == Upos::Verb
            && self.own_subject(verb).is_none()
            && self.own_auxiliaries(verb).next().is_none()
            && self.verb_forms(verb).contains(&VerbForm::Participle)
    }

    /// Who does it, whatever the voice: the subject of an active verb, the agent of a passive one.
    #[must_use]
    pub fn actor(&self, verb: u32) -> Option<u32> {
        if self.is_passive(verb) { self.agent(verb) } else { self.subject(verb) }
    }

    /// To whom it is done, whatever the voice: the object of an active verb, the subject of a passive one.
    #[must_use]
    pub fn undergoer(&self, verb: u32) -> Option<u32> {
        if self.is_passive(verb) { self.subject(verb) } else { self.object(verb) }
    }
}
