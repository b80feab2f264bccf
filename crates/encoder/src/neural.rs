//! The neural encoder: tokens → pieces and features → windows → batches → the network → an [`Encoding`].

use std::sync::Arc;

use dateline_text::{Document, Span, Word};

use crate::{
    EncodeError, Encoder, LoadError,
    encoding::{Encoding, Head},
    features,
    labels::Labels,
    network::{Batch, Network, Row},
    pieces::{CLASSIFIER, SEPARATOR, Vocabulary},
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
    /// `model.onnx`: the network, int8.
    pub network: &'a [u8],
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
        let network = Network::load(files.network)?;
        Ok(Self { vocabulary, labels, network })
    }
}

impl Encoder for NeuralEncoder {
    fn encode(&self, document: &Document<'_>) -> Result<Encoding, EncodeError> {
        let input = Input::read(document, &self.vocabulary);
        let windows = window::windows(document.sentences(), &input.begin);
        let lengths: Vec<usize> = windows.iter().map(|&window| input.length(window)).collect();
        let mut encoding = Encoding::new(Arc::clone(&self.labels), document.tokens().len(), windows.clone());
        for members in window::batches(&lengths) {
            let mut batch = Batch::new(members.len(), lengths[members[0]]);
            for (row, &member) in members.iter().enumerate() {
                input.fill(windows[member], batch.row_mut(row));
            }
            let outputs = self.network.run(&batch)?;
            for (head, output) in Head::ALL.into_iter().zip(&outputs) {
                for (row, &member) in members.iter().enumerate() {
                    encoding.nothing_mut(head, member).copy_from_slice(output.row(row, 0));
                    for word in windows[member].start()..windows[member].end() {
                        let piece = input.first_piece(windows[member], word);
                        encoding.row_mut(head, word).copy_from_slice(output.row(row, piece));
                    }
                }
            }
        }
        Ok(encoding)
    }
}

/// A document as numbers: pieces of all tokens in a row, and features per token.
struct Input {
    pieces: Vec<i32>,
    /// Offset of each token's first piece, and the number of pieces.
    begin: Vec<u32>,
    shapes: Vec<i32>,
    quotation: Vec<i32>,
}

impl Input {
    fn read(document: &Document<'_>, vocabulary: &Vocabulary) -> Self {
        let count = document.tokens().len();
        let (mut pieces, mut begin) = (Vec::with_capacity(count * 3 / 2), Vec::with_capacity(count + 1));
        let mut shapes = Vec::with_capacity(count);
        let offset = |pieces: &Vec<i32>| u32::try_from(pieces.len()).expect("a token has few pieces");
        for token in document.tokens() {
            let word = document.slice(token.span);
            begin.push(offset(&pieces));
            vocabulary.cut(word, &mut pieces);
            shapes.push(features::shape(word));
        }
        begin.push(offset(&pieces));
        Self { pieces, begin, shapes, quotation: features::quotation(document) }
    }

    /// Pieces of a window, the two special ones included.
    fn length(&self, window: Span<Word>) -> usize {
        (self.begin[window.end() as usize] - self.begin[window.start() as usize]) as usize + 2
    }

    /// Place of a token's first piece in its window.
    fn first_piece(&self, window: Span<Word>, word: u32) -> usize {
        (self.begin[word as usize] - self.begin[window.start() as usize]) as usize + 1
    }

    /// Writes a window into one row of a batch; what is left of the row stays padding.
    fn fill(&self, window: Span<Word>, row: Row<'_>) {
        let Row { ids, shapes, quotation, mask } = row;
        let length = self.length(window);
        ids[0] = CLASSIFIER;
        ids[length - 1] = SEPARATOR;
        mask[..length].fill(1);
        for word in window.range() {
            let (from, to) = (self.begin[word] as usize, self.begin[word + 1] as usize);
            let at = self.first_piece(window, u32::try_from(word).expect("token indices are u32"));
            let places = at..at + to - from;
            ids[places.clone()].copy_from_slice(&self.pieces[from..to]);
            shapes[places.clone()].fill(self.shapes[word]);
            quotation[places].fill(self.quotation[word]);
        }
    }
}
