//! Headlines that quote without saying whom: their speaker is who says the same in the article.

use dateline_text::{Document, Field};

use super::{Quote, speakers::Speakers};

/// Fewest words that a headline must share with a quote below to be its echo.
const WORDS_MIN: usize = 3;

/// Quotes of the headline that are looked for below, at most; headlines have one or two.
const QUOTES_MAX: usize = 8;

/// Gives quotes of the headline without source and speaker the speaker of the quote below that holds their words, in
/// order.
pub(super) fn resolve(document: &Document<'_>, speakers: &Speakers<'_, '_>, quotes: &mut [Quote]) {
    let is_headline = |quote: &Quote| {
        let word = document.words(quote.content[0]).start();
        document.field_at(word) == Field::Title || document.paragraph_at(word) == 0
    };
    let end = quotes.iter().position(|quote| !is_headline(quote)).unwrap_or(quotes.len());
    let (above, below) = quotes.split_at_mut(end);
    let said: Vec<String> = below.iter().map(|quote| words(document, quote)).collect();
    let unknown = above.iter_mut().filter(|quote| quote.source.is_none() && quote.speaker.is_none());
    for quote in unknown.take(QUOTES_MAX) {
        let sought = words(document, quote);
        if sought.split_whitespace().count() >= WORDS_MIN
            && let Some(at) = said.iter().position(|said| said.contains(&sought))
        {
            quote.speaker = speakers.echo(&below[at]);
        }
    }
}

/// The words of a quote's content, folded, each between spaces.
fn words(document: &Document<'_>, quote: &Quote) -> String {
    let text: Vec<String> = quote.content.iter().map(|&span| document.slice(span).to_lowercase()).collect();
    let words: Vec<String> = text
        .join(" ")
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .map(|word| word.replace('’', "'"))
        .collect();
    format!(" {} ", words.join(" "))
}
