//! Compiled name tables with their provenance, and look-up.

/// What the tables know a name as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A sovereign state or territory.
    Country,
    /// A city, town or village.
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
    /// The full name of a notable person.
    Person,
    /// A title or position: "President", "chief executive".
    Title,
    /// A building or structure that stands for itself or its tenant: "White House".
    Facility,
    /// A holiday, cup, war or other named event.
    Event,
    /// A product, work or law by name.
    Thing,
}
