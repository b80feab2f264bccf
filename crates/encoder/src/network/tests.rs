//! A tiny random network answers what `training/recipe/tiny.py` wrote down.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::*;
use crate::encoding::Head;

const MODEL: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tiny/model.safetensors"));
const LABELS: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tiny/labels.json"));
const REFERENCE: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tiny/reference.json"));

#[derive(Deserialize)]
struct Reference {
    windows: Vec<Window>,
}

#[derive(Deserialize)]
struct Window {
    ids: Vec<i32>,
    shapes: Vec<i32>,
    quotes: Vec<i32>,
    membership: Vec<u64>,
    lexicon: Vec<u64>,
    read: Vec<usize>,
    /// Per head, the outputs at each place that is read.
    outputs: BTreeMap<String, Vec<Vec<f32>>>,
}

fn network() -> (Network, Vec<Window>) {
    let labels = Labels::parse(LABELS).unwrap();
    let reference: Reference = serde_json::from_slice(REFERENCE).unwrap();
    (Network::load(MODEL, &labels).unwrap(), reference.windows)
}

impl Window {
    fn append(&self, batch: &mut Batch) {
        let start = batch.pieces.len();
        let piece = |at: usize| Piece {
            id: self.ids[at],
            position: u32::try_from(at).unwrap(),
            shape: self.shapes[at],
            quotation: self.quotes[at],
            membership: self.membership[at],
            lexicon: self.lexicon[at],
        };
        batch.pieces.extend((0..self.ids.len()).map(piece));
        batch.windows.push(start..batch.pieces.len());
        batch.read.extend(self.read.iter().map(|place| start + place));
    }
}

fn rows(outputs: &Outputs, range: Range<usize>) -> Vec<&[f32]> {
    Head::ALL.into_iter().flat_map(|head| range.clone().map(move |row| outputs.row(head, row))).collect()
}

#[test]
fn outputs_are_those_of_the_reference() {
    let (network, windows) = network();
    let mut batch = Batch::default();
    windows.iter().for_each(|window| window.append(&mut batch));
    let (outputs, mut row) = (network.run(&batch), 0);
    let (mut sum, mut count) = (0.0, 0.0);
    // An activation that lies between two bytes may fall on the other side.
    let (farthest, mean) = (0.05, 0.005);
    for window in &windows {
        for index in 0..window.read.len() {
            for head in Head::ALL {
                let expected = &window.outputs[head.name()][index];
                let found = outputs.row(head, row);
                assert_eq!(found.len(), expected.len());
                for (found, expected) in found.iter().zip(expected) {
                    assert!((found - expected).abs() < farthest, "{head:?}: {found} for {expected}");
                    sum += (found - expected).abs();
                    count += 1.0;
                }
            }
            row += 1;
        }
    }
    assert!(sum / count < mean, "outputs are {} off", sum / count);
}

#[test]
fn windows_do_not_change_each_other() {
    let (network, windows) = network();
    let mut batch = Batch::default();
    windows.iter().for_each(|window| window.append(&mut batch));
    let (together, mut start) = (network.run(&batch), 0);
    for window in &windows {
        let mut batch = Batch::default();
        window.append(&mut batch);
        let (alone, count) = (network.run(&batch), window.read.len());
        assert_eq!(rows(&alone, 0..count), rows(&together, start..start + count));
        start += count;
    }
}

#[test]
fn a_damaged_file_is_refused() {
    let labels = Labels::parse(LABELS).unwrap();
    for length in (0..MODEL.len()).step_by(997) {
        assert!(Network::load(&MODEL[..length], &labels).is_err(), "{length} bytes");
    }
    let mut headless = MODEL.to_vec();
    let name = b"layer1.down.weight";
    let at = headless.windows(name.len()).position(|bytes| bytes == name).unwrap();
    headless[at] = b'L';
    assert!(Network::load(headless.leak(), &labels).is_err());
}

#[test]
fn the_first_models_have_fewer_heads() {
    let mut labels: serde_json::Value = serde_json::from_slice(LABELS).unwrap();
    let later: Vec<&str> = Head::ALL.into_iter().filter(|head| !head.required()).map(Head::name).collect();
    assert_eq!(later.len(), 10);
    for part in ["outputs", "taggers", "links"] {
        let named = labels[part].as_object_mut().unwrap();
        named.retain(|name, _| !later.contains(&name.as_str()) && !name.starts_with("event") && name != "governor");
    }
    labels["links"].as_object_mut().unwrap().remove("description");
    let labels = Labels::parse(&serde_json::to_vec(&labels).unwrap()).unwrap();
    assert!(Head::ALL.into_iter().all(|head| (labels.width(head) > 0) == head.required()));
    let network = Network::load(MODEL, &labels);
    assert!(network.is_err(), "the network has outputs that the labels do not name");
}
