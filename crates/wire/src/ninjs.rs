//! IPTC ninjs: an item in, and the same item with its lists of people, organisations, places, events and objects filled.
//! Every byte outside these lists stays as it came, and so does every entry that they had. On request the item also gets the
//! whole answer, with quotes and events, under a member of its own.

mod extension;
mod lists;
mod reading;
mod spans;
mod version;
mod writing;

use std::ops::Range;

use serde_json::Value;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        RefOr, Schema, Type,
        schema::{AdditionalProperties, ObjectBuilder},
    },
};

pub use self::{
    extension::{EXTENSION, Extension},
    version::Version,
};
use crate::{ExtractRequest, ExtractResponse, Problem, RequestLimits, json};

/// An item of IPTC ninjs 1, 2 or 3, whose own schemas describe it.
pub struct NinjsItem;

impl PartialSchema for NinjsItem {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Object)
            .description(Some("An item of IPTC ninjs 1, 2 or 3; the schema of its version describes its members."))
            .additional_properties(Some(AdditionalProperties::FreeForm(true)))
            .into()
    }
}

impl ToSchema for NinjsItem {}

/// A ninjs item.
pub struct Item {
    /// The item as sent, without a byte order mark.
    text: String,
    version: Version,
    extension: Extension,
    lists: Vec<List>,
}

/// A list of the item that is filled.
struct List {
    name: &'static str,
    /// The bytes of its value in the item; none where the item does not have the list.
    place: Option<Range<usize>>,
    /// Its entries; empty where it is null.
    entries: Vec<Value>,
}

impl Item {
    /// Reads an item: what stays of it, and its article.
    ///
    /// # Errors
    /// A problem that lists what is wrong with the item.
    pub fn read(bytes: &[u8], extension: Extension, limits: &RequestLimits) -> Result<(Self, ExtractRequest), Problem> {
        let text = json::utf8(bytes)?;
        let value = json::parse(bytes)?;
        let version = Version::of(&value);
        let (mut request, entries) = reading::read(value, version, limits)?;
        request.options.include = extension.layers();
        let members = spans::members(text);
        let place = |name| members.iter().find(|(member, _)| member == name).map(|(_, place)| place.clone());
        let lists = entries.into_iter().map(|(name, entries)| List { name, place: place(name), entries }).collect();
        Ok((Self { text: text.to_owned(), version, extension, lists }, request))
    }

    /// The item with what was found in its article.
    ///
    /// # Errors
    /// [`Code::AnswerTooLarge`](crate::Code::AnswerTooLarge) when it has more than `bytes_max` bytes.
    pub fn enriched(&self, found: &ExtractResponse<'_>, bytes_max: usize) -> Result<Vec<u8>, Problem> {
        writing::write(self, found, bytes_max)
    }
}

#[cfg(test)]
mod tests;
