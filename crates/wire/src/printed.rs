//! A quotation as printed: with its marks, for highlighting.

use dateline_extract::quotes::QuoteKind;
use dateline_text::{Article, Byte, Span, is_quotation_mark};

/// Characters that can stand between the last word of a quotation and its closing mark.
const BEFORE_A_MARK: [char; 9] = ['.', ',', '!', '?', ';', ':', '…', '—', '–'];

/// From the first to the last character of a quotation: the content, what stands between its segments, and the marks around
/// it. An indirect quotation has no marks of its own.
pub(crate) fn span(article: &Article, kind: QuoteKind, content: &[Span<Byte>]) -> Span<Byte> {
    // A quotation that begins in the standfirst may continue in the body; a span is in one field.
    let field = content.first().and_then(|first| article.field_of(*first));
    let within = || content.iter().filter(|span| field.is_none_or(|(_, place)| place.contains(**span)));
    let start = within().map(|span| span.start()).min().unwrap_or_default();
    let end = within().map(|span| span.end()).max().unwrap_or_default();
    let whole = Span::from(start as usize..end as usize);
    if kind == QuoteKind::Indirect {
        return whole;
    }
    let Some((_, field)) = field else { return whole };
    let text = article.text();
    let start =
        opening(&text[field.range().start..start as usize]).map_or(start as usize, |at| field.range().start + at);
    let end = end as usize + closing(&text[end as usize..field.range().end]).unwrap_or_default();
    Span::from(start..end)
}

/// Where the mark begins that stands right before the content, over a space as French marks have one.
fn opening(before: &str) -> Option<usize> {
    let trimmed = before.trim_end_matches(is_thin);
    let (at, mark) = trimmed.char_indices().next_back()?;
    let adjacent = trimmed.len() == before.len() || is_guillemet(mark);
    (adjacent && is_quotation_mark(mark)).then(|| doubled(trimmed, at, mark))
}

/// A mark that is typed as two characters begins at the first.
fn doubled(text: &str, at: usize, mark: char) -> usize {
    match text[..at].chars().next_back() {
        Some(before) if before == mark && matches!(mark, '\'' | '`') => at - mark.len_utf8(),
        _ => at,
    }
}

/// How far the mark reaches that stands right behind the content, perhaps after a punctuation mark.
fn closing(behind: &str) -> Option<usize> {
    let rest = behind.trim_start_matches(is_thin);
    let rest = match rest.chars().next()? {
        mark if rest.len() == behind.len() || is_guillemet(mark) => rest,
        _ => behind,
    };
    let unpunctuated = rest.strip_prefix(BEFORE_A_MARK).unwrap_or(rest);
    let mark = unpunctuated.chars().next().filter(|&mark| is_quotation_mark(mark))?;
    let again = unpunctuated[mark.len_utf8()..].starts_with(mark) && mark == '\'';
    let length = mark.len_utf8() * if again { 2 } else { 1 };
    Some(behind.len() - unpunctuated.len() + length)
}

fn is_guillemet(mark: char) -> bool {
    matches!(mark, '«' | '»' | '‹' | '›')
}

/// Spaces that stand inside French marks.
fn is_thin(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

#[cfg(test)]
mod tests {
    use dateline_text::Parts;

    use super::*;

    /// The text as printed of a quotation whose segments are in braces.
    fn printed(kind: QuoteKind, marked: &str) -> String {
        let (mut text, mut content, mut open) = (String::new(), Vec::new(), 0);
        for c in marked.chars() {
            match c {
                '{' => open = text.len(),
                '}' => content.push(Span::from(open..text.len())),
                c => text.push(c),
            }
        }
        let article = Article::new(Parts { body: text.clone(), ..Parts::default() }, 1_000).unwrap();
        text[span(&article, kind, &content).range()].to_owned()
    }

    #[test]
    fn marks_and_what_stands_between_segments_belong_to_a_quotation() {
        use QuoteKind::{Direct, Indirect, Mixed};
        for (kind, marked, expected) in [
            (Direct, "He said: “{We will stay.}” Then", "“We will stay.”"),
            (Direct, "\"{We,}\" he said, \"{will stay}.\" Then", "\"We,\" he said, \"will stay.\""),
            (Direct, "« {Oui} », dit-il", "« Oui »"),
            (Direct, "»{Ja}«, sagte er", "»Ja«"),
            (Direct, "``{We stay,}'' he said", "``We stay,''"),
            (Direct, "‘{We stay}’, he said", "‘We stay’"),
            (Direct, "“{We stay.}\n\n“{We go,}” he said", "“We stay.\n\n“We go,”"),
            (Direct, "“{We stay} he said", "“We stay"),
            (Direct, "{We stay} \" he", "We stay"),
            (Mixed, "He said {it was} “{a shame}” for all", "it was “a shame”"),
            (Indirect, "He said {it was} late", "it was"),
            (Indirect, "He said “that” {it was}, he said, {late}", "it was, he said, late"),
        ] {
            assert_eq!(printed(kind, marked), expected, "{marked}");
        }
    }
}
