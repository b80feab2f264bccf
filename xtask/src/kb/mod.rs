//! Merges tables of Wikidata entities into the compiled base that the binary embeds. The same tables give the same
//! bytes.

mod aliases;
mod countries;
mod draft;
mod kinds;
mod names;
mod priors;
mod sources;
mod surnames;
mod table;
mod teams;

use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use clap::Args;
use dateline_kb::{Builder, Date, Id, Kb};

use draft::Draft;
use kinds::Kinds;
use sources::SOURCES;

/// The compiled base must stay below this, in bytes.
const BYTES_MAX: usize = 25_000_000;
/// The day on which the tables were gathered.
const DATE: Date = Date { year: 2026, month: 11, day: 30 };

/// Where the tables are, and what to do.
#[derive(Args)]
pub(crate) struct Options {
    /// Folder of the tables, as kb/SOURCES.tsv lists them: gzipped, tab-separated, with a header line.
    #[arg(long, value_name = "DIR")]
    tables: PathBuf,
    /// Compare with the committed file in place of writing it.
    #[arg(long)]
    check: bool,
    /// Least prior of an entity that is kept.
    #[arg(long, default_value_t = priors::PRIOR_MIN)]
    prior_min: f32,
    /// Where to write the compiled base; by default the committed file.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("the manifest lies in the workspace")?;
    let path = options.output.clone().unwrap_or_else(|| root.join("kb/wikidata.kb"));
    let (bytes, tables) = compile(options, root)?;
    let kb = Kb::open(bytes.clone())?;
    eprintln!("{} entities, {} keys, {} bytes, {}", kb.len(), kb.keys_len(), bytes.len(), kb.sha256());
    if bytes.len() > BYTES_MAX {
        return Err(format!("{} bytes are more than {BYTES_MAX}: raise --prior-min", bytes.len()).into());
    }
    if options.check {
        let same = fs::read(&path)? == bytes;
        return if same { Ok(()) } else { Err("the committed file is not what the tables give".into()) };
    }
    fs::write(&path, bytes)?;
    if options.output.is_none() {
        fs::write(root.join("kb/SOURCES.tsv"), sources::to_tsv(&tables))?;
    }
    Ok(())
}

/// The compiled base, and what each table gave.
fn compile(options: &Options, root: &Path) -> Result<(Vec<u8>, Vec<sources::Used>), Box<dyn Error>> {
    let kinds = Kinds::read(&root.join("kb/kinds.tsv"))?;
    let mut drafts: BTreeMap<u32, Draft> = BTreeMap::new();
    let mut used = Vec::new();
    for (rank, source) in SOURCES.iter().enumerate() {
        let table = table::Table::read(&options.tables.join(format!("{}.tsv.gz", source.file)))?;
        let mut rows = 0;
        for row in table.rows() {
            let Some(item) = row.text("wikidata").strip_prefix('Q').and_then(|item| item.parse().ok()) else {
                continue;
            };
            (source.add)(drafts.entry(item).or_default(), &row, &kinds);
            drafts.entry(item).or_default().came_from(rank);
            rows += 1;
        }
        used.push(sources::Used { source, rows, sha256: table.sha256().to_owned(), entities: 0 });
    }
    let mut finished: BTreeMap<u32, Draft> =
        drafts.into_iter().filter_map(|(item, draft)| Some((item, draft.finish(&kinds)?))).collect();
    finished.retain(|_, draft| draft.prior >= options.prior_min);
    aliases::add(&mut finished, &root.join("kb/aliases.tsv"))?;
    surnames::add(&mut finished);
    teams::add(&mut finished);
    let mut builder = Builder::new("wikidata", DATE);
    builder.licences(sources::LICENCES);
    for (rank, used) in used.iter_mut().enumerate() {
        used.entities = finished.values().filter(|draft| draft.is_from(rank)).count() as u32;
        builder.source(used.to_meta());
    }
    for (item, draft) in finished {
        builder.add(draft.into_record(Id::Wikidata(item)));
    }
    Ok((builder.build()?, used))
}
