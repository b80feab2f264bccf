//! Look-up in a base of 300,000 made-up names: `cargo bench -p dateline-kb`.

use dateline_kb::{Builder, Date, Id, Kb, Kind, Record};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

const SYLLABLES: [&str; 16] =
    ["ka", "lo", "mi", "ren", "tos", "va", "shi", "dor", "be", "lun", "gar", "pe", "wic", "ham", "sto", "nia"];

fn name(number: usize) -> String {
    let word = |shift: usize| (0..4).map(|at| SYLLABLES[number >> (shift + at * 3) & 15]).collect::<String>();
    format!("{} {}", word(0), word(5))
}

fn base() -> Vec<u8> {
    let mut builder = Builder::new("bench", Date { year: 2025, month: 1, day: 1 });
    for number in 0..300_000 {
        builder.add(Record::new(Id::Wikidata(number + 1), &name(number as usize), Kind::Person));
    }
    builder.build().expect("ids differ")
}

#[divan::bench]
fn known(bencher: Bencher<'_, '_>) {
    let kb = Kb::open(base()).expect("it was just built");
    let mut number = 0;
    bencher
        .with_inputs(|| {
            number += 7_919;
            name(number % 300_000)
        })
        .bench_local_refs(|name| black_box(kb.lookup(name)));
}

#[divan::bench]
fn unknown(bencher: Bencher<'_, '_>) {
    let kb = Kb::open(base()).expect("it was just built");
    let mut number = 0;
    bencher
        .with_inputs(|| {
            number += 7_919;
            format!("Ada {}", name(number))
        })
        .bench_local_refs(|name| black_box(kb.lookup(name)));
}

#[divan::bench]
fn open(bencher: Bencher<'_, '_>) {
    let bytes = base();
    bencher.with_inputs(|| bytes.clone()).bench_local_values(|bytes| black_box(Kb::open(bytes)));
}

#[divan::bench]
fn open_trusted(bencher: Bencher<'_, '_>) {
    let bytes = base();
    bencher.with_inputs(|| bytes.clone()).bench_local_values(|bytes| black_box(Kb::open_trusted(bytes)));
}
