//! Characters that can be quotation marks, each with the side that its form and its neighbours give it.

use crate::span::{Byte, Span};

/// Marks that can close one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// " `` ''
    Straight,
    /// “ ” „ ‟
    Curly,
    /// ' ‘ ’ ‚
    Single,
    /// « »
    Guillemet,
    /// ‹ ›
    SingleGuillemet,
}

impl Family {
    /// Whether a mark of this family can close what a mark of `other` opened: careless texts mix double marks.
    pub(super) fn closes(self, other: Self) -> bool {
        let double = |family| matches!(family, Self::Straight | Self::Curly);
        self == other || (double(self) && double(other))
    }
}

/// Which end of a quotation a mark can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The beginning.
    Open,
    /// The end.
    Close,
    /// Either: its neighbours do not tell.
    Either,
}

/// One mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    pub(super) span: Span<Byte>,
    pub(super) family: Family,
    pub(super) side: Side,
}

/// Words that begin with an apostrophe.
const ELISIONS: [&str; 16] = [
    "em", "tis", "twas", "til", "till", "cause", "bout", "round", "n", "neath", "cuz", "ere", "nother", "kay", "burbs",
    "tude",
];

/// A character with its neighbours.
#[derive(Clone, Copy)]
struct Site {
    at: usize,
    mark: char,
    before: Option<char>,
    after: Option<char>,
}

/// The marks of one paragraph, in order.
pub(super) fn read(text: &str, paragraph: Span<Byte>) -> Vec<Glyph> {
    let slice = &text[paragraph.range()];
    let base = paragraph.start() as usize;
    let mut glyphs = Vec::new();
    let mut singles = Vec::new();
    let mut before = None;
    let mut chars = slice.char_indices().peekable();
    while let Some((at, mark)) = chars.next() {
        let after = chars.peek().map(|&(_, next)| next);
        let site = Site { at: base + at, mark, before, after };
        match mark {
            '"' | '“' | '”' | '„' | '‟' | '＂' => glyphs.extend(double(site)),
            '«' | '»' => glyphs.push(guillemet(site, Family::Guillemet)),
            '‹' | '›' => glyphs.push(guillemet(site, Family::SingleGuillemet)),
            '`' | '\'' if after == Some(mark) => {
                chars.next();
                let after = chars.peek().map(|&(_, next)| next);
                glyphs.push(doubled(Site { after, ..site }));
            }
            '\'' | '‘' | '’' | '‚' | '‛' | '`' => singles.push(site),
            _ => {}
        }
        before = Some(mark);
    }
    glyphs.extend(pair_singles(text, &singles));
    glyphs.sort_by_key(|glyph| glyph.span.start());
    glyphs
}

fn glyph(site: Site, len: usize, family: Family, side: Side) -> Glyph {
    Glyph { span: Span::from(site.at..site.at + len), family, side }
}

/// Whether something can begin after this neighbour.
fn before_opening(before: Option<char>) -> bool {
    before.is_none_or(|c| c.is_whitespace() || "([{<—–-/…‒―\u{200b}\u{feff}¿¡“‘\"'«‹".contains(c))
}

/// Whether something can have ended before this neighbour.
fn after_closing(after: Option<char>) -> bool {
    after.is_none_or(|c| c.is_whitespace() || (!c.is_alphanumeric() && c != '$' && c != '#' && c != '@'))
}

fn side_of(site: Site) -> Side {
    let opens = before_opening(site.before) && site.after.is_some_and(|c| !c.is_whitespace());
    let closes = after_closing(site.after) && site.before.is_some_and(|c| !c.is_whitespace());
    match (opens, closes) {
        (true, false) => Side::Open,
        (false, true) => Side::Close,
        _ => Side::Either,
    }
}

/// A double mark. Curly marks that stand the wrong way round for their neighbours are read as their neighbours say;
/// the sign for inches or seconds after a figure is none.
fn double(site: Site) -> Option<Glyph> {
    let read = side_of(site);
    let side = match site.mark {
        '„' | '‟' => Side::Open,
        '“' if read == Side::Close => Side::Close,
        '“' => Side::Open,
        '”' if read == Side::Open => Side::Open,
        '”' => Side::Close,
        _ => read,
    };
    let inches = site.mark == '"' && side != Side::Open && is_measure(site);
    let family = if matches!(site.mark, '"' | '＂') { Family::Straight } else { Family::Curly };
    (!inches).then(|| glyph(site, site.mark.len_utf8(), family, side))
}

/// Whether a straight mark follows a figure and is followed by a word or hyphen: `5'10" tall`, `a 12"-wide plank`.
fn is_measure(site: Site) -> bool {
    site.before.is_some_and(|c| c.is_ascii_digit() || "½¼¾".contains(c)) && site.after == Some('-')
}

fn guillemet(site: Site, family: Family) -> Glyph {
    let usual = if matches!(site.mark, '«' | '‹') { Side::Open } else { Side::Close };
    let side = match side_of(site) {
        Side::Either => usual,
        read => read,
    };
    // French sets its marks off with spaces, which tell nothing.
    let spaced = site.before.is_none_or(char::is_whitespace) && site.after.is_none_or(char::is_whitespace);
    glyph(site, site.mark.len_utf8(), family, if spaced { usual } else { side })
}

/// Two marks for one, as typewriters and TeX write them.
fn doubled(site: Site) -> Glyph {
    let side = if site.mark == '`' { Side::Open } else { side_of(site) };
    glyph(site, 2, Family::Straight, side)
}

/// Single marks that are quotation marks, and no apostrophes: an opening one needs a closing one before the next
/// opening one; among closing candidates a mark after punctuation is sure, one after "s" can be a plural's possessive.
fn pair_singles(text: &str, singles: &[Site]) -> Vec<Glyph> {
    let mut glyphs = Vec::new();
    let mut i = 0;
    while i < singles.len() {
        if !opens_single(text, singles[i]) {
            i += 1;
            continue;
        }
        let rest = &singles[i + 1..];
        let until = rest.iter().position(|&site| opens_single(text, site)).unwrap_or(rest.len());
        let closing = closing_single(text, &rest[..until]);
        match closing {
            Some(at) => {
                glyphs.push(glyph(singles[i], singles[i].mark.len_utf8(), Family::Single, Side::Open));
                glyphs.push(glyph(rest[at], rest[at].mark.len_utf8(), Family::Single, Side::Close));
            }
            None if matches!(singles[i].mark, '‘' | '‚') => {
                glyphs.push(glyph(singles[i], singles[i].mark.len_utf8(), Family::Single, Side::Open));
            }
            None => {}
        }
        i += 1 + closing.map_or(0, |at| at + 1);
    }
    glyphs
}

fn opens_single(text: &str, site: Site) -> bool {
    if site.mark == '’' || !before_opening(site.before) || site.after.is_none_or(char::is_whitespace) {
        return false;
    }
    let word: String =
        text[site.at + site.mark.len_utf8()..].chars().take(8).take_while(|c| c.is_alphanumeric()).collect();
    let decade = word.strip_suffix('s').unwrap_or(&word).len() == 2 && word.starts_with(|c: char| c.is_ascii_digit());
    let attached = site.before.is_some_and(|c| matches!(c, '-' | '/')) && site.mark == '\'';
    !decade
        && !attached
        && !ELISIONS.contains(&word.to_lowercase().as_str())
        && !"'’.,;:!?)".contains(site.after.unwrap_or(' '))
}

/// The index among `sites` of the mark that closes a single quotation.
fn closing_single(text: &str, sites: &[Site]) -> Option<usize> {
    let closes = |site: &Site| after_closing(site.after) && site.before.is_some_and(|c| !c.is_whitespace());
    let sure = |site: &Site| {
        let plural = site.before.is_some_and(|c| matches!(c, 's' | 'z' | 'S'));
        let word_follows = text[site.at + site.mark.len_utf8()..]
            .strip_prefix(' ')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_lowercase() || c.is_numeric()));
        let elided = site.before.is_some_and(|c| matches!(c, 'n' | 'o')) && word_follows && site.mark == '’';
        !(elided || plural && word_follows)
    };
    sites.iter().position(|site| closes(site) && sure(site)).or_else(|| sites.iter().position(closes))
}
