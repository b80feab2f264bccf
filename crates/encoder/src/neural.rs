//! The neural encoder: tokens → pieces and features → windows → batches → the network → an [`Encoding`].

use std::sync::Arc;

use dateline_text::{Document, Span, TokenKind, Word};

use crate::{
    EncodeError, Encoder, LoadError,
    encoding::{Encoding, Head},
    input::Input,
    labels::Labels,
    lexicon::lexicon,
    network::{Batch, Network},
    pieces::Vocabulary,
    window,
};

/// A trained model, shared by all threads.
pub struct NeuralEncoder {
    vocabulary: Vocabulary,
    labels: Arc<Labels>,
    network: Network,
}

/// The three files of a model.
#[derive(Clone, Copy)]
pub struct ModelFiles<'a> {
    /// `model.safetensors`: the network, int8. Its largest table is read in place, so the bytes stay for good.
    pub network: &'static [u8],
    /// `vocab.txt`: one word piece per line.
    pub vocabulary: &'a str,
    /// `labels.json`: outputs, labels, temperatures.
    pub labels: &'a [u8],
}

impl NeuralEncoder {
    /// Reads a model.
    ///
    /// # Errors
    /// [`LoadError`] when a file is not what the others or this crate expect.
    pub fn load(files: ModelFiles<'_>) -> Result<Self, LoadError> {
        let labels = Arc::new(Labels::parse(files.labels)?);
        let vocabulary = Vocabulary::parse(files.vocabulary);
        let network = Network::load(files.network, &labels)?;
        if network.pieces() < vocabulary.size() {
            return Err(LoadError::Network("the vocabulary has more pieces than the network".into()));
        }
        Ok(Self { vocabulary, labels, network })
    }

    /// Name and version of the model.
    #[must_use]
    pub fn id(&self) -> &str {
        self.labels.id()
    }
}

/// Pieces that are read of one document, at most: some 230,000 characters of prose. The rest of a longer text, of single
/// letters say, is not read, so that no text takes more time and memory than long prose.
const PIECES_READ_MAX: u32 = 50_000;

/// Whether a window holds anything but marks.
fn has_words(document: &Document<'_>, window: Span<Word>) -> bool {
    document.tokens()[window.range()].iter().any(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
}

impl Encoder for NeuralEncoder {
    fn encode(&self, document: &Document<'_>) -> Result<Encoding, EncodeError> {
        let mut input = Input::read(document, &self.vocabulary);
        if self.network.reads_lexicon() {
            input.lexicon = lexicon(document);
        }
        let windows = window::windows(document.sentences(), &input.begin);
        let read = &windows[..window::within(&windows, &input.begin, PIECES_READ_MAX)];
        let words = read.last().map_or(0, |window| window.end() as usize);
        let mut encoding = Encoding::new(Arc::clone(&self.labels), words, windows.clone());
        let heads: Vec<Head> = Head::ALL.into_iter().filter(|&head| encoding.has(head)).collect();
        for members in window::batches(read, &input.begin) {
            if !windows[members.clone()].iter().any(|&window| has_words(document, window)) {
                continue;
            }
            let mut batch = Batch::default();
            for &window in &windows[members.clone()] {
                input.append(window, &mut batch);
            }
            let outputs = self.network.run(&batch);
            for &head in &heads {
                let mut rows = (0..batch.read.len()).map(|row| outputs.row(head, row));
                let mut next = || rows.next().expect("a window is read once, and each of its tokens");
                for member in members.clone() {
                    encoding.nothing_mut(head, member).copy_from_slice(next());
                    for word in windows[member].start()..windows[member].end() {
                        encoding.keep(head, word, next());
                    }
                }
            }
        }
        Ok(encoding)
    }
}
