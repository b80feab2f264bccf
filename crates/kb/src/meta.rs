//! What a file says of itself.

use std::fmt;

use crate::error::KbError;

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day, from 1.
    pub day: u8,
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl std::str::FromStr for Date {
    type Err = KbError;

    /// Reads `2025-08-24`.
    fn from_str(text: &str) -> Result<Self, KbError> {
        let mut parts = text.splitn(3, '-');
        let mut next = || parts.next().filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
        let mut date =
            || Some(Self { year: next()?.parse().ok()?, month: next()?.parse().ok()?, day: next()?.parse().ok()? });
        date()
            .filter(|date| (1..=12).contains(&date.month) && (1..=31).contains(&date.day))
            .ok_or(KbError::Malformed("date"))
    }
}

/// Where entities came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Its licence, as an SPDX expression.
    pub licence: String,
    /// Number of entities with data from this source.
    pub entities: u32,
}

/// What a file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The scheme of its ids: "wikidata".
    pub name: String,
    /// The date of its data.
    pub date: Date,
    /// Licences, as SPDX expressions; records name them by index.
    pub licences: Vec<String>,
    /// Where its entities came from.
    pub sources: Vec<Source>,
}

impl Meta {
    /// Lines of a keyword and its values, joined by tabs.
    pub(crate) fn to_text(&self) -> String {
        let cell = |text: &str| text.replace(['\t', '\n', '\r'], " ");
        let mut text = format!("name\t{}\ndate\t{}\n", cell(&self.name), self.date);
        for licence in &self.licences {
            text += &format!("licence\t{}\n", cell(licence));
        }
        for source in &self.sources {
            text += &format!("source\t{}\t{}\t{}\n", cell(&source.name), cell(&source.licence), source.entities);
        }
        text
    }

    pub(crate) fn of_text(text: &str) -> Result<Self, KbError> {
        const MALFORMED: KbError = KbError::Malformed("its description of itself");
        let (mut name, mut date, mut licences, mut sources) = (None, None, Vec::new(), Vec::new());
        for line in text.lines() {
            match line.split('\t').collect::<Vec<_>>()[..] {
                ["name", value] => name = Some(value.to_owned()),
                ["date", value] => date = Some(value.parse()?),
                ["licence", value] => licences.push(value.to_owned()),
                ["source", name, licence, entities] => sources.push(Source {
                    name: name.to_owned(),
                    licence: licence.to_owned(),
                    entities: entities.parse().map_err(|_| MALFORMED)?,
                }),
                // A later version may say more.
                _ => {}
            }
        }
        Ok(Self { name: name.ok_or(MALFORMED)?, date: date.ok_or(MALFORMED)?, licences, sources })
    }
}
