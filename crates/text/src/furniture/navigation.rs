//! Trails and rows of a site's sections: "Home > World > Europe", "News | Sport | Weather".

/// Names of sections, in lower case.
const SECTIONS: &[&str] = &[
    "africa",
    "americas",
    "archive",
    "arts",
    "asia",
    "australia",
    "business",
    "cars",
    "climate",
    "comment",
    "crime",
    "culture",
    "economy",
    "editorial",
    "education",
    "entertainment",
    "environment",
    "europe",
    "fashion",
    "finance",
    "food",
    "football",
    "front page",
    "games",
    "health",
    "home",
    "homepage",
    "international",
    "jobs",
    "latest",
    "latest news",
    "life",
    "lifestyle",
    "live",
    "local",
    "markets",
    "middle east",
    "money",
    "more",
    "national",
    "news",
    "obituaries",
    "opinion",
    "photos",
    "pictures",
    "politics",
    "radio",
    "science",
    "shop",
    "society",
    "sport",
    "sports",
    "style",
    "tech",
    "technology",
    "top stories",
    "travel",
    "tv",
    "uk",
    "us",
    "video",
    "videos",
    "weather",
    "world",
    "world news",
];

/// Marks between two sections.
const SEPARATORS: [char; 8] = ['>', '›', '»', '/', '|', '→', '·', '•'];

/// Bytes of the longest trail.
const TRAIL_BYTES_MAX: usize = 160;

/// Words of the longest name of a section in a trail from the home page.
const STEP_WORDS_MAX: usize = 4;

/// Whether the line is a trail from the home page, or a row of three sections and more.
pub(super) fn is_trail(line: &str) -> bool {
    if line.len() > TRAIL_BYTES_MAX || !line.contains(SEPARATORS) {
        return false;
    }
    let steps: Vec<_> =
        line.split(SEPARATORS).map(|step| step.trim().to_lowercase()).filter(|s| !s.is_empty()).collect();
    let is_section = |step: &String| SECTIONS.binary_search(&step.as_str()).is_ok();
    let short = |step: &String| step.split_whitespace().count() <= STEP_WORDS_MAX;
    let from_home = steps.len() >= 2 && matches!(steps[0].as_str(), "home" | "homepage" | "front page");
    (from_home && steps.iter().all(short)) || (steps.len() >= 3 && steps.iter().all(is_section))
}

#[cfg(test)]
mod tests {
    use super::SECTIONS;

    #[test]
    fn the_sections_are_sorted() {
        assert!(SECTIONS.is_sorted());
    }
}
