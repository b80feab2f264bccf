//! Whether what an entity of the article is agrees with what an entity of a base is.

use dateline_kb::Kind;

use crate::names::EntityKind;

/// How far two types agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Agreement {
    /// One excludes the other.
    Conflict,
    /// The name of the one is used for the other: a town for its team, a country for its government.
    Near,
    /// They are the same type.
    Same,
}

/// How far the type that the text shows agrees with that of a base.
pub(super) fn of(shown: EntityKind, held: Kind) -> Agreement {
    use Agreement::{Conflict, Near, Same};
    use Kind::{
        Company, Country, Education, Event, Facility, Government, Group, Law, Media, Organization, Other, Party,
        Person, Place, Product, Region, Settlement, Team, Work,
    };
    match (shown, held) {
        (EntityKind::Person, Person)
        | (EntityKind::Organization, Organization | Company | Government | Party | Education | Team | Media)
        | (EntityKind::Location, Country | Settlement | Region | Place)
        | (EntityKind::Group, Group | Party)
        | (EntityKind::Facility, Facility)
        | (EntityKind::Product, Product)
        | (EntityKind::Event, Event)
        | (EntityKind::Work, Work | Media)
        | (EntityKind::Law, Law) => Same,
        (EntityKind::Organization, Country | Settlement | Region | Facility | Product | Work | Group | Other)
        | (EntityKind::Location, Facility | Team | Education | Other)
        | (EntityKind::Group, Organization | Team | Other)
        | (EntityKind::Facility, Place | Education | Organization | Company | Settlement | Government | Other)
        | (EntityKind::Product, Company | Work | Media | Organization | Other)
        | (EntityKind::Event, Work | Organization | Team | Other)
        | (EntityKind::Work, Product | Organization | Event | Company | Other)
        | (EntityKind::Law, Event | Work | Other)
        | (EntityKind::Person, Other) => Near,
        (EntityKind::Misc, held) if held != Person => Near,
        _ => Conflict,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_no_places() {
        for (shown, held, agreement) in [
            (EntityKind::Person, Kind::Person, Agreement::Same),
            (EntityKind::Person, Kind::Settlement, Agreement::Conflict),
            (EntityKind::Organization, Kind::Person, Agreement::Conflict),
            (EntityKind::Organization, Kind::Country, Agreement::Near),
            (EntityKind::Location, Kind::Company, Agreement::Conflict),
            (EntityKind::Misc, Kind::Work, Agreement::Near),
            (EntityKind::Misc, Kind::Person, Agreement::Conflict),
        ] {
            assert_eq!(of(shown, held), agreement, "{shown:?} {held:?}");
        }
    }
}
