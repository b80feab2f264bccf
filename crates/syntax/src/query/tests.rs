//! Queries on parses written by hand, which follow the guidelines of Universal Dependencies for English.

use crate::{
    Syntax,
    testing::{parse, word},
};

/// What a query answers, as text: "-" for nothing; several words or spans are parted by " | ".
fn answer(syntax: &Syntax<'_>, query: &str, at: u32) -> String {
    let document = syntax.document();
    let one = |word: Option<u32>| word.map_or("-".to_owned(), |word| document.word(word).to_owned());
    let many = |words: Vec<u32>| words.into_iter().map(|word| document.word(word)).collect::<Vec<_>>().join(" | ");
    match query {
        "subject" => one(syntax.subject(at)),
        "object" => one(syntax.object(at)),
        "agent" => one(syntax.agent(at)),
        "actor" => one(syntax.actor(at)),
        "undergoer" => one(syntax.undergoer(at)),
        "indirect object" => one(syntax.indirect_object(at)),
        "antecedent" => one(syntax.antecedent(at)),
        "governing verb" => one(syntax.governing_verb(at)),
        "predicate" => one(Some(syntax.predicate_of(at))),
        "conjuncts" => many(syntax.conjuncts(at)),
        "coordinator" => one(syntax.coordinator(at)),
        "possessor" => one(syntax.possessor(at)),
        "premodifiers" => many(syntax.premodifiers(at).collect()),
        "appositions" => many(syntax.noun_phrase(at).appositions),
        "clauses" => many(syntax.noun_phrase(at).clauses),
        "phrase" => document.text_of(syntax.noun_phrase(at).span).to_owned(),
        "full phrase" => document.text_of(syntax.full_noun_phrase(at)).to_owned(),
        "clause" => document.text_of(syntax.clause_span(at)).to_owned(),
        "negation" => one(syntax.negation(at).map(super::Negation::word)),
        "prepositional" => {
            let phrases = syntax
                .prepositional(at)
                .map(|phrase| format!("{} {}", one(phrase.preposition), one(Some(phrase.noun))));
            phrases.collect::<Vec<_>>().join(" | ")
        }
        "relative" => {
            let clauses = syntax
                .relative_clauses(at)
                .map(|clause| format!("{} {}", one(clause.pronoun), one(Some(clause.predicate))));
            clauses.collect::<Vec<_>>().join(" | ")
        }
        "adverbial" => {
            let clauses =
                syntax.adverbial_clauses(at).map(|(marker, clause)| format!("{} {}", one(marker), one(Some(clause))));
            clauses.collect::<Vec<_>>().join(" | ")
        }
        "complement" => syntax.complement(at).map_or("-".to_owned(), |complement| {
            complement.spans.iter().map(|&span| document.text_of(span)).collect::<Vec<_>>().join(" | ")
        }),
        "group" => {
            let group = syntax.verb_group(at);
            let mut told = vec![format!("{:?} {:?}", group.form, group.voice)];
            told.extend(group.tense.map(|tense| format!("{tense:?}")));
            told.extend(group.mood.map(|mood| format!("{mood:?}")));
            told.extend(group.modality.map(|modality| format!("{modality:?}")));
            told.extend(group.perfect.then(|| "perfect".to_owned()));
            told.extend(group.progressive.then(|| "progressive".to_owned()));
            format!("{}: {}", document.text_of(group.span), told.join(" "))
        }
        other => panic!("no query {other}"),
    }
}

/// A parse, and for each query the word that it is about and its answer.
fn check(written: &str, queries: &[(&str, &str, &str)]) {
    let syntax = parse(written);
    for &(query, about, expected) in queries {
        assert_eq!(answer(&syntax, query, word(&syntax, about)), expected, "{query} of {about} in {written}");
    }
}

#[test]
fn voices_tell_who_did_what() {
    check(
        "Police/NOUN/2/nsubj arrested/VERB/0/root the/DET/4/det man/NOUN/2/obj Monday/PROPN/2/obl:unmarked +./PUNCT/2/punct",
        &[
            ("actor", "arrested", "Police"),
            ("undergoer", "arrested", "man"),
            ("agent", "arrested", "-"),
            ("prepositional", "arrested", "- Monday"),
            ("group", "arrested", "arrested: Finite Active Past Indicative"),
        ],
    );
    check(
        "The/DET/2/det man/NOUN/4/nsubj:pass was/AUX/4/aux:pass arrested/VERB/0/root by/ADP/6/case police/NOUN/4/obl:agent",
        &[
            ("actor", "arrested", "police"),
            ("undergoer", "arrested", "man"),
            ("group", "arrested", "was arrested: Finite Passive Past Indicative"),
        ],
    );
    check(
        "Data/NOUN/6/nsubj released/VERB/1/acl by/ADP/4/case banks/NOUN/2/obl on/ADP/6/case surprised/VERB/0/root",
        &[
            ("actor", "released", "banks"),
            ("undergoer", "released", "Data"),
            ("group", "released", "released: Participle Passive"),
        ],
    );
    check(
        "The/DET/3/det detained/VERB/3/amod men/NOUN/4/nsubj left/VERB/0/root",
        &[("undergoer", "detained", "men"), ("actor", "detained", "-")],
    );
}

#[test]
fn clauses_share_participants() {
    check(
        "They/PRON/4/nsubj:pass were/AUX/4/aux:pass badly/ADV/4/advmod beaten/VERB/0/root or/CCONJ/6/cc killed/VERB/4/conj",
        &[
            ("undergoer", "killed", "They"),
            ("group", "killed", "killed: Finite Passive Past Indicative"),
            ("coordinator", "beaten", "or"),
        ],
    );
    check(
        "Police/NOUN/2/nsubj arrested/VERB/0/root and/CCONJ/4/cc questioned/VERB/2/conj him/PRON/2/obj",
        &[("actor", "questioned", "Police"), ("undergoer", "questioned", "him"), ("undergoer", "arrested", "him")],
    );
    check(
        "Roe/PROPN/2/nsubj asked/VERB/0/root Iran/PROPN/2/obj to/PART/5/mark release/VERB/2/xcomp them/PRON/5/obj",
        &[
            ("actor", "release", "Iran"),
            ("group", "release", "to release: Infinitive Active"),
            ("complement", "asked", "to release them"),
        ],
    );
    check(
        "Roe/PROPN/2/nsubj promised/VERB/0/root Iran/PROPN/2/iobj to/PART/5/mark release/VERB/2/xcomp them/PRON/5/obj",
        &[("actor", "release", "Roe"), ("indirect object", "promised", "Iran")],
    );
    check(
        "Roe/PROPN/2/nsubj called/VERB/0/root on/ADP/4/case Iran/PROPN/2/obl to/PART/6/mark leave/VERB/2/advcl",
        &[("actor", "leave", "Iran")],
    );
    check(
        "Roe/PROPN/3/nsubj:pass was/AUX/3/aux:pass asked/VERB/0/root to/PART/5/mark agree/VERB/3/xcomp to/PART/7/mark leave/VERB/5/xcomp",
        &[("actor", "leave", "Roe"), ("governing verb", "leave", "agree")],
    );
    check(
        "Hackers/NOUN/2/nsubj breached/VERB/0/root it/PRON/2/obj +,/PUNCT/5/punct stealing/VERB/2/advcl data/NOUN/5/obj",
        &[
            ("actor", "stealing", "Hackers"),
            ("adverbial", "breached", "- stealing"),
            ("group", "stealing", "stealing: Gerund Active"),
        ],
    );
    check(
        "Roe/PROPN/4/nmod:poss +'s/PART/1/case old/ADJ/4/amod plan/NOUN/7/nsubj to/PART/6/mark leave/VERB/4/acl failed/VERB/0/root",
        &[
            ("actor", "leave", "Roe"),
            ("possessor", "plan", "Roe"),
            ("complement", "plan", "to leave"),
            ("premodifiers", "plan", "old"),
        ],
    );
}

#[test]
fn relative_pronouns_mean_their_noun() {
    check(
        "The/DET/2/det man/NOUN/6/nsubj who/PRON/4/nsubj attacked/VERB/2/acl:relcl Roe/PROPN/4/obj fled/VERB/0/root",
        &[
            ("actor", "attacked", "man"),
            ("actor", "fled", "man"),
            ("antecedent", "who", "man"),
            ("relative", "man", "who attacked"),
            ("phrase", "man", "The man"),
            ("full phrase", "man", "The man who attacked Roe"),
            ("predicate", "Roe", "attacked"),
        ],
    );
    check(
        "the/DET/2/det man/NOUN/0/root whom/PRON/5/obj police/NOUN/5/nsubj arrested/VERB/2/acl:relcl",
        &[("undergoer", "arrested", "man"), ("actor", "arrested", "police")],
    );
    check(
        "the/DET/2/det man/NOUN/0/root police/NOUN/4/nsubj arrested/VERB/2/acl:relcl",
        &[("undergoer", "arrested", "man"), ("relative", "man", "- arrested")],
    );
    check("the/DET/2/det day/NOUN/0/root he/PRON/4/nsubj died/VERB/2/acl:relcl", &[("object", "died", "-")]);
    check(
        "Who/PRON/2/nsubj left/VERB/0/root +?/PUNCT/2/punct",
        &[("antecedent", "Who", "-"), ("actor", "left", "Who")],
    );
}

#[test]
fn complements_are_whole_clauses() {
    check(
        "Roe/PROPN/2/nsubj said/VERB/0/root that/SCONJ/5/mark he/PRON/5/nsubj left/VERB/2/ccomp because/SCONJ/8/mark it/PRON/8/nsubj rained/VERB/5/advcl +./PUNCT/2/punct",
        &[
            ("complement", "said", "he left because it rained"),
            ("governing verb", "left", "said"),
            ("adverbial", "left", "because rained"),
            ("clause", "rained", "it rained"),
        ],
    );
    check(
        "We/PRON/7/nsubj will/AUX/7/aux +,/PUNCT/5/punct Roe/PROPN/5/nsubj said/VERB/7/parataxis +,/PUNCT/5/punct stay/VERB/0/root here/ADV/7/advmod +./PUNCT/7/punct",
        &[("complement", "said", "We will | stay here"), ("subject", "said", "Roe")],
    );
    check(
        "the/DET/2/det claim/NOUN/0/root that/SCONJ/5/mark he/PRON/5/nsubj left/VERB/2/acl",
        &[("complement", "claim", "he left"), ("complement", "left", "-")],
    );
}

#[test]
fn noun_phrases_are_whole() {
    check(
        "the/DET/2/det president/NOUN/11/nsubj of/ADP/4/case Ghana/PROPN/2/nmod +,/PUNCT/6/punct Ana/PROPN/2/appos Prado/PROPN/6/flat +,/PUNCT/6/punct has/AUX/11/aux now/ADV/11/advmod left/VERB/0/root",
        &[
            ("phrase", "president", "the president of Ghana"),
            ("appositions", "president", "Ana"),
            ("full phrase", "president", "the president of Ghana, Ana Prado"),
            ("phrase", "Ana", "Ana Prado"),
            ("group", "left", "has now left: Finite Active Present Indicative perfect"),
        ],
    );
    check(
        "at/ADP/2/case Marks/PROPN/0/root &/CCONJ/4/cc Spencer/PROPN/2/conj and/CCONJ/6/cc Acme/PROPN/2/conj",
        &[
            ("phrase", "Marks", "Marks & Spencer"),
            ("conjuncts", "Acme", "Marks | Spencer | Acme"),
            ("coordinator", "Acme", "and"),
        ],
    );
    check(
        "the/DET/2/det Ministry/PROPN/0/root of/ADP/4/case Trade/PROPN/2/nmod and/CCONJ/6/cc Industry/PROPN/4/conj",
        &[("phrase", "Ministry", "the Ministry of Trade and Industry"), ("prepositional", "Ministry", "of Trade")],
    );
    check(
        "Roe/PROPN/7/nsubj is/AUX/7/cop now/ADV/7/advmod also/ADV/7/advmod the/DET/7/det new/ADJ/7/amod mayor/NOUN/0/root of/ADP/9/case Ayr/PROPN/7/nmod",
        &[
            ("phrase", "mayor", "the new mayor of Ayr"),
            ("subject", "mayor", "Roe"),
            ("group", "mayor", "is now also the new mayor: Finite Active Present Indicative"),
        ],
    );
    check(
        "Roe/PROPN/7/nsubj +,/PUNCT/3/punct speaking/VERB/1/acl in/ADP/5/case Ayr/PROPN/3/obl +,/PUNCT/3/punct left/VERB/0/root",
        &[("phrase", "Roe", "Roe"), ("clauses", "Roe", "speaking"), ("full phrase", "Roe", "Roe, speaking in Ayr")],
    );
    check(
        "two/NUM/2/nummod men/NOUN/0/root carrying/VERB/2/acl guns/NOUN/3/obj",
        &[("phrase", "men", "two men carrying guns"), ("actor", "carrying", "men")],
    );
}

#[test]
fn negation_is_found_wherever_it_stands() {
    check(
        "He/PRON/4/nsubj did/AUX/4/aux +n't/PART/4/advmod eat/VERB/0/root or/CCONJ/6/cc drink/VERB/4/conj",
        &[
            ("negation", "eat", "n't"),
            ("negation", "drink", "n't"),
            ("group", "drink", "drink: Finite Active Past Indicative"),
        ],
    );
    check(
        "He/PRON/4/nsubj did/AUX/4/aux not/PART/4/advmod eat/VERB/0/root but/CCONJ/6/cc drank/VERB/4/conj",
        &[("negation", "drank", "-")],
    );
    check(
        "no/DET/2/det arrests/NOUN/5/nsubj:pass or/CCONJ/4/cc injuries/NOUN/2/conj reported/VERB/0/root",
        &[("negation", "arrests", "no"), ("negation", "injuries", "no"), ("negation", "reported", "no")],
    );
    check("Nobody/PRON/3/nsubj:pass was/AUX/3/aux:pass hurt/VERB/0/root", &[("negation", "hurt", "Nobody")]);
    check(
        "He/PRON/2/nsubj left/VERB/0/root without/SCONJ/4/mark speaking/VERB/2/advcl",
        &[("negation", "speaking", "without"), ("negation", "left", "-")],
    );
}

#[test]
fn verb_groups_tell_tense_mood_and_modality() {
    for (written, about, expected) in [
        (
            "It/PRON/3/nsubj will/AUX/3/aux rain/VERB/0/root",
            "rain",
            "will rain: Finite Active Future Indicative Volition",
        ),
        (
            "They/PRON/3/nsubj may/AUX/3/aux leave/VERB/0/root",
            "leave",
            "may leave: Finite Active Indicative Possibility",
        ),
        (
            "They/PRON/4/nsubj could/AUX/4/aux have/AUX/4/aux left/VERB/0/root",
            "left",
            "could have left: Finite Active Conditional Ability perfect",
        ),
        (
            "They/PRON/4/nsubj must/AUX/4/aux be/AUX/4/aux:pass freed/VERB/0/root",
            "freed",
            "must be freed: Finite Passive Indicative Necessity",
        ),
        (
            "She/PRON/3/nsubj is/AUX/3/aux leaving/VERB/0/root",
            "leaving",
            "is leaving: Finite Active Present Indicative progressive",
        ),
        (
            "She/PRON/3/nsubj is/AUX/3/aux going/VERB/0/root to/PART/5/mark leave/VERB/3/xcomp",
            "going",
            "is going: Finite Active Future Indicative progressive",
        ),
        ("Leave/VERB/0/root him/PRON/1/obj +!/PUNCT/1/punct", "Leave", "Leave: Finite Active Present Imperative"),
        (
            "She/PRON/2/nsubj put/VERB/0/root it/PRON/2/obj off/ADP/2/compound:prt",
            "put",
            "put it off: Finite Active Past Indicative",
        ),
        (
            "They/PRON/2/nsubj put/VERB/0/root it/PRON/2/obj there/ADV/2/advmod",
            "put",
            "put: Finite Active Present Indicative",
        ),
        ("It/PRON/2/nsubj made/VERB/0/root them/PRON/2/obj leave/VERB/2/xcomp", "leave", "leave: Infinitive Active"),
    ] {
        check(written, &[("group", about, expected)]);
    }
}

#[test]
fn lemmas_follow_the_part_of_speech() {
    let syntax = parse(
        "Talks/NOUN/2/nsubj resumed/VERB/0/root but/CCONJ/5/cc Roe/PROPN/5/nsubj left/VERB/2/conj women/NOUN/5/obj",
    );
    let lemmas: Vec<_> = (0..6).map(|word| syntax.lemma(word)).collect();
    assert_eq!(lemmas, ["talk", "resume", "but", "Roe", "leave", "woman"]);
}
