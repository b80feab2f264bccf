//! Time zones: the abbreviations that stand after a time of day, and the zones of places in datelines.

use jiff::{civil::DateTime, tz};

use super::{grammar::Reader, lexicon::Lex};

/// Abbreviations and their offsets from UTC in minutes. Where one is used in several countries, the one that English
/// newspapers mean.
const ABBREVIATIONS: &[(&str, i16)] = &[
    ("utc", 0),
    ("gmt", 0),
    ("z", 0),
    ("bst", 60),
    ("wet", 0),
    ("west", 60),
    ("cet", 60),
    ("cest", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("ist", 330),
    ("pkt", 300),
    ("sgt", 480),
    ("hkt", 480),
    ("jst", 540),
    ("kst", 540),
    ("aest", 600),
    ("aedt", 660),
    ("nzst", 720),
    ("nzdt", 780),
    ("ast", -240),
    ("adt", -180),
    ("est", -300),
    ("edt", -240),
    ("et", -300),
    ("cst", -360),
    ("cdt", -300),
    ("ct", -360),
    ("mst", -420),
    ("mdt", -360),
    ("mt", -420),
    ("pst", -480),
    ("pdt", -420),
    ("pt", -480),
    ("akst", -540),
    ("hst", -600),
];

/// Names before "time", "standard time" and "daylight time", with the offset of their standard time.
const NAMES: &[(&str, i16)] = &[
    ("eastern", -300),
    ("central", -360),
    ("mountain", -420),
    ("pacific", -480),
    ("atlantic", -240),
    ("alaska", -540),
    ("moscow", 180),
    ("london", 0),
    ("greenwich", 0),
    ("beijing", 480),
    ("tokyo", 540),
    ("japan", 540),
];

/// A zone after a time of day: where it ends and its offset from UTC in minutes.
pub(super) fn read(reader: Reader<'_>, at: usize) -> Option<(usize, i16)> {
    let word = reader.word(at);
    let open = usize::from(word == "(");
    let at = at + open;
    let word = reader.word(at);
    let upper = word.chars().all(|c| c.is_ascii_uppercase() || c == '.');
    if let Some(&(_, minutes)) = ABBREVIATIONS.iter().find(|(name, _)| upper && word.eq_ignore_ascii_case(name)) {
        let (end, shift) = offset(reader, at + 1).unwrap_or((at + 1, 0));
        if open == 1 && reader.word(end) != ")" {
            return None;
        }
        return Some((end + open, minutes + shift));
    }
    if open == 1 {
        return None;
    }
    let &(_, minutes) = NAMES.iter().find(|(name, _)| word.eq_ignore_ascii_case(name))?;
    let daylight = reader.is(at + 1, &["daylight", "summer"]);
    let end = at + 1 + usize::from(daylight || reader.is(at + 1, &["standard", "mean"]));
    reader.is(end, &["time"]).then_some((end + 1, minutes + if daylight { 60 } else { 0 }))
}

/// "Z", "+03:00" or "+0300" right after an ISO 8601 time.
pub(super) fn iso_offset(reader: Reader<'_>, at: usize) -> Option<(usize, i16)> {
    if !reader.glued(at) {
        return None;
    }
    if reader.word(at) == "Z" {
        return Some((at + 1, 0));
    }
    let sign = if reader.word(at) == "-" { -1 } else { 1 };
    match reader.lex(at + 1) {
        Lex::Digits(n @ 0..=2359, 4) if matches!(reader.word(at), "+" | "-") && reader.glued(at + 1) => {
            Some((at + 2, sign * i16::try_from(n / 100 * 60 + n % 100).ok()?))
        }
        _ => offset(reader, at),
    }
}

/// "+3", "+05:30" after "GMT".
fn offset(reader: Reader<'_>, at: usize) -> Option<(usize, i16)> {
    let sign = match reader.word(at) {
        "+" => 1,
        "-" | "−" => -1,
        _ => return None,
    };
    if !reader.glued(at) || !reader.glued(at + 1) {
        return None;
    }
    let Lex::Digits(hours @ 0..=14, 1..=2) = reader.lex(at + 1) else { return None };
    let (end, minutes) = match (reader.lex(at + 2), reader.lex(at + 3)) {
        (Lex::Colon, Lex::Digits(minutes @ 0..=59, 2)) if reader.glued(at + 2) => (at + 4, minutes),
        _ => (at + 2, 0),
    };
    Some((end, sign * i16::try_from(hours * 60 + minutes).ok()?))
}

/// The civil time at a dateline's place when the article was published, by the place's zone; `None` for a place that
/// the table does not know.
pub(super) fn civil_at(place: &str, published: DateTime, offset: tz::Offset) -> Option<DateTime> {
    let place = place.split([',', '(']).next()?.trim();
    let &(_, zone) = PLACES.iter().find(|(name, _)| name.split('|').any(|name| place.eq_ignore_ascii_case(name)))?;
    let zone = tz::TimeZone::get(zone).ok()?;
    let moment = offset.to_timestamp(published).ok()?;
    Some(moment.to_zoned_datetime(zone).datetime())
}

/// Abbreviations that stand for standard and summer time alike, by IANA zone.
const ALL_YEAR: &[(&str, &str)] =
    &[("ET", "America/New_York"), ("CT", "America/Chicago"), ("MT", "America/Denver"), ("PT", "America/Los_Angeles")];

/// The offset at a time of an abbreviation that holds all year, where the first zone among `words` is one: `minutes`
/// is that of its standard time.
pub(super) fn in_season<'t>(mut words: impl Iterator<Item = &'t str>, minutes: i16, at: DateTime) -> i16 {
    let is_zone = |word: &&str| ABBREVIATIONS.iter().any(|(name, _)| word.eq_ignore_ascii_case(name));
    let found = words.find(is_zone).and_then(|word| ALL_YEAR.iter().find(|(name, _)| *name == word));
    let offset = found.and_then(|(_, zone)| {
        let zone = tz::TimeZone::get(zone).ok()?;
        i16::try_from(zone.to_offset(zone.to_timestamp(at).ok()?).seconds() / 60).ok()
    });
    offset.unwrap_or(minutes)
}

/// Cities of datelines by IANA zone.
const PLACES: &[(&str, &str)] = &[
    ("abidjan|dakar|accra|bamako|monrovia|freetown", "Africa/Abidjan"),
    ("lagos|abuja|kinshasa|algiers|tunis|luanda|yaounde", "Africa/Lagos"),
    ("cairo", "Africa/Cairo"),
    ("tripoli", "Africa/Tripoli"),
    ("casablanca|rabat", "Africa/Casablanca"),
    ("johannesburg|pretoria|cape town|harare|lusaka|maputo|gaborone", "Africa/Johannesburg"),
    ("khartoum", "Africa/Khartoum"),
    ("juba", "Africa/Juba"),
    ("nairobi|kampala|addis ababa|mogadishu|dar es salaam|asmara|djibouti", "Africa/Nairobi"),
    ("kigali|bujumbura", "Africa/Kigali"),
    (
        "new york|washington|boston|philadelphia|atlanta|miami|baltimore|pittsburgh|detroit|cleveland",
        "America/New_York",
    ),
    (
        "chicago|dallas|houston|new orleans|st. louis|minneapolis|milwaukee|austin|san antonio|kansas city",
        "America/Chicago",
    ),
    ("denver|salt lake city|albuquerque", "America/Denver"),
    ("phoenix", "America/Phoenix"),
    ("los angeles|san francisco|seattle|san diego|las vegas|portland", "America/Los_Angeles"),
    ("anchorage", "America/Anchorage"),
    ("honolulu", "Pacific/Honolulu"),
    ("toronto|ottawa|montreal", "America/Toronto"),
    ("vancouver", "America/Vancouver"),
    ("mexico city", "America/Mexico_City"),
    ("havana", "America/Havana"),
    ("port-au-prince", "America/Port-au-Prince"),
    ("bogota", "America/Bogota"),
    ("caracas", "America/Caracas"),
    ("lima|quito", "America/Lima"),
    ("santiago", "America/Santiago"),
    ("buenos aires", "America/Argentina/Buenos_Aires"),
    ("sao paulo|rio de janeiro|brasilia", "America/Sao_Paulo"),
    ("london|edinburgh|belfast|manchester|glasgow|cardiff", "Europe/London"),
    ("dublin", "Europe/Dublin"),
    ("lisbon", "Europe/Lisbon"),
    ("paris|strasbourg|marseille", "Europe/Paris"),
    ("berlin|frankfurt|munich|hamburg", "Europe/Berlin"),
    ("madrid|barcelona", "Europe/Madrid"),
    ("rome|milan|vatican city", "Europe/Rome"),
    ("brussels|the hague|amsterdam", "Europe/Brussels"),
    ("geneva|zurich|bern|davos", "Europe/Zurich"),
    ("vienna", "Europe/Vienna"),
    ("prague|bratislava", "Europe/Prague"),
    ("budapest", "Europe/Budapest"),
    ("warsaw", "Europe/Warsaw"),
    ("belgrade|sarajevo|zagreb|skopje|ljubljana|pristina", "Europe/Belgrade"),
    ("copenhagen|oslo|stockholm", "Europe/Stockholm"),
    ("helsinki|tallinn|riga|vilnius", "Europe/Helsinki"),
    ("athens", "Europe/Athens"),
    ("sofia|bucharest", "Europe/Bucharest"),
    ("chisinau", "Europe/Chisinau"),
    ("kyiv|kiev|kharkiv|odesa|lviv", "Europe/Kyiv"),
    ("moscow|st. petersburg", "Europe/Moscow"),
    ("minsk", "Europe/Minsk"),
    ("istanbul|ankara", "Europe/Istanbul"),
    ("nicosia", "Asia/Nicosia"),
    ("tbilisi", "Asia/Tbilisi"),
    ("yerevan", "Asia/Yerevan"),
    ("baku", "Asia/Baku"),
    ("jerusalem|tel aviv", "Asia/Jerusalem"),
    ("gaza|ramallah", "Asia/Gaza"),
    ("beirut", "Asia/Beirut"),
    ("damascus", "Asia/Damascus"),
    ("amman", "Asia/Amman"),
    ("baghdad|mosul|basra", "Asia/Baghdad"),
    ("riyadh|kuwait city|doha|manama|sanaa", "Asia/Riyadh"),
    ("dubai|abu dhabi|muscat", "Asia/Dubai"),
    ("tehran", "Asia/Tehran"),
    ("kabul", "Asia/Kabul"),
    ("islamabad|karachi|lahore|peshawar", "Asia/Karachi"),
    ("new delhi|delhi|mumbai|kolkata|bangalore|bengaluru|chennai|srinagar", "Asia/Kolkata"),
    ("colombo", "Asia/Colombo"),
    ("kathmandu", "Asia/Kathmandu"),
    ("dhaka", "Asia/Dhaka"),
    ("yangon|rangoon", "Asia/Yangon"),
    ("bangkok|hanoi|phnom penh|vientiane", "Asia/Bangkok"),
    ("jakarta", "Asia/Jakarta"),
    ("kuala lumpur", "Asia/Kuala_Lumpur"),
    ("singapore", "Asia/Singapore"),
    ("manila", "Asia/Manila"),
    ("hong kong", "Asia/Hong_Kong"),
    ("beijing|shanghai", "Asia/Shanghai"),
    ("taipei", "Asia/Taipei"),
    ("seoul", "Asia/Seoul"),
    ("pyongyang", "Asia/Pyongyang"),
    ("tokyo|osaka", "Asia/Tokyo"),
    ("tashkent", "Asia/Tashkent"),
    ("almaty|astana", "Asia/Almaty"),
    ("ulaanbaatar", "Asia/Ulaanbaatar"),
    ("sydney|canberra|melbourne", "Australia/Sydney"),
    ("brisbane", "Australia/Brisbane"),
    ("perth", "Australia/Perth"),
    ("wellington|auckland|christchurch", "Pacific/Auckland"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_is_in_the_bundled_database() {
        for (_, zone) in PLACES {
            assert!(tz::TimeZone::get(zone).is_ok(), "{zone}");
        }
    }
}
