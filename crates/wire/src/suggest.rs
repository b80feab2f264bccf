//! "Did you mean": the word that a caller most likely had in mind.

/// What other interfaces call our fields.
const SYNONYMS: &[(&str, &str)] = &[
    ("article", "body"),
    ("content", "body"),
    ("document", "body"),
    ("html", "body"),
    ("text", "body"),
    ("heading", "title"),
    ("headline", "title"),
    ("deck", "abstract"),
    ("description", "abstract"),
    ("standfirst", "abstract"),
    ("summary", "abstract"),
    ("author", "byline"),
    ("format", "body_type"),
    ("content_type", "body_type"),
    ("location", "dateline"),
    ("created_at", "published_at"),
    ("date", "published_at"),
    ("pubdate", "published_at"),
    ("publication_date", "published_at"),
    ("published", "published_at"),
    ("versioncreated", "published_at"),
    ("lang", "language"),
    ("locale", "language"),
    ("guid", "id"),
    ("uri", "id"),
    ("config", "options"),
    ("parameters", "options"),
    ("params", "options"),
    ("settings", "options"),
    ("articles", "documents"),
    ("items", "documents"),
    ("requests", "documents"),
    ("fields", "include"),
    ("layers", "include"),
    ("offsets", "offset_unit"),
    ("unit", "offset_unit"),
    ("confidence", "min_confidence"),
    ("min_score", "min_confidence"),
    ("entity", "entities"),
    ("text/html", "html"),
    ("text/plain", "text"),
    ("plain", "text"),
    ("threshold", "min_confidence"),
];

/// Names of the request's fields and of its options, for names that stand one level too high or too low.
const FIELDS: &[&str] =
    &["id", "title", "abstract", "body", "body_type", "byline", "dateline", "published_at", "language"];
const OPTIONS: &[&str] = crate::options::Options::NAMES;

/// The field that was meant by `name`, in the object whose pointers begin with `prefix`.
pub(crate) fn field(name: &str, prefix: &str, allowed: &[&str]) -> Option<String> {
    if let Some(word) = word(name, allowed) {
        return Some(word.to_owned());
    }
    match prefix {
        "/" => OPTIONS.contains(&name).then(|| format!("options.{name}")),
        "/options/" => FIELDS.contains(&name).then(|| format!("/{name}")),
        _ => None,
    }
}

/// The word of `known` that was meant: the same but for its case and its separators, a synonym, or one that is a typing
/// error away.
pub(crate) fn word<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let folded = fold(word);
    let find = |fits: &dyn Fn(&str) -> bool| known.iter().copied().find(|known| fits(known));
    let synonyms = || SYNONYMS.iter().filter(|(synonym, _)| fold(synonym) == folded).map(|&(_, field)| field);
    find(&|known| fold(known) == folded).or_else(|| synonyms().find_map(|field| find(&|known| known == field))).or_else(
        || {
            let near = known.iter().map(|known| (strsim::damerau_levenshtein(&fold(known), &folded), *known));
            // A third of the letters may differ: "ttl" is a title, "x" is nothing.
            let (_, nearest) = near.filter(|(edits, known)| 3 * edits <= known.len()).min()?;
            Some(nearest)
        },
    )
}

/// A name without what spelling conventions differ in: "publishedAt", "published-at", "published_at".
fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_that_was_meant_is_found() {
        for (name, prefix, expected) in [
            ("text", "/", Some("body")),
            ("Body", "/", Some("body")),
            ("bodytype", "/", Some("body_type")),
            ("publishedAt", "/", Some("published_at")),
            ("publised_at", "/", Some("published_at")),
            ("headline", "/", Some("title")),
            ("offset_unit", "/", Some("options.offset_unit")),
            ("x", "/", None),
            ("xyloquatz", "/", None),
            ("", "/", None),
        ] {
            assert_eq!(field(name, prefix, FIELDS).as_deref(), expected, "{name}");
        }
        assert_eq!(field("offsetUnit", "/options/", OPTIONS).as_deref(), Some("offset_unit"));
        assert_eq!(field("language", "/options/", OPTIONS).as_deref(), Some("/language"));
        assert_eq!(word("quote", &["entities", "quotes"]), Some("quotes"));
        assert_eq!(word("text/html", &["text", "html"]), Some("html"));
        assert_eq!(word("people", &["entities", "quotes"]), None);
    }
}
