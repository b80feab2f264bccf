//! What the lexicon knows of each token, as bits that a model can read beside its pieces.

use dateline_lexicon::bits;
use dateline_text::Document;

/// The [`bits`] of every token, sentence by sentence: `LEXICON_BITS` bits each. Linear in the tokens.
#[must_use]
pub fn lexicon(document: &Document<'_>) -> Vec<u64> {
    let sentences = document.sentences().iter().flat_map(|sentence| {
        let words: Vec<String> =
            (sentence.start()..sentence.end()).map(|word| document.word(word).to_lowercase()).collect();
        bits(&words)
    });
    sentences.collect()
}

#[cfg(test)]
mod tests {
    use dateline_text::{Article, Parts};

    use super::*;

    #[test]
    fn every_token_has_its_bits() {
        let body = "The minister denied it. Nobody stepped down, she said.";
        let parts = Parts { body: body.to_owned(), ..Parts::default() };
        let article = Article::new(parts, usize::MAX).expect("the text is not blank");
        let document = Document::new(&article);
        let found = lexicon(&document);
        assert_eq!(found.len(), document.tokens().len());
        let marked = found.iter().zip(document.tokens()).filter(|(bits, _)| **bits != 0);
        let marked: Vec<&str> = marked.map(|(_, token)| document.slice(token.span)).collect();
        assert_eq!(marked, ["minister", "denied", "stepped", "down", "said"]);
    }
}
