//! Every structure of attribution.

use super::check;

const WHO: &[&str] = &["Ana Roe/f", "Tom Lind/m", "Northern Rail"];

#[test]
fn direct() {
    for (text, expected) in [
        ("\"It rained,\" Roe said.", "Roe | said | It rained, | Direct | Ana Roe"),
        ("Roe said: \"It rained.\"", "Roe | said | It rained. | Direct | Ana Roe"),
        ("Roe said, \"It rained.\"", "Roe | said | It rained. | Direct | Ana Roe"),
        ("\"It rained,\" Roe told reporters on Monday.", "Roe | told | It rained, | Direct | Ana Roe"),
        ("\"Did it rain?\" asked Roe.", "Roe | asked | Did it rain? | Direct | Ana Roe"),
        ("\"Did it rain?\" Roe asked.", "Roe | asked | Did it rain? | Direct | Ana Roe"),
        ("\"It rained\", Roe added.", "Roe | added | It rained | Direct | Ana Roe"),
        (
            "\"It rained,\" Roe said, \"and then it snowed.\"",
            "Roe | said | It rained, ~ and then it snowed. | Direct | Ana Roe",
        ),
        (
            "\"It rained,\" said Tom Lind, a farmer in the hills.",
            "Tom Lind, a farmer in the hills | said | It rained, | Direct | Tom Lind",
        ),
        ("Tom Lind, 45, said: \"It rained.\"", "Tom Lind, 45 | said | It rained. | Direct | Tom Lind"),
        ("\"It rained,\" Roe's lawyer said.", "Roe's lawyer | said | It rained, | Direct | Roe's lawyer (anonymous)"),
        (
            "\"It rained,\" said a spokesman for Northern Rail.",
            "a spokesman for Northern Rail | said | It rained, | Direct | spokesman for Northern Rail (anonymous)",
        ),
    ] {
        check(&format!("Ana Roe and Tom Lind met Northern Rail. {text}"), WHO, &[expected]);
    }
}

#[test]
fn indirect() {
    for (text, expected) in [
        ("Roe said that it would rain.", "Roe | said | it would rain | Indirect | Ana Roe"),
        ("Roe said it would rain.", "Roe | said | it would rain | Indirect | Ana Roe"),
        ("It would rain, Roe said.", "Roe | said | It would rain | Indirect | Ana Roe"),
        ("The rain, Roe said, would stop soon.", "Roe | said | The rain ~ would stop soon | Indirect | Ana Roe"),
        ("According to Roe, it would rain.", "Roe | According to | it would rain | Indirect | Ana Roe"),
        ("It would rain, according to Roe.", "Roe | according to | It would rain | Indirect | Ana Roe"),
        ("Roe told the council that it would rain.", "Roe | told | it would rain | Indirect | Ana Roe"),
        ("Roe, who keeps bees, said it would rain.", "Roe, who keeps bees | said | it would rain | Indirect | Ana Roe"),
        ("Roe asked whether it would rain.", "Roe | asked | whether it would rain | Indirect | Ana Roe"),
        ("Roe promised to stop the rain.", "Roe | promised | to stop the rain | Indirect | Ana Roe"),
        ("Roe was quoted as saying that it would rain.", "Roe | saying | it would rain | Indirect | Ana Roe"),
        ("On Monday, Roe said it would rain.", "Roe | said | it would rain | Indirect | Ana Roe"),
        ("Roe denied that it would rain.", "Roe | not denied | it would rain | Indirect | Ana Roe"),
        ("Roe did not say whether it would rain.", "Roe | not say | whether it would rain | Indirect | Ana Roe"),
        ("Roe believes that it will rain.", "Roe | believes | it will rain | Indirect thought | Ana Roe"),
        ("Residents said it would rain.", "Residents | said | it would rain | Indirect | Residents (collective)"),
        (
            "A senior official who asked not to be named said it would rain.",
            "A senior official who asked not to be named | said | it would rain | Indirect | senior official (anonymous)",
        ),
    ] {
        check(&format!("Ana Roe and Tom Lind met Northern Rail. {text}"), WHO, &[expected]);
    }
}

#[test]
fn two_cues() {
    check(
        "Ana Roe said it would rain, adding that snow was likely.",
        WHO,
        &[
            "Ana Roe | said | it would rain | Indirect | Ana Roe",
            "Ana Roe | adding | snow was likely | Indirect | Ana Roe",
        ],
    );
    check(
        "Ana Roe said it would rain and added that snow was likely.",
        WHO,
        &[
            "Ana Roe | said | it would rain | Indirect | Ana Roe",
            "Ana Roe | added | snow was likely | Indirect | Ana Roe",
        ],
    );
}

#[test]
fn mixed() {
    check(
        "Ana Roe said the plan was “a disgrace” and would fail.",
        WHO,
        &["Ana Roe | said | the plan was ~ a disgrace ~ and would fail | Mixed | Ana Roe"],
    );
    check(
        "Ana Roe called the plan “a disgrace”.",
        WHO,
        &["Ana Roe | called | the plan ~ a disgrace | Mixed | Ana Roe"],
    );
    check(
        "The plan is “a disgrace,” Ana Roe said.",
        WHO,
        &["Ana Roe | said | The plan is ~ a disgrace, | Mixed | Ana Roe"],
    );
}

#[test]
fn limits_of_content() {
    check(
        "OSLO, May 4 — The plan failed, Ana Roe said.",
        WHO,
        &["Ana Roe | said | The plan failed | Indirect | Ana Roe"],
    );
    check(
        "Ana Roe stressed the need for rain, suggesting that fields were dry.",
        WHO,
        &[
            "Ana Roe | stressed | the need for rain | Indirect | Ana Roe",
            "Ana Roe | suggesting | fields were dry | Indirect | Ana Roe",
        ],
    );
    check(
        "Ana Roe described the plan as weak and urged for a new one.",
        WHO,
        &[
            "Ana Roe | described | the plan as weak | Indirect | Ana Roe",
            "Ana Roe | urged for | a new one | Indirect | Ana Roe",
        ],
    );
    check(
        "Despite the rain, Ana Roe launched a boat, saying that it was safe.",
        WHO,
        &["Ana Roe | saying | it was safe | Indirect | Ana Roe"],
    );
    check("“It rained,” Ana Roe said by telephone.", WHO, &["Ana Roe | said | It rained, | Direct | Ana Roe"]);
}

#[test]
fn nothing_said() {
    for text in [
        "Ana Roe refused to say where she was.",
        "Ana Roe is accused of theft.",
        "The state of the roads and the claims of farmers are a concern.",
        "The report was published by Northern Rail.",
        "Northern Rail plans and reports are long.",
        "Ana Roe has not asked for help.",
        "Ana Roe invited him to the talks.",
        "Ana Roe invited him to Oslo.",
        "It was a plan which Ana Roe rejected last week.",
        "It rained while demanding more.",
    ] {
        check(text, WHO, &[]);
    }
}

#[test]
fn speakers_behind_pronouns() {
    check(
        "Ana Roe met Tom Lind. “It rained,” she said. “It snowed,” he said.",
        WHO,
        &[
            "she | said | It rained, | Direct | Ana Roe (pronoun)",
            "he | said | It snowed, | Direct | Tom Lind (pronoun)",
        ],
    );
    check("“It rained,” she said.", &[], &["she | said | It rained, | Direct | "]);
}

#[test]
fn what_sets_the_scene_behind_quoted_words_is_no_content() {
    for scene in
        ["after she sold the farm", "Wednesday on the radio", "during a visit to Oslo", "when the vote was over"]
    {
        check(
            &format!("Ana Roe described Tom Lind as a “disgrace” {scene}."),
            WHO,
            &["Ana Roe | described | Tom Lind as a ~ disgrace | Mixed | Ana Roe"],
        );
    }
}

#[test]
fn a_sentence_that_the_reporting_clause_breaks_off() {
    check(
        "“Each time you ask,” Ana Roe said, pointing at the river, “you make it worse.”",
        WHO,
        &["Ana Roe | said | Each time you ask, ~ you make it worse. | Direct | Ana Roe"],
    );
    check(
        "“It rained,” Ana Roe said, adding that the river was “high.”",
        WHO,
        &[
            "Ana Roe | said | It rained, | Direct | Ana Roe",
            "Ana Roe | adding | the river was ~ high. | Mixed | Ana Roe",
        ],
    );
}

#[test]
fn a_name_behind_called_belongs_to_the_source() {
    check(
        "“It rained,” a farmer called Tom Lind wrote.",
        WHO,
        &["a farmer called Tom Lind | wrote | It rained, | Direct | Tom Lind"],
    );
}

#[test]
fn the_writer_goes_on_behind_a_quoted_comma() {
    for more in ["leaving the strike aside", "while others stayed", "which he denied"] {
        check(
            &format!("Ana Roe said that the city was “busy,” {more}."),
            WHO,
            &["Ana Roe | said | the city was ~ busy, | Mixed | Ana Roe"],
        );
    }
}

#[test]
fn a_subject_before_the_reporting_clause_belongs_to_the_quotation_behind_it() {
    check(
        "The plan, Ana Roe said, “would fail within a year.”",
        WHO,
        &["Ana Roe | said | The plan ~ would fail within a year. | Mixed | Ana Roe"],
    );
    check("On Monday, Ana Roe said, “we will go.”", WHO, &["Ana Roe | said | we will go. | Direct | Ana Roe"]);
    check("The plan, Ana Roe said, “We will go.”", WHO, &["Ana Roe | said | We will go. | Direct | Ana Roe"]);
}

#[test]
fn content_in_a_relative_clause_ends_before_the_verb_around_it() {
    check(
        "Ana Roe, who urged people to vote for “a kinder valley”, left at noon.",
        WHO,
        &["Ana Roe | urged | to vote for ~ a kinder valley | Mixed | Ana Roe"],
    );
}

#[test]
fn the_past_of_read() {
    check(
        "A banner which read “love the river” hung there.",
        &[],
        &["A banner | read | love the river | Direct | banner (collective)"],
    );
    check("The sign read: “No more rain.”", &[], &["The sign | read | No more rain. | Direct | sign (anonymous)"]);
    check(
        "“It rained for a week,” the letter read.",
        &[],
        &["the letter | read | It rained for a week, | Direct | letter (collective)"],
    );
}

#[test]
fn relative_pronouns_keep_their_antecedent() {
    for (text, pronoun) in [
        ("The talks were led by Ana Roe, who said that it would rain.", Some("who")),
        ("The talks were led by Northern Rail, which has promised to build a bridge.", Some("which")),
        ("The talks ended with a letter that said the bridge would close.", Some("that")),
        ("Ana Roe said that it would rain.", None),
    ] {
        let found = super::read(text, WHO);
        let relative: Vec<_> =
            found.quotes.iter().map(|quote| quote.relative.map(|span| &text[span.range()])).collect();
        assert_eq!(relative, [pronoun], "{text}");
    }
}

#[test]
fn speakers_behind_a_dash() {
    check(
        "“The river came up to the door, and nobody called us.” ― Ana Roe\n“We lost the farm.” — Tom Lind, a farmer.\n“We left.”\n— Ana Roe, speaking in Oslo",
        WHO,
        &[
            "Ana Roe |  | The river came up to the door, and nobody called us. | Direct | Ana Roe",
            "Tom Lind, a farmer |  | We lost the farm. | Direct | Tom Lind",
            "Ana Roe, speaking in Oslo |  | We left. | Direct | Ana Roe",
        ],
    );
    check(
        "“The river came up,” Ana Roe said. “We left.” — Then it rained.",
        WHO,
        &["Ana Roe | said | The river came up, | Direct | Ana Roe", "- |  | We left. | Direct | Ana Roe"],
    );
}

#[test]
fn acts_without_content() {
    check("Ana Roe declined to comment.", WHO, &[]);
    check("Ana Roe did not praise the chance of a strike.", WHO, &[]);
}

#[test]
fn turns_of_a_transcript() {
    check(
        "ROE: Did it rain?\n\nLIND: It did, for a week.\n\nROE: And now?",
        &[],
        &[
            "ROE |  | Did it rain? | Direct | ROE",
            "LIND |  | It did, for a week. | Direct | LIND",
            "ROE |  | And now? | Direct | ROE",
        ],
    );
    check(
        "\"ROE: Did it rain?\n\n\"LIND: It did, for a week.\n\n\"ROE: And now?\"",
        &[],
        &[
            "ROE |  | Did it rain? | Direct | ROE",
            "LIND |  | It did, for a week. | Direct | LIND",
            "ROE |  | And now? | Direct | ROE",
        ],
    );
}
