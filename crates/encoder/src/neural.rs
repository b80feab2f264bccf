//! The neural encoder: tokens → pieces and features → windows → batches → the network → an [`Encoding`].

use std::sync::Arc;

use dateline_text::Document;

use crate::{
    EncodeError, Encoder, LoadError,
    encoding::{Encoding, Head},
    input::Input,
    labels::Labels,
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

    /// Name and version of the model.
    #[must_use]
    pub fn id(&self) -> &str {
        self.labels.id()
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
