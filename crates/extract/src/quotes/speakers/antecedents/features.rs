//! What is compared between a source and one whom it can mean.

/// Number of values of a pair.
pub(in super::super) const WIDTH: usize = 76;

/// Most mentions that still count.
const MENTIONS_MAX: usize = 30;
/// What the encoder's preference is divided by, to be of the size of the other values.
const READ_SCALE: f32 = 4.0;

macro_rules! binary_features {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// What the surface and the encoder show of one pair.
        #[derive(Clone, Copy, Debug, Default)]
        pub(super) struct Features {
            $($(#[$doc])* pub(super) $name: bool,)*
            /// Whether a mention stands before the source.
            pub(super) before: bool,
            /// Sentences between the last mention and the source, 0 for the same one.
            pub(super) sentences_back: usize,
            /// Mentions before the source.
            pub(super) mentions: usize,
            /// By how much the encoder prefers the last mention to "nothing"; 0 where it cannot compare.
            pub(super) read: f32,
        }

        impl Features {
            /// The features as numbers, most of them 0 or 1.
            pub(super) fn values(&self) -> [f32; WIDTH] {
                let on = |holds: bool| if holds { 1.0 } else { 0.0 };
                let back = |at: usize| on(self.before && self.sentences_back == at);
                [
                    $(on(self.$name),)*
                    back(0),
                    back(1),
                    back(2),
                    on(self.before && self.sentences_back > 2),
                    (1.0 + self.mentions.min(MENTIONS_MAX) as f32).ln(),
                    self.read / READ_SCALE,
                    self.read.max(0.0) / READ_SCALE,
                ]
            }
        }

        /// The names of [`Features::values`].
        pub(in super::super::super) const NAMES: [&str; WIDTH] = [
            $(stringify!($name),)*
            "same_sentence", "one_sentence_back", "two_sentences_back", "farther_back", "log_mentions", "read",
            "read_above_nothing",
        ];
    };
}

binary_features! {
    /// Stands for nobody who is known.
    nobody,
    /// Nobody, for "they".
    plural,
    /// Nobody, for "it".
    thing,
    /// Nobody, for "a" or "some".
    indefinite,
    /// Nobody, for "the" with a noun and little else.
    definite,
    /// … that is a noun for a body.
    definite_body,
    /// … that is a noun for a person.
    definite_person,
    /// Nobody, for a noun without article.
    bare,
    /// Nobody, for a noun with an owner: "his lawyer".
    owned,
    /// Nobody, for a plural noun.
    several,
    /// Nobody, for a noun for a body.
    collective,
    /// Nobody, for a noun for a document.
    document,
    /// Nobody, for a noun for a person.
    person_noun,
    /// Nobody, for a description that goes on behind its noun: "the head of the mission".
    described_further,
    /// Nobody, where the head noun stands nowhere before.
    new_head,
    /// Nobody, for a pronoun in what somebody says.
    inside,
    /// A noun phrase before, for the same.
    inside_phrase,
    /// A noun phrase before describes them, and they did not speak yet.
    phrase,
    /// … and begins its sentence.
    phrase_opens,
    /// … and means several people.
    phrase_several,
    /// … or a body.
    phrase_body,
    /// Spoke before without a name.
    unnamed,
    /// … by the same noun.
    same_head,
    /// … by another noun.
    other_head,
    /// … and last.
    last_unnamed,
    /// Spoke last.
    last_speaker,
    /// Spoke before the last one.
    speaker_before,
    /// Spoke before.
    spoke,
    /// The only one who competes with nobody.
    only_rival,
    /// Nobody of its kind is mentioned more often before.
    most_mentioned,
    /// Of its kind, the last one mentioned.
    nearest,
    /// Coreference knows the source as a mention of this one.
    linked,
    /// The last mention stands in the source's paragraph.
    same_paragraph,
    /// The last mention is the first of its sentence.
    opens_sentence,
    /// The first of its kind in the article.
    first_of_kind,
    /// Named behind the source only.
    behind,
    /// A person.
    person,
    /// An organisation.
    body,
    /// Something else.
    other_kind,
    /// A person whose gender is known, and so agrees.
    gender_known,
    /// A person whose first name is mostly borne by the other gender.
    gender_differs,
    /// "they" for a body, or several people.
    pronoun_plural_body,
    /// Who spoke last, for "the" with a noun of the kind alone.
    definite_last,
    /// Who opened the sentence before or this one, for the same.
    definite_opening,
    /// Bears the title, and is named behind the source.
    behind_titled,
    /// Bears the title.
    title_exact,
    /// Bears a title that ends in the description, or in which it ends.
    title_ends,
    /// Bears a title with this head noun.
    title_head,
    /// Bears titles, all with other nouns.
    other_title,
    /// … and the description is an occupation without more.
    other_occupation,
    /// The name of a body or place holds the noun.
    name_holds_head,
    /// A noun for a person and a person, or for a body and a body.
    kinds_agree,
    /// A noun for a person and none, or the other way round.
    kinds_differ,
    /// A noun that any organisation answers to.
    business,
    /// A document, of which this would be the author.
    author,
    /// … who spoke last.
    author_last,
    /// … whom a sentence before mentions together with the document.
    author_told,
    /// Stands in the last sentence before the source that has the head noun.
    noun_told,
    /// Owns the head noun: "Roe's lawyer".
    owner,
    /// Holds an office in the body or country that the description names.
    affiliation_agrees,
    /// Holds an office in another one.
    affiliation_differs,
    /// The head noun stands beside a mention by name: "the airline Kestrel", "Jane Roe, a lawyer".
    noun_beside,
    /// A word that narrows the noun down does.
    modifier_beside,
    /// A body of the sort that the noun means.
    class_agrees,
    /// … of another one.
    class_differs,
    /// Neither title, name, sort nor what stands beside it has the noun.
    unsupported,
    /// … and the description has more than the noun.
    unsupported_modified,
    /// … and has no "the".
    unsupported_bare,
    /// … and the noun is an occupation.
    unsupported_occupation,
}
