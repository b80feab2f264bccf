//! Knowledge bases: entities with their names, types and facts in one compiled file, and look-up by name.
//!
//! A [`Kb`] is read where its bytes lie, whether they are part of a binary or were read from a file. Nothing is built
//! at start-up. [`Builder`] makes the file; the same records give the same bytes.
//!
//! ```
//! use dateline_kb::{Builder, Date, Id, Kb, Kind, NameKind, Record};
//!
//! let mut builder = Builder::new("newsroom", Date { year: 2025, month: 8, day: 24 });
//! builder.add(Record {
//!     aliases: vec!["Acme".into()],
//!     country: Some(*b"CA"),
//!     ..Record::new(Id::Text("cms:17".to_owned()), "Acme Widgets Ltd.", Kind::Company)
//! });
//! let kb = Kb::open(builder.build()?)?;
//!
//! let hits = kb.lookup("ACME WIDGETS");
//! assert_eq!(hits.len(), 1);
//! assert_eq!(hits[0].name, NameKind::Label);
//! let entity = kb.entity(hits[0].entity).expect("look-up returns entities of the base");
//! assert_eq!((entity.id().to_string(), entity.name()), ("cms:17".to_owned(), "Acme Widgets Ltd."));
//! # Ok::<(), dateline_kb::KbError>(())
//! ```

mod build;
mod bytes;
mod entity;
mod error;
mod format;
mod hash;
mod key;
mod kind;
mod meta;
mod reader;
mod record;
mod validate;

pub use build::Builder;
pub use entity::{Entity, EntityIndex, PositionHeld};
pub use error::KbError;
pub use kind::{Gender, Kind, NameKind};
pub use meta::{Date, Meta, Source};
pub use reader::{Hit, Kb};
pub use record::{Alias, Id, Position, Record};

#[cfg(test)]
mod tests;
