//! Memory that a thread uses again for every batch.

use std::cell::RefCell;

use rayon::{ThreadPool, ThreadPoolBuilder};
use rten_gemm::GemmExecutor;

use super::{attention::AttentionScratch, quantise::Rows};

/// What a batch is worked out in. Vectors only grow.
pub(super) struct Scratch {
    /// Multiplies bytes by int8.
    pub(super) integers: GemmExecutor<u8, i8, i32>,
    /// Activations between layers, `pieces x width`.
    pub(super) hidden: Vec<f32>,
    /// The same, as the next linear layer reads them.
    pub(super) rows: Rows,
    /// Queries, keys and values, `pieces x 3 width`.
    pub(super) qkv: Vec<f32>,
    /// What attention mixes, `pieces x width`.
    pub(super) mixed: Vec<f32>,
    /// Scratch buffers for attention.
    pub(super) room: AttentionScratch,
    /// Integer products of a block of rows.
    pub(super) sums: Vec<i32>,
    /// One row of a wide layer.
    pub(super) wide: Vec<f32>,
    /// Rows of a wide layer, as the next one reads them.
    pub(super) wide_rows: Rows,
    /// Rows at which the heads are read.
    pub(super) read: Rows,
    /// Makes the matrix library run on this thread alone: an article is read on one core, and articles side by side on
    /// several. None where the caller has put this thread into a pool of its own.
    _alone: Option<ThreadPool>,
}

impl Scratch {
    /// Runs `work` with the calling thread's scratch.
    pub(super) fn with<T>(work: impl FnOnce(&mut Self) -> T) -> T {
        thread_local!(static OWN: RefCell<Scratch> = RefCell::new(Scratch::new()));
        OWN.with_borrow_mut(work)
    }

    fn new() -> Self {
        let alone = ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().ok();
        Self {
            integers: GemmExecutor::new(),
            hidden: Vec::new(),
            rows: Rows::default(),
            qkv: Vec::new(),
            mixed: Vec::new(),
            room: AttentionScratch::default(),
            sums: Vec::new(),
            wide: Vec::new(),
            wide_rows: Rows::default(),
            read: Rows::default(),
            _alone: alone,
        }
    }
}

/// The first `length` values, after growing the vector where it is shorter.
pub(super) fn first<T: Copy + Default>(values: &mut Vec<T>, length: usize) -> &mut [T] {
    if values.len() < length {
        values.resize(length, T::default());
    }
    &mut values[..length]
}
