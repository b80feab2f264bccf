//! Whom sources mean.

use super::{read, render};

const WHO: &[&str] = &["Ana Roe/f", "Tom Lind/m", "Tory Wren/m?", "Northern Rail"];

/// Compares the speakers of all quotes, with how they were found.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let lines = render(text, &read(text, WHO));
    let speakers: Vec<&str> = lines.iter().map(|line| line.rsplit(" | ").next().unwrap()).collect();
    assert_eq!(speakers, expected, "{text}");
}

#[test]
fn a_first_name_makes_a_gender_likely_and_a_title_settles_it() {
    check("Tory Wren leads the council. \"It was an oversight,\" she said.", &["Tory Wren (pronoun)"]);
    check("Tory Wren met Ana Roe. \"It was an oversight,\" she said.", &["Ana Roe (pronoun)"]);
    check("Tom Lind leads the council. \"It was an oversight,\" she said.", &[""]);
}

#[test]
fn pronouns_mean_people_who_are_only_described() {
    check("A neighbour ran out of the house. \"I heard the glass break,\" she said.", &["neighbour (anonymous)"]);
}

#[test]
fn a_phrase_beside_a_name_is_that_name() {
    check("Ana Roe, a lawyer, ran out. \"I heard the glass break,\" she said.", &["Ana Roe (pronoun)"]);
}

#[test]
fn relative_pronouns_mean_what_stands_before_them() {
    let text = "The plan came from Northern Rail, which said it would buy ten trains.";
    check(text, &["Northern Rail"]);
}

#[test]
fn one_and_others_are_some_of_those_spoken_of() {
    let text = "Residents were angry. \"Nobody asked us,\" said one. \"It is a disgrace,\" said another.";
    check(text, &["Residents (anonymous)", "Residents (anonymous)"]);
}

#[test]
fn an_indefinite_description_is_somebody_new() {
    check("Ana Roe met Tom Lind. A lawyer said the case was weak.", &["lawyer (anonymous)"]);
}

#[test]
fn a_lead_describes_whom_the_article_names_below() {
    let text = "The rider will appeal, his lawyer said on Monday. The race was stopped. Ana Roe, the lawyer, filed it.";
    check(text, &["Ana Roe (nominal)"]);
}

#[test]
fn a_noun_behind_a_name_can_say_what_sort_of_body_it_is() {
    check("Northern Rail was late. The Northern Rail company said it would pay.", &["Northern Rail"]);
    check("Northern Rail was late. A Northern Rail driver said it would pay.", &["Northern Rail driver (anonymous)"]);
}

#[test]
fn a_title_between_commas_is_the_name_s_before_it() {
    let text = "Ana Roe, director of the museum, speaking in Lima, said it would close.";
    check(text, &["Ana Roe"]);
}

#[test]
fn a_colon_gives_the_quotation_to_the_subject_before_it() {
    let text = "\"We won,\" said Ana Roe. Her rival, Tom Lind, was less cheerful: \"We lost to nine men.\"";
    check(text, &["Ana Roe", "Tom Lind"]);
}

#[test]
fn who_speaks_a_quotation_and_who_is_answered_are_not_he_in_it() {
    let text = "Tom Lind asked whether it was dark. \"No,\" Ana Roe replied. \"Yes,\" she said.";
    check(text, &["Tom Lind", "Ana Roe", "Ana Roe (pronoun)"]);
    let text = "Tom Lind asked whether it was dark. \"No, he said, 'It is noon,'\" Ana Roe replied.";
    check(text, &["Tom Lind", "Ana Roe", ""]);
}

#[test]
fn labels_of_a_transcript_are_surnames() {
    let text = "The host spoke with Ana Roe.\n\nHOST: Who pays for it?\n\nROE: Nobody pays.\n\nHOST: Nobody at all?\n\nROE: The state does.";
    check(text, &["HOST", "Ana Roe", "HOST", "Ana Roe"]);
}

#[test]
fn question_words_alone_are_no_content() {
    check("Ana Roe left. That is what the contract says.", &[]);
}
