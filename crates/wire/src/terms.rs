//! The words that answers choose from.

use std::borrow::Cow;

use dateline_extract::{coref, events, link, names, quotes, times};
use dateline_text::Field;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, Type, extensions::ExtensionsBuilder},
};

/// Enums whose description lists what each value means.
macro_rules! described {
    ($($(#[doc = $enum_doc:literal])* $name:ident { $($(#[doc = $doc:literal])* $variant:ident,)* })*) => {$(
        $(#[doc = $enum_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[doc = $doc])* $variant,)*
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                let values = [$(($crate::terms::word(&Self::$variant), concat!($($doc),*)),)*];
                $crate::terms::enumeration(concat!($($enum_doc),*), &values)
            }
        }

        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
        }
    )*};
}

pub(crate) use described;

macro_rules! mirrors {
    ($($(#[doc = $enum_doc:literal])* $name:ident of $source:path { $($(#[doc = $doc:literal])* $variant:ident,)* })*) => {
        described! {
            $($(#[doc = $enum_doc])* $name { $($(#[doc = $doc])* $variant,)* })*
        }

        $(impl From<$source> for $name {
            fn from(source: $source) -> Self {
                match source { $(<$source>::$variant => Self::$variant,)* }
            }
        })*
    };
}

/// A value as JSON writes it.
pub(crate) fn word<T: Serialize>(value: &T) -> String {
    let value = serde_json::to_value(value).ok();
    value.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The schema of an enum, which says what each value means: for people in its description, for generators in
/// `x-enum-descriptions`.
pub(crate) fn enumeration(doc: &str, values: &[(String, &str)]) -> RefOr<Schema> {
    let lines: Vec<String> = values.iter().map(|(value, doc)| format!("- `{value}`: {}", doc.trim())).collect();
    let meanings: Map<String, Value> = values.iter().map(|(value, doc)| (value.clone(), doc.trim().into())).collect();
    let extensions = ExtensionsBuilder::new().add("x-enum-descriptions", meanings).build();
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(values.iter().map(|(value, _)| value.clone())))
        .description(Some(format!("{}\n\n{}", doc.trim(), lines.join("\n"))))
        .extensions(Some(extensions))
        .into()
}

mirrors! {
    /// What an entity is.
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

    /// How a mention refers to its entity.
    MentionForm of coref::Form {
        /// By name: "Ana Prado", without a title.
        Name,
        /// By a description: "the mayor".
        Nominal,
        /// By a pronoun: "she".
        Pronoun,
    }

    /// How much of a quote's content is in quotation marks.
    QuoteType of quotes::QuoteKind {
        /// All of it.
        Direct,
        /// A part of it.
        Mixed,
        /// None of it.
        Indirect,
    }

    /// Whether the source said it or only thought it.
    Act of quotes::Act {
        /// Said or wrote it.
        Speech,
        /// Believed, wanted or intended it.
        Thought,
    }

    /// Whether the source is reported to have said it, or not to have said it.
    Polarity of quotes::Polarity {
        /// As in "said".
        Affirmed,
        /// As in "did not say".
        Negated,
    }

    /// How the speaker was found.
    Resolution of quotes::Resolution {
        /// The source is a name.
        Named,
        /// The source is a pronoun.
        Pronoun,
        /// The source is a description of a named entity.
        Nominal,
        /// One person whom the article does not name.
        Anonymous,
        /// Several people, or a body, that the article does not name.
        Collective,
    }

    /// How a source is identified.
    SourceKind of quotes::SourceKind {
        /// By name.
        Named,
        /// A person without a name.
        Anonymous,
        /// Several people, a body or a document without a name.
        Collective,
    }

    /// Whether an event happened.
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

mirrors! {
    /// Why an entity has no id.
    NilReason of link::NilReason {
        /// No knowledge base has the name.
        NotInKb,
        /// Several entities are about as likely.
        Ambiguous,
        /// The likeliest entity is not likely enough.
        BelowThreshold,
        /// The entities with this name are of another type.
        TypeConflict,
        /// The article gives one name of the person only, which many people have.
        SurnameOnly,
        /// The name is an everyday phrase, such as "Parliament", that means different bodies in different countries.
        GenericName,
        /// The article is newer than the knowledge base and names the holder of an office.
        OutOfDate,
        /// Nationalities are not linked.
        TypeNotLinked,
    }
}

mirrors! {
    /// Where the article states the time or the place of an event.
    StatedIn of events::Source {
        /// In the trigger's own sentence.
        Sentence,
        /// In another sentence; only where confidence is at least 0.8.
        Story,
    }
}

described! {
    /// A field of the request.
    FieldName {
        /// The headline.
        Title,
        /// The standfirst.
        Abstract,
        /// The running text.
        Body,
    }

    /// The kinds of warnings.
    WarningCode {
        /// Text that is not part of the article, such as share buttons, photo credits or comments, was left out.
        PageFurniture,
        /// An opening quotation mark is never closed.
        QuoteUnclosed,
        /// A field sent as plain text looks like HTML; `body_type` says how it is written.
        MarkupSuspected,
        /// The text is too short or too mixed to tell its language; it was read as English.
        LanguageUncertain,
        /// There are more warnings of a kind than are listed; `count` says how many are left out.
        WarningsOmitted,
    }
}

impl From<Field> for FieldName {
    fn from(field: Field) -> Self {
        match field {
            Field::Title => Self::Title,
            Field::Abstract => Self::Abstract,
            Field::Body => Self::Body,
        }
    }
}

/// The id of an event type: "conflict.attack". `GET /v1/info` describes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct EventTypeId(pub &'static str);

impl PartialSchema for EventTypeId {
    fn schema() -> RefOr<Schema> {
        let ids = events::EventType::all().map(events::EventType::id);
        let description = "The id of an event type. `GET /v1/info` describes each of them.";
        ObjectBuilder::new().schema_type(Type::String).enum_values(Some(ids)).description(Some(description)).into()
    }
}

impl ToSchema for EventTypeId {
    fn name() -> Cow<'static, str> {
        "EventTypeId".into()
    }
}
