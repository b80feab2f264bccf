//! How much of a request is read, and how much is answered.

/// The limits on what a request holds, whatever carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestLimits {
    /// Most characters (Unicode code points) of title, abstract and body together.
    pub text_chars_max: usize,
    /// Most characters of `id`, of `byline` and of `dateline` each.
    pub label_chars_max: usize,
    /// Most entities of a caller's own.
    pub known_entities_max: usize,
    /// Most faults that one problem lists.
    pub errors_max: usize,
    /// Most documents of a batch in JSON.
    pub batch_documents_max: usize,
}

impl Default for RequestLimits {
    fn default() -> Self {
        Self {
            text_chars_max: 200_000,
            label_chars_max: 1_000,
            known_entities_max: 1_000,
            errors_max: 20,
            batch_documents_max: 64,
        }
    }
}

/// The limits on an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerLimits {
    /// Most warnings of a kind; the rest are counted.
    pub warnings_max: usize,
    /// Most bytes of the JSON of an article's answer.
    pub answer_bytes_max: usize,
}

impl Default for AnswerLimits {
    fn default() -> Self {
        Self { warnings_max: 50, answer_bytes_max: 16 << 20 }
    }
}
