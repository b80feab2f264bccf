//! The elements of HTML, as far as they decide what is text and where paragraphs begin.

use crate::furniture::FurnitureKind;

/// How an element stands among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// Within a line.
    Inline,
    /// Begins and ends a paragraph.
    Block,
    /// A cell of a table: begins and ends a stretch of its row.
    Cell,
    /// Never has content.
    Void,
}

/// What the content of an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Text like that around it.
    Text,
    /// Text in which a blank line is white space.
    Paragraph,
    /// Text whose line feeds break lines.
    Preformatted,
    /// Nothing that is read.
    NotText,
    /// Nothing that is read, and no tags either.
    Raw(Raw),
    /// Text in preformatted lines, without tags.
    RawText(Raw),
    /// What came with the page.
    Furniture(FurnitureKind),
    /// `html` and `body`, which say nothing.
    Document,
    /// `head`.
    Head,
    /// `article`, `main` and `section`.
    Section,
    /// `header` and `footer`: of the page, unless they stand in a section.
    PageEdge,
    /// `form`.
    Form,
    /// `dialog`, which is hidden unless open.
    Dialog,
    /// `blockquote`.
    BlockQuote,
    /// `figure`.
    Figure,
    /// `cite`.
    Cite,
    /// `q`.
    Quote,
    /// `a`.
    Link,
    /// Lists.
    List,
    /// An item of a list.
    Item,
    /// `dt` and `dd`.
    Term,
    /// `table`.
    Table,
    /// A row, or a group of rows.
    Row,
    /// `sup`.
    Superscript,
    /// `time`.
    Time,
    /// `svg` and `math`.
    Foreign,
}

impl Content {
    /// How the tokenizer reads it, if it holds no elements.
    pub(super) fn raw(self) -> Option<Raw> {
        match self {
            Self::Raw(raw) | Self::RawText(raw) => Some(raw),
            _ => None,
        }
    }
}

/// How the tokenizer reads the content of an element that holds no elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raw {
    /// With character references.
    Escapable,
    /// Without.
    Plain,
    /// As a script, which may hold comments.
    Script,
    /// To the end of the document.
    Rest,
}

/// One element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) flow: Flow,
    pub(super) content: Content,
}

/// A number for the name of an element; those of [`TABLE`] come first.
pub(super) type Name = u16;

/// The element of a name that [`TABLE`] does not hold.
const UNKNOWN: Element = Element { flow: Flow::Inline, content: Content::Text };

/// Elements of AMP that hold text; the others are media, advertisements and controls.
const AMP_TEXT: [&[u8]; 4] = [b"amp-accordion", b"amp-fit-text", b"amp-layout", b"amp-timeago"];

macro_rules! elements {
    ($($name:literal $flow:ident $content:expr;)*) => {
        /// Elements by name, in order of their names.
        const TABLE: &[(&[u8], Element)] = {
            use Content::*;
            &[$(($name, Element { flow: Flow::$flow, content: $content })),*]
        };
    };
}

elements! {
    b"a" Inline Link;
    b"address" Block Text;
    b"applet" Inline NotText;
    b"area" Void Text;
    b"article" Block Section;
    b"aside" Block Furniture(FurnitureKind::Aside);
    b"audio" Inline NotText;
    b"base" Void Text;
    b"basefont" Void Text;
    b"bgsound" Void Text;
    b"blockquote" Block BlockQuote;
    b"body" Inline Document;
    b"br" Void Text;
    b"button" Inline Furniture(FurnitureKind::Form);
    b"canvas" Inline NotText;
    b"caption" Block Paragraph;
    b"center" Block Text;
    b"cite" Inline Cite;
    b"col" Void Text;
    b"datalist" Inline NotText;
    b"dd" Block Term;
    b"del" Inline NotText;
    b"details" Block Text;
    b"dialog" Block Dialog;
    b"dir" Block List;
    b"div" Block Text;
    b"dl" Block Text;
    b"dt" Block Term;
    b"embed" Void Text;
    b"fieldset" Block Text;
    b"figcaption" Block Furniture(FurnitureKind::Caption);
    b"figure" Block Figure;
    b"footer" Block PageEdge;
    b"form" Block Form;
    b"frame" Void Text;
    b"frameset" Block NotText;
    b"h1" Block Paragraph;
    b"h2" Block Paragraph;
    b"h3" Block Paragraph;
    b"h4" Block Paragraph;
    b"h5" Block Paragraph;
    b"h6" Block Paragraph;
    b"head" Block Head;
    b"header" Block PageEdge;
    b"hgroup" Block Text;
    b"hr" Void Text;
    b"html" Inline Document;
    b"iframe" Inline Raw(self::Raw::Plain);
    b"img" Void Text;
    b"input" Void Text;
    b"keygen" Void Text;
    b"legend" Block Text;
    b"li" Block Item;
    b"link" Void Text;
    b"listing" Block Preformatted;
    b"main" Block Section;
    b"math" Inline Foreign;
    b"menu" Block List;
    b"meta" Void Text;
    b"meter" Inline NotText;
    b"nav" Block Furniture(FurnitureKind::Navigation);
    b"noembed" Inline Raw(self::Raw::Plain);
    b"noframes" Inline Raw(self::Raw::Plain);
    b"noscript" Inline Raw(self::Raw::Plain);
    b"object" Inline NotText;
    b"ol" Block List;
    b"p" Block Paragraph;
    b"param" Void Text;
    b"plaintext" Block RawText(self::Raw::Rest);
    b"pre" Block Preformatted;
    b"progress" Inline NotText;
    b"q" Inline Quote;
    b"rp" Inline NotText;
    b"rt" Inline NotText;
    b"rtc" Inline NotText;
    b"s" Inline NotText;
    b"script" Inline Raw(self::Raw::Script);
    b"search" Block Furniture(FurnitureKind::Form);
    b"section" Block Section;
    b"select" Inline NotText;
    b"source" Void Text;
    b"strike" Inline NotText;
    b"style" Inline Raw(self::Raw::Plain);
    b"summary" Block Text;
    b"sup" Inline Superscript;
    b"svg" Inline Foreign;
    b"table" Block Table;
    b"tbody" Block Row;
    b"td" Cell Text;
    b"template" Inline NotText;
    b"textarea" Inline Raw(self::Raw::Escapable);
    b"tfoot" Block Row;
    b"th" Cell Text;
    b"thead" Block Row;
    b"time" Inline Time;
    b"title" Inline Raw(self::Raw::Escapable);
    b"tr" Block Row;
    b"track" Void Text;
    b"ul" Block List;
    b"video" Inline NotText;
    b"wbr" Void Text;
    b"xml" Inline NotText;
    b"xmp" Block RawText(self::Raw::Plain);
}

/// How many names the table holds.
pub(super) const KNOWN: usize = TABLE.len();

/// The number and the element of a name in small letters, if the table holds it.
pub(super) fn known(name: &[u8]) -> Option<(Name, Element)> {
    let at = TABLE.binary_search_by(|(known, _)| known.cmp(&name)).ok()?;
    Some((Name::try_from(at).ok()?, TABLE[at].1))
}

/// How the tokenizer reads the content of the element with this name, if it holds no elements.
pub(super) fn raw_of(name: &[u8]) -> Option<Raw> {
    known(name).and_then(|(_, element)| element.content.raw())
}

/// The element of a name that the table does not hold.
pub(super) fn unknown(name: &[u8]) -> Element {
    if name.starts_with(b"amp-") && !AMP_TEXT.contains(&name) {
        return Element { flow: Flow::Inline, content: Content::NotText };
    }
    UNKNOWN
}

/// The number of a name that the table is known to hold.
pub(super) const fn name(of: &[u8]) -> Name {
    let mut at = 0;
    while at < TABLE.len() {
        if same(TABLE[at].0, of) {
            return at as Name;
        }
        at += 1;
    }
    panic!("the table holds every name that the rules use");
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    a.len() == b.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        assert!(TABLE.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!(known(b"p").map(|(at, _)| at), Some(name(b"p")));
        assert_eq!(known(b"span"), None);
    }
}
