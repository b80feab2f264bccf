//! Inflection: the surface forms of verbs and nouns, generated from their dictionary form.
//!
//! Forms are generated rather than stripped, so that a table of dictionary forms can be turned into a table of
//! everything that may stand in a text, with no guess about unknown words.

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum VerbForm {
    /// "attack", also the plain present.
    Base,
    /// "attacks"
    Third,
    /// "attacked", "struck"
    Past,
    /// "attacked", "stricken"
    Participle,
    /// "attacking"
    Gerund,
}

/// Verbs whose past is irregular: base, past and, where it differs, participle; variants after a slash.
const IRREGULAR: &str = "\
arise arose arisen|awake awoke awoken|be was/were been|bear bore borne/born|beat beat beaten|become became become|\
begin began begun|bend bent|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|\
breed bred|bring brought|broadcast broadcast|build built|burn burned/burnt|burst burst|buy bought|cast cast|\
catch caught|choose chose chosen|cling clung|come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|\
do did done|draw drew drawn|dream dreamed/dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|\
feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade/forbad forbidden|\
forecast forecast/forecasted|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|\
freeze froze frozen|get got got/gotten|give gave given|go went gone|grind ground|grow grew grown|hang hung/hanged|\
have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|kneel knelt|know knew known|lay laid|\
lead led|lean leaned/leant|leap leaped/leapt|learn learned/learnt|leave left|lend lent|let let|lie lay/lied lain/lied|\
light lit/lighted|lose lost|make made|mean meant|meet met|mistake mistook mistaken|overcome overcame overcome|\
oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|overrun overran overrun|\
override overrode overridden|offset offset|outrun outran outrun|pay paid|plead pleaded/pled|prove proved proved/proven|\
put put|quit quit/quitted|read read|rebuild rebuilt|rerun reran rerun|resell resold|ride rode ridden|ring rang rung|\
rise rose risen|run ran run|saw sawed sawn|say said|see saw seen|seek sought|sell sold|send sent|set set|\
shake shook shaken|shed shed|shine shone|shoot shot|show showed shown/showed|shrink shrank shrunk|shut shut|sing sang sung|\
sink sank sunk|sit sat|slay slew slain|sleep slept|slide slid|sling slung|slit slit|speak spoke spoken|\
speed sped/speeded|spend spent|spill spilled/spilt|spin spun|split split|spread spread|spring sprang sprung|\
stand stood|steal stole stolen|stick stuck|sting stung|strike struck struck/stricken|strive strove striven|\
swear swore sworn|sweep swept|swell swelled swollen|swim swam swum|swing swung|take took taken|teach taught|\
tear tore torn|tell told|think thought|throw threw thrown|thrust thrust|undergo underwent undergone|\
understand understood|undertake undertook undertaken|undo undid undone|uphold upheld|upset upset|wake woke woken|\
wear wore worn|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood|\
wring wrung|write wrote written|rewrite rewrote rewritten|retake retook retaken|behead beheaded";

/// Verbs of several syllables that double their last consonant, as a stressed last syllable asks for, or by custom.
const DOUBLING: &[&str] = &[
    "abet", "abhor", "acquit", "admit", "annul", "befit", "begin", "cancel", "channel", "commit", "compel", "concur",
    "control", "counsel", "defer", "dispel", "embed", "enrol", "equip", "excel", "expel", "forget", "fulfil",
    "handicap", "hijack", "incur", "infer", "kidnap", "label", "level", "marshal", "model", "occur", "omit", "patrol",
    "permit", "prefer", "program", "propel", "quarrel", "quit", "rebel", "recur", "refer", "regret", "remit", "repel",
    "rival", "shovel", "signal", "squat", "submit", "topple", "transfer", "transmit", "travel", "tunnel", "worship",
];

/// Nouns with an irregular plural.
const IRREGULAR_PLURALS: &[(&str, &str)] = &[
    ("analysis", "analyses"),
    ("child", "children"),
    ("crisis", "crises"),
    ("foot", "feet"),
    ("life", "lives"),
    ("man", "men"),
    ("person", "people"),
    ("diagnosis", "diagnoses"),
    ("woman", "women"),
    ("wife", "wives"),
    ("thief", "thieves"),
    ("spy", "spies"),
    ("aircraft", "aircraft"),
    ("series", "series"),
    ("policeman", "policemen"),
    ("gunman", "gunmen"),
    ("serviceman", "servicemen"),
    ("fisherman", "fishermen"),
    ("spokesman", "spokesmen"),
];

/// The forms of a verb, British and American spellings alike ("travelled" and "traveled", "-ise" beside "-ize"), in a
/// fixed order and without duplicates. A particle after the verb ("step down") stays behind each form.
pub(crate) fn verb_forms(lemma: &str) -> Vec<(String, VerbForm)> {
    let (verb, rest) = lemma.split_once(' ').map_or((lemma, ""), |(verb, rest)| (verb, rest));
    let mut forms = conjugate(verb);
    if let Some(stem) = verb.strip_suffix("ize") {
        forms.extend(conjugate(&format!("{stem}ise")));
    }
    if !rest.is_empty() {
        for (form, _) in &mut forms {
            form.push(' ');
            form.push_str(rest);
        }
    }
    forms
}

fn conjugate(verb: &str) -> Vec<(String, VerbForm)> {
    let mut forms = vec![(verb.to_owned(), VerbForm::Base), (with_s(verb), VerbForm::Third)];
    let stems = stems(verb);
    match verb.strip_suffix("ie") {
        Some(root) => forms.push((format!("{root}ying"), VerbForm::Gerund)),
        None => forms.extend(stems.iter().map(|stem| (format!("{stem}ing"), VerbForm::Gerund))),
    }
    let irregular = IRREGULAR.split('|').map(|row| row.split(' ').collect::<Vec<_>>()).find(|row| row[0] == verb);
    if let Some(row) = irregular {
        let (past, participle) = (row[1], row.get(2).copied().unwrap_or(row[1]));
        forms.extend(past.split('/').map(|form| (form.to_owned(), VerbForm::Past)));
        forms.extend(participle.split('/').map(|form| (form.to_owned(), VerbForm::Participle)));
        return forms;
    }
    let pasts = stems.iter().map(|stem| match verb.strip_suffix('y') {
        Some(root) if !root.ends_with(is_vowel) => format!("{root}ied"),
        _ if verb.ends_with('e') => format!("{verb}d"),
        _ => format!("{stem}ed"),
    });
    let pasts: Vec<String> = pasts.collect();
    for form in [VerbForm::Past, VerbForm::Participle] {
        forms.extend(pasts.iter().map(|past| (past.clone(), form)));
    }
    forms
}

/// What "-ing" and "-ed" are added to: one stem, or two where spelling varies.
fn stems(verb: &str) -> Vec<String> {
    if verb.ends_with("ee") || verb.ends_with("oe") || verb.ends_with("ye") || verb == "be" {
        return vec![verb.to_owned()];
    }
    if let Some(root) = verb.strip_suffix('e') {
        return vec![root.to_owned()];
    }
    let doubled = || format!("{verb}{}", verb.chars().last().expect("verbs are not empty"));
    if DOUBLING.contains(&verb) && ends_doubling(verb) {
        return if verb.ends_with('l') { vec![doubled(), verb.to_owned()] } else { vec![doubled()] };
    }
    if verb.chars().filter(|c| is_vowel(*c)).count() == 1 && ends_doubling(verb) {
        return vec![doubled()];
    }
    vec![verb.to_owned()]
}

/// Whether a verb ends in one vowel and one consonant that can double.
fn ends_doubling(verb: &str) -> bool {
    let mut tail = verb.chars().rev();
    let (last, vowel, before) = (tail.next(), tail.next(), tail.next());
    last.is_some_and(|c| !is_vowel(c) && !"wxyhk".contains(c))
        && vowel.is_some_and(is_vowel)
        && before.is_none_or(|c| !is_vowel(c) || verb.starts_with("qu") || verb.contains("qui"))
}

fn is_vowel(c: char) -> bool {
    "aeiou".contains(c)
}

/// The plural of a noun; of a phrase, the plural of its last word.
pub(crate) fn plural_of(noun: &str) -> String {
    let (head, last) = noun.rsplit_once(' ').map_or(("", noun), |(head, last)| (head, last));
    let plural = match IRREGULAR_PLURALS.iter().find(|(singular, _)| *singular == last) {
        Some((_, plural)) => (*plural).to_owned(),
        None => with_s(last),
    };
    if head.is_empty() { plural } else { format!("{head} {plural}") }
}

/// "-s" with its spelling: of a noun's plural and of a verb's third person alike.
fn with_s(word: &str) -> String {
    match word.strip_suffix('y') {
        _ if matches!(word, "have") => "has".to_owned(),
        _ if matches!(word, "be") => "is".to_owned(),
        Some(root) if !root.ends_with(is_vowel) => format!("{root}ies"),
        _ if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") => format!("{word}es"),
        _ if matches!(word, "go" | "do" | "undergo" | "veto" | "hero" | "echo" | "embargo") => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_take_the_forms_of_the_dictionary() {
        let cases = [
            ("attack", "attack attacks attacking attacked attacked"),
            ("accuse", "accuse accuses accusing accused accused"),
            ("deny", "deny denies denying denied denied"),
            ("deploy", "deploy deploys deploying deployed deployed"),
            ("stab", "stab stabs stabbing stabbed stabbed"),
            ("visit", "visit visits visiting visited visited"),
            ("raid", "raid raids raiding raided raided"),
            ("acquit", "acquit acquits acquitting acquitted acquitted"),
            ("agree", "agree agrees agreeing agreed agreed"),
            ("die", "die dies dying died died"),
            ("quit", "quit quits quitting quit quitted quit quitted"),
            ("flee", "flee flees fleeing fled fled"),
            ("strike", "strike strikes striking struck struck stricken"),
            ("travel", "travel travels travelling traveling travelled traveled travelled traveled"),
            ("veto", "veto vetoes vetoing vetoed vetoed"),
            ("step down", "step down steps down stepping down stepped down stepped down"),
        ];
        for (lemma, expected) in cases {
            let forms: Vec<String> = verb_forms(lemma).into_iter().map(|(form, _)| form).collect();
            assert_eq!(forms.join(" "), expected);
        }
    }

    #[test]
    fn both_spellings_of_ize_are_generated() {
        assert!(verb_forms("criticize").contains(&("criticised".to_owned(), VerbForm::Past)));
    }

    #[test]
    fn nouns_take_the_plural_of_the_dictionary() {
        for (noun, plural) in
            [("attack", "attacks"), ("inquiry", "inquiries"), ("crash", "crashes"), ("peace deal", "peace deals")]
        {
            assert_eq!(plural_of(noun), plural);
        }
    }
}
