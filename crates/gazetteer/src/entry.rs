//! What the tables know of a name, packed into one word.

use crate::country::CountryId;

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $name:ident,)*) => {
        /// What the tables know a name as.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[doc = $doc])+ $name,)*
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }
    };
}

kinds! {
    /// A sovereign state or territory.
    Country,
    /// A city, town, village or part of a city.
    City,
    /// A country's seat of government; always a [`City`](Kind::City) too.
    Capital,
    /// A state, province, continent, sea, mountain range or other area.
    Region,
    /// A nationality, religious or political group: "Ukrainian", "Muslims".
    Group,
    /// A first name.
    FirstName,
    /// A surname.
    Surname,
    /// A public body, alliance, agency, newspaper, university, club or party.
    Organization,
    /// A company.
    Company,
    /// The full name, or a short name used alone, of a notable person.
    Person,
    /// A title or position: "President", "chief executive".
    Title,
    /// A building or structure. One that also stands for its tenant is an [`Organization`](Kind::Organization) too:
    /// "White House".
    Facility,
    /// A holiday, cup, war or other named event.
    Event,
    /// A brand of goods, a vehicle, a weapons system, software.
    Product,
    /// A book, film, song or programme.
    Work,
    /// A treaty, act or constitution.
    Law,
}

/// Grammatical gender, as pronouns show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// He.
    Masculine,
    /// She.
    Feminine,
}

macro_rules! classes {
    ($(#[doc = $of:literal])+ $class:ident { $($(#[doc = $doc:literal])+ $name:ident = $id:literal,)* }) => {
        $(#[doc = $of])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $class {
            $($(#[doc = $doc])+ $name,)*
        }

        impl $class {
            /// Every class with the name that the raw tables use for it.
            pub const ALL: &[(Self, &'static str)] = &[$((Self::$name, $id),)*];

            fn from_code(code: u64) -> Option<Self> {
                code.checked_sub(1).and_then(|at| Self::ALL.get(at as usize)).map(|&(class, _)| class)
            }

            fn code(self) -> u64 {
                self as u64 + 1
            }
        }
    };
}

classes! {
    /// The walk of life that a title belongs to.
    TitleClass {
        /// Heads of state and government, ministers, legislators, diplomats, monarchs.
        Political = "political",
        /// Ranks.
        Military = "military",
        /// Clergy and religious leaders.
        Religious = "religious",
        /// Officers of companies.
        Business = "business",
        /// Professors and other scholars.
        Academic = "academic",
        /// Judges, prosecutors, lawyers.
        Legal = "legal",
        /// Police and security ranks.
        Police = "police",
        /// Coaches, captains and other sportspeople.
        Sport = "sport",
        /// Editors, reporters, artists.
        Media = "media",
        /// Offices and professions of civil life.
        Civil = "civil",
        /// Forms of address: "Mr.", "Dame".
        Honorific = "honorific",
    }
}

classes! {
    /// What sort of body an organisation is.
    OrganizationClass {
        /// A government or a body of one: ministry, agency, court, parliament.
        Government = "government",
        /// A body of several states.
        Intergovernmental = "intergovernmental",
        /// Armed forces, regular or not.
        Armed = "armed",
        /// A political party or movement.
        Party = "party",
        /// A newspaper, broadcaster or news agency.
        Media = "media",
        /// A university or research institute.
        Academic = "academic",
        /// A sports club, team, league or federation.
        Sport = "sport",
        /// A charity, union, church or other association.
        Association = "association",
    }
}

/// How widely a name is known, 0 to [`Prominence::MAX`]: for places by population, for the rest by editors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Prominence(pub u8);

impl Prominence {
    /// Household names: sovereign states, cities of five million, the United Nations.
    pub const MAX: Self = Self(7);

    /// The prominence of a place by its inhabitants: 15,000 make 1, then 50,000, 100,000, 300,000, a million, two
    /// and a half, and five.
    #[must_use]
    pub fn of_population(population: u64) -> Self {
        const STEPS: [u64; 7] = [15_000, 50_000, 100_000, 300_000, 1_000_000, 2_500_000, 5_000_000];
        Self(STEPS.partition_point(|&step| step <= population) as u8)
    }
}

/// Everything known of one name, in all its senses. See [`Facts`] for how one is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Entry(u64);

const KINDS: u32 = 0;
const FEMININE: u32 = 20;
const COUNTRY: u32 = 25;
const PROMINENCE: u32 = 33;
const COMMON: u32 = 36;
const TITLE: u32 = 37;
const ORGANIZATION: u32 = 41;

const KINDS_MASK: u64 = (1 << FEMININE) - 1;
/// Shares of feminine bearers are stored in steps of this many hundredths, counted from 1.
const SHARE_STEPS: f32 = 30.0;

impl Entry {
    /// Whether the name has a sense of this kind.
    #[must_use]
    pub fn is(self, kind: Kind) -> bool {
        self.0 >> (KINDS + kind as u32) & 1 == 1
    }

    /// The kinds of its senses.
    pub fn kinds(self) -> impl Iterator<Item = Kind> {
        Kind::ALL.iter().copied().filter(move |&kind| self.is(kind))
    }

    /// Whether it names a place on the map: a country, region or city.
    #[must_use]
    pub fn is_place(self) -> bool {
        self.is(Kind::Country) || self.is(Kind::Region) || self.is(Kind::City)
    }

    /// The gender of a person so named or so titled, when at least nine of ten are of one.
    #[must_use]
    pub fn gender(self) -> Option<Gender> {
        match self.feminine_share()? {
            0.9.. => Some(Gender::Feminine),
            ..=0.1 => Some(Gender::Masculine),
            _ => None,
        }
    }

    /// The share of women among those who bear the first name, title or full name, 0 to 1; `None` if not known.
    #[must_use]
    pub fn feminine_share(self) -> Option<f32> {
        match self.bits(FEMININE, 5) {
            0 => None,
            steps => Some((steps - 1) as f32 / SHARE_STEPS),
        }
    }

    /// The country of the most prominent sense: where a place lies, whose nationality it is, where a body sits.
    #[must_use]
    pub fn country(self) -> Option<CountryId> {
        self.bits(COUNTRY, 8).checked_sub(1).map(|id| CountryId(id as u8))
    }

    /// How widely the most prominent sense is known.
    #[must_use]
    pub fn prominence(self) -> Prominence {
        Prominence(self.bits(PROMINENCE, 3) as u8)
    }

    /// Whether the name is also an everyday English word in lower case: "Nice", "Mark", "Apple".
    #[must_use]
    pub fn is_common_word(self) -> bool {
        self.bits(COMMON, 1) == 1
    }

    /// Whether context must decide: the name is an everyday word too, or both a place and a person's name.
    #[must_use]
    pub fn is_ambiguous(self) -> bool {
        let personal = self.is(Kind::FirstName) || self.is(Kind::Surname);
        self.is_common_word() || personal && self.is_place() && !self.is(Kind::Country)
    }

    /// The walk of life of a title.
    #[must_use]
    pub fn title_class(self) -> Option<TitleClass> {
        TitleClass::from_code(self.bits(TITLE, 4))
    }

    /// The sort of an organisation, where the tables say.
    #[must_use]
    pub fn organization_class(self) -> Option<OrganizationClass> {
        OrganizationClass::from_code(self.bits(ORGANIZATION, 4))
    }

    fn bits(self, at: u32, width: u32) -> u64 {
        self.0 >> at & ((1 << width) - 1)
    }

    /// The packed form.
    #[must_use]
    pub const fn to_bits(self) -> u64 {
        self.0
    }

    /// Reads the packed form.
    #[must_use]
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// Both names' senses in one; where only one value fits, that of the more prominent.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let (major, minor) = if other.prominence() > self.prominence() { (other, self) } else { (self, other) };
        let mut bits = major.0 | minor.0 & (KINDS_MASK | 1 << COMMON);
        for (at, width) in [(FEMININE, 5), (COUNTRY, 8), (TITLE, 4), (ORGANIZATION, 4)] {
            if major.bits(at, width) == 0 {
                bits |= minor.bits(at, width) << at;
            }
        }
        Self(bits)
    }
}

/// The facts of which an [`Entry`] is made.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Facts {
    /// The share of women among the bearers, 0 to 1.
    pub feminine_share: Option<f32>,
    /// The country.
    pub country: Option<CountryId>,
    /// How widely known, at most [`Prominence::MAX`].
    pub prominence: u8,
    /// Whether an everyday word is spelled alike.
    pub common_word: bool,
    /// The walk of life of a title.
    pub title_class: Option<TitleClass>,
    /// The sort of an organisation.
    pub organization_class: Option<OrganizationClass>,
}

impl Facts {
    /// Packs the facts of a name with senses of these kinds.
    #[must_use]
    pub fn pack(self, kinds: &[Kind]) -> Entry {
        let kinds = kinds.iter().fold(0, |bits, &kind| bits | 1u64 << (KINDS + kind as u32));
        let share = self.feminine_share.map_or(0, |share| (share.clamp(0.0, 1.0) * SHARE_STEPS).round() as u64 + 1);
        let country = self.country.map_or(0, |CountryId(id)| u64::from(id) + 1);
        let prominence = u64::from(self.prominence.min(Prominence::MAX.0));
        Entry(
            kinds
                | share << FEMININE
                | country << COUNTRY
                | prominence << PROMINENCE
                | u64::from(self.common_word) << COMMON
                | self.title_class.map_or(0, TitleClass::code) << TITLE
                | self.organization_class.map_or(0, OrganizationClass::code) << ORGANIZATION,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_survive_packing() {
        let facts = Facts {
            feminine_share: Some(0.9),
            country: Some(CountryId(249)),
            prominence: 7,
            common_word: true,
            title_class: Some(TitleClass::Honorific),
            organization_class: Some(OrganizationClass::Association),
        };
        let entry = facts.pack(&[Kind::Country, Kind::Law]);
        assert_eq!(entry.kinds().collect::<Vec<_>>(), [Kind::Country, Kind::Law]);
        assert_eq!(entry.feminine_share(), Some(0.9));
        assert_eq!(entry.gender(), Some(Gender::Feminine));
        assert_eq!(entry.country(), Some(CountryId(249)));
        assert_eq!(entry.prominence(), Prominence::MAX);
        assert!(entry.is_common_word());
        assert_eq!(entry.title_class(), Some(TitleClass::Honorific));
        assert_eq!(entry.organization_class(), Some(OrganizationClass::Association));
        assert_eq!(Entry::from_bits(entry.to_bits()), entry);
    }

    #[test]
    fn a_union_keeps_all_kinds_and_the_major_country() {
        let minor = Facts { country: Some(CountryId(1)), prominence: 2, ..Facts::default() }.pack(&[Kind::City]);
        let major = Facts { country: Some(CountryId(2)), prominence: 6, ..Facts::default() }.pack(&[Kind::Country]);
        for union in [minor.union(major), major.union(minor)] {
            assert!(union.is(Kind::City) && union.is(Kind::Country));
            assert_eq!(union.country(), Some(CountryId(2)));
            assert_eq!(union.prominence(), Prominence(6));
        }
    }

    #[test]
    fn population_steps() {
        for (population, prominence) in [(0, 0), (15_000, 1), (99_999, 2), (1_000_000, 5), (30_000_000, 7)] {
            assert_eq!(Prominence::of_population(population), Prominence(prominence), "{population}");
        }
    }
}
