//! The texts that have to travel with a library.

use std::{collections::BTreeSet, error::Error, fs, path::Path};

use spdx::{Expression, LicenseId, ParseMode};

/// Dateline's own licence, and the one that is taken where a library offers it.
const OWN: &str = "Apache-2.0";

/// How files that hold licences and notices begin.
const NAMES: [&str; 4] = ["license", "licence", "copying", "notice"];

/// The texts to hand on for a library under `license`, an SPDX expression, whose files are in `folder`: its notices, and the
/// licences that apply beside [`OWN`]. Where it has no such file, the licence's standard text.
pub(super) fn of(license: &str, folder: &Path) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let expression = Expression::parse_mode(license, ParseMode::LAX)?;
    let is_own = |id: &LicenseId| id.name == OWN;
    let is_enough = expression.evaluate(|requirement| requirement.license.id().as_ref().is_some_and(is_own));
    let mut texts = BTreeSet::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
        let is_notice = name.starts_with("notice");
        let wanted = if is_enough { is_notice } else { NAMES.iter().any(|begin| name.starts_with(begin)) };
        if wanted && !name.contains("apache") && path.is_file() {
            texts.extend(text(&fs::read(path)?));
        }
    }
    if texts.is_empty() && !is_enough {
        let ids = expression.requirements().filter_map(|requirement| requirement.req.license.id());
        texts.extend(ids.filter(|id| !is_own(id)).filter_map(|id| text(id.text().as_bytes())));
    }
    Ok(texts)
}

/// The text without trailing white space, so that files that differ in nothing else are one; none of a blank file.
fn text(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
