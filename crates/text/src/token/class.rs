//! Classes of characters, as the tokeniser sees them.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// What a character is to the tokeniser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// White space, controls, and characters that show nothing: in no token of their own.
    Blank,
    /// A character that shows nothing and may stand inside a word: soft hyphen, joiners, marks of direction.
    Format,
    /// A letter of an alphabet or syllabary.
    Letter,
    /// A letter that is a word of its own for want of spaces between words: Han, Hiragana.
    Ideograph,
    /// A digit or another number character.
    Digit,
    /// A combining mark.
    Mark,
    /// Punctuation.
    Punctuation,
    /// Anything else that can be seen.
    Symbol,
}

impl Class {
    pub(crate) fn of(c: char) -> Self {
        match c {
            'a'..='z' | 'A'..='Z' => Self::Letter,
            '0'..='9' => Self::Digit,
            '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~' => Self::Symbol,
            '!'..='~' => Self::Punctuation,
            '\0'..='\u{7f}' => Self::Blank,
            _ => Self::of_wide(c),
        }
    }

    fn of_wide(c: char) -> Self {
        use GeneralCategory as G;
        match c {
            // An apostrophe by use, whatever its category.
            '\u{2bc}' => return Self::Punctuation,
            // A line may break here, so a word may end here.
            '\u{200b}' => return Self::Blank,
            // Variation selectors, the grapheme joiner and the Hangul fillers are marks and letters that show nothing.
            '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{34f}' => return Self::Format,
            '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => return Self::Format,
            '\u{3041}'..='\u{309f}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}' => return Self::Ideograph,
            _ => {}
        }
        match c.general_category() {
            G::UppercaseLetter | G::LowercaseLetter | G::TitlecaseLetter | G::ModifierLetter | G::OtherLetter => {
                Self::Letter
            }
            G::DecimalNumber | G::LetterNumber | G::OtherNumber => Self::Digit,
            G::NonspacingMark | G::SpacingMark | G::EnclosingMark => Self::Mark,
            G::ConnectorPunctuation
            | G::DashPunctuation
            | G::OpenPunctuation
            | G::ClosePunctuation
            | G::InitialPunctuation
            | G::FinalPunctuation
            | G::OtherPunctuation => Self::Punctuation,
            G::Format => Self::Format,
            G::SpaceSeparator | G::LineSeparator | G::ParagraphSeparator | G::Control => Self::Blank,
            _ => Self::Symbol,
        }
    }

    /// Whether characters of this class make up words.
    pub(crate) fn is_word(self) -> bool {
        matches!(self, Self::Letter | Self::Digit | Self::Mark)
    }

    /// Whether a character of this class shows nothing.
    pub(crate) fn is_blank(self) -> bool {
        matches!(self, Self::Blank | Self::Format)
    }
}

/// Whether a character shows nothing: white space, controls, format characters.
pub(crate) fn is_blank(c: char) -> bool {
    Class::of(c).is_blank()
}

/// Marks that writers use for an apostrophe inside a word.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{2bc}' | '‘' | '‛' | '＇' | '′' | '`' | '´')
}

/// Hyphens and dashes of any length.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// Marks that open a bracket.
pub(crate) fn is_open_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '（' | '［' | '【' | '〔')
}

/// Marks that close a bracket.
pub(crate) fn is_close_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '）' | '］' | '】' | '〕')
}
