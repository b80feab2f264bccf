//! The raw tables, and what each holds.

use dateline_gazetteer::{Kind, OrganizationClass};

/// The licences that decide into which compiled table a source goes.
pub(super) enum Licence {
    /// Open Database License: share-alike, so it is compiled into a table of its own.
    OpenDatabase,
    /// Attribution or less.
    Other,
}

/// One raw table.
pub(super) struct Source {
    /// Its file below `gazetteers/`.
    pub(super) file: &'static str,
    /// Its licence.
    pub(super) licence: Licence,
    /// The kind of every name in it; none where the column `kinds` says.
    pub(super) kind: Option<Kind>,
    /// The sort of every organisation in it, where the column `class` does not say.
    pub(super) class: Option<OrganizationClass>,
    /// The prominence of every name in it, where neither `prominence` nor `population` says.
    pub(super) prominence: u8,
}

const fn table(file: &'static str, kind: Kind, prominence: u8) -> Source {
    Source { file, licence: Licence::Other, kind: Some(kind), class: None, prominence }
}

const fn bodies(file: &'static str, class: OrganizationClass, prominence: u8) -> Source {
    Source { file, licence: Licence::Other, kind: Some(Kind::Organization), class: Some(class), prominence }
}

/// Every raw table of names but those of countries, in the order of reading.
pub(super) const SOURCES: &[Source] = &[
    Source {
        file: "odbl/regions.tsv",
        licence: Licence::OpenDatabase,
        kind: Some(Kind::Region),
        class: None,
        prominence: 2,
    },
    table("cities.tsv", Kind::City, 1),
    table("us_census_first_names.tsv", Kind::FirstName, 2),
    table("us_census_surnames.tsv", Kind::Surname, 2),
    table("faker_first_names.tsv", Kind::FirstName, 1),
    table("faker_surnames.tsv", Kind::Surname, 1),
    table("popular_first_names.tsv", Kind::FirstName, 2),
    table("popular_surnames.tsv", Kind::Surname, 2),
    table("companies_sp500.tsv", Kind::Company, 4),
    table("us_politicians.tsv", Kind::Person, 3),
    bodies("universities.tsv", OrganizationClass::Academic, 2),
    bodies("football_clubs.tsv", OrganizationClass::Sport, 2),
    bodies("us_newspapers.tsv", OrganizationClass::Media, 1),
    bodies("armed_groups.tsv", OrganizationClass::Armed, 2),
    Source { file: "actors.tsv", licence: Licence::Other, kind: None, class: None, prominence: 2 },
    table("own/cities.tsv", Kind::City, 4),
    table("own/regions.tsv", Kind::Region, 4),
    table("own/groups.tsv", Kind::Group, 4),
    table("own/first_names.tsv", Kind::FirstName, 2),
    table("own/surnames.tsv", Kind::Surname, 2),
    table("own/organizations.tsv", Kind::Organization, 5),
    table("own/companies.tsv", Kind::Company, 5),
    table("own/people.tsv", Kind::Person, 5),
    table("own/titles.tsv", Kind::Title, 5),
    table("own/facilities.tsv", Kind::Facility, 5),
    table("own/events.tsv", Kind::Event, 5),
    table("own/products.tsv", Kind::Product, 5),
    table("own/works.tsv", Kind::Work, 5),
    table("own/laws.tsv", Kind::Law, 5),
];

/// The kind that raw tables call so: its name in lower case, with `_` between words.
pub(super) fn kind_of(name: &str) -> Option<Kind> {
    let plain = name.replace('_', "");
    Kind::ALL.iter().copied().find(|kind| format!("{kind:?}").eq_ignore_ascii_case(&plain))
}
