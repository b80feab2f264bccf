//! The network, run by `rten`: four grids of integers in, one grid of scores per head out.

use std::{cell::OnceCell, sync::Arc};

use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool, Value, ValueOrView};
use rten_tensor::{Layout, NdTensor, NdTensorView, prelude::*};

use crate::{EncodeError, LoadError, MEMBERSHIP_BITS, encoding::Head, pieces::PADDING};

const MEMBERSHIP: &str = "membership";
const INPUTS: [&str; 4] = ["input_ids", "shape_ids", "quote_ids", "attention_mask"];

/// A loaded network.
pub(crate) struct Network {
    model: Model,
    inputs: [NodeId; 4],
    membership: NodeId,
    outputs: Vec<NodeId>,
}

/// Windows side by side: each grid is `rows x length`, row by row.
pub(crate) struct Batch {
    rows: usize,
    length: usize,
    ids: Vec<i32>,
    shapes: Vec<i32>,
    quotation: Vec<i32>,
    membership: Vec<u64>,
    mask: Vec<i32>,
}

/// One window's places in a batch.
pub(crate) struct Row<'b> {
    pub(crate) ids: &'b mut [i32],
    pub(crate) shapes: &'b mut [i32],
    pub(crate) quotation: &'b mut [i32],
    pub(crate) membership: &'b mut [u64],
    pub(crate) mask: &'b mut [i32],
}

/// A head's scores: `rows x length x width`.
pub(crate) struct Output(NdTensor<f32, 3>);

impl Output {
    pub(crate) fn row(&self, row: usize, piece: usize) -> &[f32] {
        let [_, length, width] = self.0.shape();
        &self.0.data().expect("outputs are contiguous")[(row * length + piece) * width..][..width]
    }
}

impl Batch {
    pub(crate) fn new(rows: usize, length: usize) -> Self {
        let grid = |value| vec![value; rows * length];
        Self {
            rows,
            length,
            ids: grid(PADDING),
            shapes: grid(0),
            quotation: grid(0),
            membership: vec![0; rows * length],
            mask: grid(0),
        }
    }

    pub(crate) fn row_mut(&mut self, row: usize) -> Row<'_> {
        let places = row * self.length..(row + 1) * self.length;
        Row {
            ids: &mut self.ids[places.clone()],
            shapes: &mut self.shapes[places.clone()],
            quotation: &mut self.quotation[places.clone()],
            membership: &mut self.membership[places.clone()],
            mask: &mut self.mask[places],
        }
    }
}

impl Network {
    pub(crate) fn load(onnx: &[u8]) -> Result<Self, LoadError> {
        let refused = |error: &dyn std::fmt::Display| LoadError::Network(error.to_string());
        let mut options = ModelOptions::with_all_ops();
        options.prepack_weights(true);
        let model = options.load(onnx.to_vec()).map_err(|error| refused(&error))?;
        let node = |name: &str| model.node_id(name).map_err(|error| refused(&error));
        let [ids, shapes, quotation, mask] = INPUTS;
        let membership = node(MEMBERSHIP)?;
        let inputs = [node(ids)?, node(shapes)?, node(quotation)?, node(mask)?];
        let outputs = Head::ALL.into_iter().map(|head| node(head.name())).collect::<Result<_, _>>()?;
        Ok(Self { model, inputs, membership, outputs })
    }

    /// The outputs of [`Head::ALL`], in order. Runs on one thread, which belongs to the calling one.
    pub(crate) fn run(&self, batch: &Batch) -> Result<Vec<Output>, EncodeError> {
        let shape = [batch.rows, batch.length];
        let grids = [&batch.ids, &batch.shapes, &batch.quotation, &batch.mask];
        let inputs = self.inputs.iter().zip(grids).map(|(&node, grid)| {
            let view = NdTensorView::from_data(shape, grid.as_slice());
            (node, ValueOrView::from(view))
        });
        let bits = batch.membership.iter().flat_map(|bits| (0..MEMBERSHIP_BITS).map(move |at| (bits >> at & 1) as f32));
        let bits = NdTensor::from_data([batch.rows, batch.length, MEMBERSHIP_BITS], bits.collect::<Vec<f32>>());
        let inputs = inputs.chain([(self.membership, ValueOrView::from(bits.view()))]);
        let options = RunOptions::default().with_thread_pool(Some(own_thread()));
        let failed = |error: &dyn std::fmt::Display| EncodeError::Runtime(error.to_string());
        let values = self.model.run(inputs.collect(), &self.outputs, Some(options)).map_err(|error| failed(&error))?;
        let output = |value: Value| {
            let tensor: NdTensor<f32, 3> = value.try_into().map_err(|error| failed(&error))?;
            Ok(Output(if tensor.is_contiguous() { tensor } else { tensor.to_tensor() }))
        };
        values.into_iter().map(output).collect()
    }
}

/// A pool of one thread per calling thread: an article is read on one core, and articles side by side on several.
fn own_thread() -> Arc<ThreadPool> {
    thread_local!(static OWN: OnceCell<Arc<ThreadPool>> = const { OnceCell::new() });
    OWN.with(|own| Arc::clone(own.get_or_init(|| Arc::new(ThreadPool::with_num_threads(1)))))
}
