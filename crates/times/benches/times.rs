//! How fast times are found in a document that is already read: `cargo bench -p dateline-times`.
//!
//! `article` is news text dense in times. `hostile` repeats what a careless grammar would stumble over; its time per
//! byte must be the same at 64 KiB and at 1 MiB.

use std::hint::black_box;

use dateline_text::{Article, Document, Parts, Published};
use dateline_times as times;
use divan::{Bencher, counter::BytesCount};

fn main() {
    divan::main();
}

const KIB: usize = 1024;

/// Text written for this measurement, with about one time expression in fifteen words.
const NEWS: &str = "The harbour board of Port Ellery said on Tuesday that it would close the old ferry pier by the end of \
    next month. The pier, which opened on May 4, 1931, has lost money for the past nine years, and engineers who \
    visited it last week found cracks in two of its piles. Repairs were last made in the summer of 1998 at a cost \
    that the board never published. A spokeswoman told reporters that no decision had been taken about the \
    ferries themselves, which carry some 4,000 passengers a day and leave every hour from 6 a.m. until 10 p.m. on \
    weekdays. Three years ago the town offered to buy the pier, but the offer lapsed in January. Councillors will \
    meet at 7:30 p.m. on Thursday to hear from residents of the quay, many of whom have rented their houses from the \
    board since the early 1980s and fear that the land will be sold to builders.\n";

fn article(text: String) -> Article {
    let published = Some(Published::Day(jiff::civil::date(2025, 3, 19)));
    Article::new(Parts { body: text, published, ..Parts::default() }, usize::MAX).expect("the text is not blank")
}

fn repeated(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes.div_ceil(unit.len()))
}

fn measure(bencher: Bencher<'_, '_>, text: String) {
    let article = article(text);
    let document = Document::new(&article);
    bencher
        .counter(BytesCount::new(article.text().len()))
        .bench(|| times::normalise(black_box(&document), article.published()));
}

#[divan::bench(args = [64 * KIB, 1024 * KIB])]
fn news(bencher: Bencher<'_, '_>, bytes: usize) {
    measure(bencher, repeated(NEWS, bytes));
}

#[divan::bench(args = [64 * KIB, 1024 * KIB], consts = [0, 1, 2, 3, 4, 5, 6, 7])]
fn hostile<const TEXT: usize>(bencher: Bencher<'_, '_>, bytes: usize) {
    const TEXTS: [&str; 8] =
        ["1", "1 ", "1-", "- ", "May ", "May-1-", "the last of the first of May of ", "two hundred and "];
    measure(bencher, repeated(TEXTS[TEXT], bytes));
}
