//! Spellings that follow from a name by rule.

use dateline_gazetteer::TitleClass;

/// A title's spellings: as it is, with a capital at the start of a sentence, with capitals as before a name, and each
/// in the plural. Abbreviations and forms of address have no plural: that of "Mr." would be "Mrs.".
pub(super) fn of_title(title: &str, class: Option<TitleClass>) -> Vec<String> {
    let countable = class != Some(TitleClass::Honorific) && !title.ends_with('.');
    let forms = if countable { vec![title.to_owned(), plural(title)] } else { vec![title.to_owned()] };
    forms.iter().flat_map(|t| [t.clone(), capitalised(t), titled(t)]).collect()
}

/// The name with a capital at its start: "bin Laden" at the start of a sentence.
pub(super) fn capitalised(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn titled(name: &str) -> String {
    let small = |word: &str| matches!(word.trim_end_matches([' ', '-']), "of" | "the" | "and" | "for" | "in" | "to");
    let words = name.split_inclusive([' ', '-']);
    words.map(|word| if small(word) { word.to_owned() } else { capitalised(word) }).collect()
}

/// The plural of a title: of its head, which stands before "of", "in", "for" or a hyphen if there is one.
fn plural(title: &str) -> String {
    for office in ["attorney", "secretary", "surgeon", "solicitor", "director", "consul", "governor"] {
        if let Some(general) = title.strip_prefix(office).filter(|rest| matches!(*rest, " general" | "-general")) {
            return format!("{}{general}", plural_noun(office));
        }
    }
    let heads_end = [" of ", " in ", " for ", " at ", "-in-", "-at-", " to "];
    let end = heads_end.iter().filter_map(|joint| title.find(joint)).min().unwrap_or(title.len());
    let (head, tail) = title.split_at(end);
    format!("{}{tail}", plural_noun(head))
}

fn plural_noun(noun: &str) -> String {
    let before_y = |stem: &str| !stem.ends_with(['a', 'e', 'i', 'o', 'u']);
    if let Some(stem) = noun.strip_suffix("man") {
        format!("{stem}men")
    } else if let Some(stem) = noun.strip_suffix('y').filter(|stem| before_y(stem)) {
        format!("{stem}ies")
    } else if noun.ends_with(['s', 'x', 'z']) || noun.ends_with("ch") || noun.ends_with("sh") {
        format!("{noun}es")
    } else {
        format!("{noun}s")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_spelled_in_all_casings_and_numbers() {
        for (title, plural, headline) in [
            ("president", "presidents", "President"),
            ("attorney general", "attorneys general", "Attorney General"),
            ("secretary of state", "secretaries of state", "Secretary of State"),
            ("editor-in-chief", "editors-in-chief", "Editor-in-Chief"),
            ("spokeswoman", "spokeswomen", "Spokeswoman"),
            ("coach", "coaches", "Coach"),
        ] {
            let spellings = of_title(title, None);
            assert!(spellings.iter().any(|s| s == plural), "{spellings:?}");
            assert!(spellings.iter().any(|s| s == headline), "{spellings:?}");
        }
        assert!(!of_title("mr.", Some(TitleClass::Honorific)).iter().any(|s| s == "mr.s"));
    }
}
