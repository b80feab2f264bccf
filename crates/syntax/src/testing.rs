//! Parses written by hand.

use dateline_text::{Article, Document, Parts};

use crate::{Node, Relation, Syntax, Upos};

/// A parse of words that are written as `text/UPOS/head/relation`, with heads counted from 1 and 0 for the root; "+" before
/// a word glues it to the one before. All of them are one sentence.
pub(crate) fn parse(written: &str) -> Syntax<'static> {
    let mut text = String::new();
    let mut forms = Vec::new();
    let mut nodes = Vec::new();
    for item in written.split_whitespace() {
        let [form, upos, head, relation] = item.split('/').collect::<Vec<_>>()[..] else { panic!("{item}") };
        let glued = form.strip_prefix('+');
        if !text.is_empty() && glued.is_none() {
            text.push(' ');
        }
        text.push_str(glued.unwrap_or(form));
        forms.push(glued.unwrap_or(form));
        nodes.push(Node {
            upos: Upos::named(upos).unwrap_or_else(|| panic!("{item}")),
            relation: Relation::named(relation).unwrap_or_else(|| panic!("{item}")),
            head: head.parse::<u32>().unwrap().checked_sub(1),
        });
    }
    let article = Article::new(Parts { body: text, ..Parts::default() }, usize::MAX).unwrap();
    let document: &'static Document<'static> = Box::leak(Box::new(Document::new(Box::leak(Box::new(article)))));
    let words: Vec<_> = (0..forms.len()).map(|word| document.word(u32::try_from(word).unwrap())).collect();
    assert_eq!(words, forms);
    Syntax::of_nodes(document, nodes).unwrap_or_else(|error| panic!("{written}: {error}"))
}

/// The first word of that text; with "#2" behind it, the second.
pub(crate) fn word(syntax: &Syntax<'_>, text: &str) -> u32 {
    let (text, skipped) = text.split_once('#').map_or((text, 0), |(text, n)| (text, n.parse::<usize>().unwrap() - 1));
    let words = 0..u32::try_from(syntax.document().tokens().len()).unwrap();
    words.filter(|&word| syntax.document().word(word) == text).nth(skipped).unwrap_or_else(|| panic!("no {text}"))
}
