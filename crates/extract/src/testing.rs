//! The released model, for tests: layers are tested as they run in production, with what the encoder reads.

use std::{fs, path::Path, sync::LazyLock, time::Duration};

use dateline_encoder::{EncodeError, Encoder, Encoding, ModelFiles, NeuralEncoder};
use dateline_text::Document;

use crate::Pipeline;

/// Loaded once per test binary.
static ENCODER: LazyLock<NeuralEncoder> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/en-news");
    let file = |name: &str| fs::read(folder.join(name)).expect("the released model is in the repository");
    let vocabulary = String::from_utf8(file("vocab.txt")).expect("a vocabulary is text");
    let (network, labels) = (file("model.safetensors").leak(), file("labels.json"));
    NeuralEncoder::load(ModelFiles { network, vocabulary: &vocabulary, labels: &labels }).expect("it is whole")
});

/// What the encoder reads in a document.
pub(crate) fn encode(document: &Document<'_>) -> Encoding {
    ENCODER.encode(document).expect("documents of tests are short")
}

/// The pipeline with the released model.
pub(crate) fn pipeline() -> Pipeline {
    Pipeline::with_encoder(Box::new(Released))
}

/// The encoder that all tests share.
struct Released;

impl Encoder for Released {
    fn encode(&self, document: &Document<'_>) -> Result<Encoding, EncodeError> {
        ENCODER.encode(document)
    }
}

/// Fails where a layer takes more than ten times as long for four times as much text: what is quadratic takes sixteen times
/// as long. `took` says how long the layer takes for a text of so many characters, without the encoder.
#[track_caller]
pub(crate) fn assert_linear(what: &str, mut took: impl FnMut(usize) -> Duration) {
    let [little, much] = [3_000, 12_000].map(&mut took);
    // A second for what else runs on the machine.
    assert!(much < 10 * little + Duration::from_secs(1), "{what:?}: {little:?}, and {much:?} for four times as much");
}

/// Rows of a table on which the text and what was found in it differ; all are shown at once.
#[derive(Default)]
pub(crate) struct Differences(Vec<String>);

impl Differences {
    /// Notes a row whose `found` is not what is `expected`.
    pub(crate) fn note(&mut self, text: &str, found: &str, expected: &str) {
        if found != expected {
            self.0.push(format!("{text}\n    found:    {found}\n    expected: {expected}"));
        }
    }

    /// Notes a known fault that is mended: its row belongs to the table of what works.
    pub(crate) fn note_mended(&mut self, text: &str, found: &str, right: &str) {
        if found == right {
            self.0
                .push(format!("{text}\n    is read rightly now: {found}\n    move the row to the table of what works"));
        }
    }

    /// Fails where a row differs.
    #[track_caller]
    pub(crate) fn assert_none(self) {
        assert!(self.0.is_empty(), "{} rows differ:\n{}", self.0.len(), self.0.join("\n"));
    }
}
