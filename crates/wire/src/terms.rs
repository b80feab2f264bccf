//! The words that answers choose from.

use std::borrow::Cow;

use dateline_extract::{coref, events, names, quotes, times};
use serde::Serialize;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema},
};

macro_rules! mirrors {
    ($($(#[doc = $enum_doc:literal])* $name:ident of $source:path { $($(#[doc = $doc:literal])* $variant:ident,)* })*) => {$(
        $(#[doc = $enum_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[doc = $doc])* $variant,)*
        }

        impl From<$source> for $name {
            fn from(source: $source) -> Self {
                match source { $(<$source>::$variant => Self::$variant,)* }
            }
        }
    )*};
}

mirrors! {
    /// What an entity is: person; organization (a company, agency, party, team, or a government named by its seat);
    /// location; group (a nationality, religious or political group, a demonym); facility; product; event; work; law;
    /// misc.
    EntityType of names::EntityKind {
        /// A human being.
        Person,
        /// A company, agency, party, team, or a government named by its seat.
        Organization,
        /// A country, city, region, street, or other physical place.
        Location,
        /// A nationality, a religious or political group, a demonym.
        Group,
        /// A building or other man-made structure.
        Facility,
        /// A brand of goods, a vehicle, a weapons system, software.
        Product,
        /// A named event.
        Event,
        /// The title of a book, film, journal or programme.
        Work,
        /// A named treaty, act, plan or policy.
        Law,
        /// A name of none of these kinds.
        Misc,
    }

    /// How a mention refers: by name, by description (nominal), or by pronoun.
    MentionForm of coref::Form {
        /// By name.
        Name,
        /// By description.
        Nominal,
        /// By pronoun.
        Pronoun,
    }

    /// How much of a quote's content stands in quotation marks: all (direct), a part (mixed), nothing (indirect).
    QuoteType of quotes::QuoteKind {
        /// All of it.
        Direct,
        /// A part.
        Mixed,
        /// Nothing.
        Indirect,
    }

    /// What the source did: said or wrote it (speech), or believed, wanted or intended it (thought).
    Act of quotes::Act {
        /// Said or wrote it.
        Speech,
        /// Believed, wanted or intended it.
        Thought,
    }

    /// Whether the reporting itself is affirmed ("said") or negated ("did not say").
    Polarity of quotes::Polarity {
        /// "said"
        Affirmed,
        /// "did not say"
        Negated,
    }

    /// How a speaker was found: by the name beside the cue (named), through a pronoun, through a description
    /// (nominal); or the article names nobody: one person (anonymous), several or a body (collective).
    Resolution of quotes::Resolution {
        /// The source is a name.
        Named,
        /// The source is a pronoun.
        Pronoun,
        /// The source is a description of a named entity.
        Nominal,
        /// A person whom the article does not name.
        Anonymous,
        /// Several people, or a body, whom the article does not name.
        Collective,
    }

    /// How a source is identified: by name; anonymous (a person without a name); collective (several people, a body or
    /// a document without a name).
    SourceKind of quotes::SourceKind {
        /// By name.
        Named,
        /// A person without a name.
        Anonymous,
        /// Several people, a body or a document without a name.
        Collective,
    }

    /// Whether an event happened: actual; negated (said not to have happened); planned (announced or expected);
    /// hypothetical (possible, conditional, demanded or feared); generic (happens in general).
    FactualityValue of events::FactualityValue {
        /// It happened or is happening.
        Actual,
        /// It is said not to have happened.
        Negated,
        /// It is announced or expected.
        Planned,
        /// It is possible, conditional, demanded or feared.
        Hypothetical,
        /// It happens in general.
        Generic,
    }

    /// The TIMEX3 type.
    TimeType of times::TimexKind {
        /// A calendar date, of any precision.
        Date,
        /// A time of day.
        Time,
        /// A stretch of time.
        Duration,
        /// A recurring time.
        Set,
    }
}

/// The field of the request in which a finding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FieldName {
    /// The headline.
    Title,
    /// The standfirst.
    Abstract,
    /// The running text.
    Body,
}

/// The id of an event type: "conflict.attack". `GET /v1/info` describes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct EventTypeId(pub &'static str);

impl PartialSchema for EventTypeId {
    fn schema() -> RefOr<Schema> {
        let ids = events::EventType::all().map(events::EventType::id);
        let description = "The id of an event type; GET /v1/info describes them.";
        ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .enum_values(Some(ids))
            .description(Some(description))
            .into()
    }
}

impl ToSchema for EventTypeId {
    fn name() -> Cow<'static, str> {
        "EventTypeId".into()
    }
}

/// The kinds of warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WarningCode {
    /// A stretch of page furniture was left out of extraction.
    PageFurniture,
    /// An opening quotation mark is never closed.
    QuoteUnclosed,
}
