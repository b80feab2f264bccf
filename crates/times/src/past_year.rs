//! The past year in which a sentence tells its story: "The war began in 1967. In June the canal was shut."

use dateline_text::{Document, Span, Word};

use super::{
    calendar::{Stamp, Unit},
    meaning::{Anchor, Meaning, Name},
    resolve::Context,
    tense::Direction,
};

/// Words of a sentence before a date that opens it: "By (December)", "But in (June)".
const OPENING_WORDS: u32 = 2;

/// The year last stated, where the sentence that states it is about it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PastYear {
    stated: Option<Stated>,
}

#[derive(Clone, Copy, Debug)]
struct Stated {
    year: i16,
    sentence: usize,
    /// Whether later dates of the same sentence are of that year too.
    rest: bool,
}

impl PastYear {
    /// The year of a month or day without one at `words`: that of the sentence before where the date opens its own,
    /// or that of its own sentence.
    pub(super) fn year_for(self, document: &Document<'_>, words: Span<Word>) -> Option<i16> {
        let stated = self.stated?;
        let sentence = document.sentence_at(words.start());
        let next = sentence == stated.sentence + 1 && opens(document, sentence, words);
        (next || sentence == stated.sentence && stated.rest).then_some(stated.year)
    }

    /// Takes note of what the date at `words` was resolved to.
    pub(super) fn tell(&mut self, document: &Document<'_>, words: Span<Word>, meaning: &Meaning, context: &Context) {
        let sentence = document.sentence_at(words.start());
        let told = context.story.and_then(Stamp::year).filter(|&year| is_past(year, context));
        self.stated = match (meaning, told) {
            (Meaning::At(stamp), Some(year)) if stamp.unit() <= Unit::Year => {
                let opens = opens(document, sentence, words);
                // "since 1980", "from 1980" date something else than the sentence.
                let dates = words
                    .start()
                    .checked_sub(1)
                    .is_none_or(|at| stamp.unit() < Unit::Year || document.word(at).eq_ignore_ascii_case("in"));
                let rest = opens && dates || stamp.unit() < Unit::Year;
                (rest || dates && closes(document, sentence, words)).then_some(Stated { year, sentence, rest })
            }
            (
                Meaning::Within(..) | Meaning::Named(Name::Month(_) | Name::MonthDay(..) | Name::Season(_)),
                Some(year),
            ) => Some(Stated { year, sentence, rest: true }),
            // What counts from the day of writing ends the story.
            (Meaning::Named(_) | Meaning::Shift(_, _, Anchor::Now) | Meaning::Stepped(..), _) => None,
            _ => self.stated,
        };
    }
}

/// Whether a year lies before the one of writing and the one before that, of which news is still told.
fn is_past(year: i16, context: &Context) -> bool {
    let now = context.now.and_then(Stamp::year);
    now.is_some_and(|now| i32::from(year) < i32::from(now) - 1) && context.direction != Some(Direction::Future)
}

fn opens(document: &Document<'_>, sentence: usize, words: Span<Word>) -> bool {
    document.sentences().get(sentence).is_some_and(|sentence| words.start() <= sentence.start() + OPENING_WORDS)
}

fn closes(document: &Document<'_>, sentence: usize, words: Span<Word>) -> bool {
    document.sentences().get(sentence).is_some_and(|sentence| words.end() + 1 >= sentence.end())
}
