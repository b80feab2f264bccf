//! Names that news uses and no table has, written for this project: `kb/aliases.tsv`.

use std::{collections::BTreeMap, error::Error, fs, path::Path};

use dateline_kb::NameKind;

use super::draft::Draft;

/// Gives each label's best known entity its further names.
pub(super) fn add(drafts: &mut BTreeMap<u32, Draft>, path: &Path) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut by_label: BTreeMap<String, (f32, u32)> = BTreeMap::new();
    for (&item, draft) in drafts.iter() {
        let best = by_label.entry(draft.label().to_owned()).or_insert((draft.prior, item));
        if draft.prior > best.0 {
            *best = (draft.prior, item);
        }
    }
    for line in text.lines().skip(1) {
        let (label, aliases) = line.split_once('\t').ok_or("a line of aliases.tsv has two cells")?;
        let Some(draft) = by_label.get(label).and_then(|(_, item)| drafts.get_mut(item)) else {
            eprintln!("aliases.tsv: no entity is called {label}");
            continue;
        };
        aliases.split('|').for_each(|alias| draft.alias(alias, NameKind::Alias));
    }
    Ok(())
}
