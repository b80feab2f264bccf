//! What an entity is, and how a name names it.

macro_rules! codes {
    ($(#[doc = $of:literal])+ $class:ident { $($(#[doc = $doc:literal])+ $name:ident = $id:literal,)* }) => {
        $(#[doc = $of])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $class {
            $($(#[doc = $doc])+ $name,)*
        }

        impl $class {
            /// Every value with the name that tables use for it.
            pub const ALL: &[(Self, &'static str)] = &[$((Self::$name, $id),)*];

            /// The value with this name in tables.
            #[must_use]
            pub fn of_id(id: &str) -> Option<Self> {
                Self::ALL.iter().find(|&&(_, known)| known == id).map(|&(value, _)| value)
            }

            /// The name that tables use.
            #[must_use]
            pub fn id(self) -> &'static str {
                Self::ALL[self as usize].1
            }

            pub(crate) fn from_code(code: u8) -> Option<Self> {
                Self::ALL.get(usize::from(code)).map(|&(value, _)| value)
            }

            pub(crate) fn code(self) -> u8 {
                self as u8
            }
        }
    };
}

codes! {
    /// What an entity is. Finer than what a text shows, so that a town, its team and its government can be told apart.
    Kind {
        /// Of no kind below, or of an unknown one.
        Other = "misc",
        /// A human being.
        Person = "person",
        /// A sovereign state or territory.
        Country = "country",
        /// A city, town, village or part of one.
        Settlement = "settlement",
        /// A state, province, county, district or other part of a country.
        Region = "region",
        /// Any other place: continent, river, island, park.
        Place = "location",
        /// A building or other structure.
        Facility = "facility",
        /// A body of none of the kinds below.
        Organization = "organization",
        /// A company.
        Company = "company",
        /// A government or a body of one: ministry, agency, court, armed force.
        Government = "government",
        /// A political party.
        Party = "party",
        /// A university, school or research institute.
        Education = "education",
        /// A sports team or club, its league or association.
        Team = "team",
        /// A newspaper, broadcaster, news agency or magazine.
        Media = "media",
        /// A nationality, ethnic, religious or political group.
        Group = "group",
        /// Goods, a vehicle, a weapon, software.
        Product = "product",
        /// A war, cup, holiday, disaster or other event.
        Event = "event",
        /// A book, film, song or programme.
        Work = "work",
        /// A treaty, act or constitution.
        Law = "law",
    }
}

codes! {
    /// A person's gender.
    Gender {
        /// Not known.
        Unknown = "",
        /// A woman.
        Female = "female",
        /// A man.
        Male = "male",
        /// Neither.
        Other = "other",
    }
}

codes! {
    /// How a name names an entity. In falling strength.
    NameKind {
        /// The label.
        Label = "label",
        /// Another name of the entity.
        Alias = "alias",
        /// A part of a name that is used alone, such as "Springfield" of "Springfield, Illinois".
        Short = "short",
        /// The surname, where nearly everybody who is called so is this person.
        Surname = "surname",
    }
}
