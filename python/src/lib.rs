//! The native half of the Python package `dateline`: requests as JSON in, answers or problems as JSON out. What Python
//! programs see is in `python/dateline/`.

use std::{
    panic::{self, AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc::{RecvTimeoutError, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

use dateline_answer::{
    answer_request,
    knowledge::{KbFile, KnowledgeError},
    model::{Choice, Model, ModelError},
};
use dateline_wire::{AnswerLimits, Code, ExtractRequest, Problem, RequestLimits, SERVICE};
use mimalloc::MiMalloc;
use pyo3::{
    exceptions::{PyOSError, PyValueError},
    prelude::*,
    pybacked::PyBackedBytes,
    types::PyBytes,
};

/// As in the service.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Names the process in problems, where a request's id would be.
const CALLER: &str = "python";

/// How often a batch looks whether the program was interrupted.
const SIGNALS_EVERY: Duration = Duration::from_millis(100);

/// An answer's JSON, or a problem's.
type Outcome = Result<Vec<u8>, Vec<u8>>;

/// A model, its knowledge bases and the default limits of the service.
#[pyclass(frozen, module = "dateline._native")]
struct Reader {
    model: Arc<Model>,
    limits: RequestLimits,
}

#[pymethods]
impl Reader {
    /// Loads the model of a folder, or the one in the package, or none, and the bases in files, by their names.
    #[new]
    fn new(py: Python<'_>, model: Option<PathBuf>, rules_alone: bool, kb: Vec<(String, PathBuf)>) -> PyResult<Self> {
        let kb = kb.into_iter().map(|(name, path)| KbFile::new(&name, path)).collect::<Result<Vec<_>, _>>();
        let kb = kb.map_err(PyValueError::new_err)?;
        let choice = match &model {
            Some(folder) => Choice::Folder(folder),
            None if rules_alone => Choice::RulesAlone,
            None => Choice::Embedded,
        };
        let model = py.detach(|| Model::choose(choice, &kb)).map_err(|error| match error {
            ModelError::Read(..) | ModelError::Knowledge(KnowledgeError::Read(..)) => {
                PyOSError::new_err(error.to_string())
            }
            _ => PyValueError::new_err(error.to_string()),
        })?;
        Ok(Self { model, limits: RequestLimits::default() })
    }

    /// Reads one request: whether it was answered, and the answer or the problem.
    fn read<'py>(&self, py: Python<'py>, request: PyBackedBytes) -> (bool, Bound<'py, PyBytes>) {
        let outcome = py.detach(|| self.outcome(&request));
        shown(py, &outcome)
    }

    /// Reads many requests on as many threads, in their order.
    fn read_many<'py>(
        &self,
        py: Python<'py>,
        requests: Vec<PyBackedBytes>,
        threads: usize,
    ) -> PyResult<Vec<(bool, Bound<'py, PyBytes>)>> {
        let outcomes = py.detach(|| self.outcomes(&requests, threads))?;
        Ok(outcomes.iter().flatten().map(|outcome| shown(py, outcome)).collect())
    }
}

impl Reader {
    /// Reads on other threads, while this one looks whether the program was interrupted.
    fn outcomes(&self, requests: &[PyBackedBytes], threads: usize) -> PyResult<Vec<Option<Outcome>>> {
        let mut outcomes: Vec<Option<Outcome>> = requests.iter().map(|_| None).collect();
        let next = &AtomicUsize::new(0);
        thread::scope(|scope| {
            let (send, receive) = channel();
            for _ in 0..threads.clamp(1, requests.len().max(1)) {
                let send = send.clone();
                scope.spawn(move || self.work(requests, next, &send));
            }
            drop(send);
            let mut looked = Instant::now();
            loop {
                match receive.recv_timeout(SIGNALS_EVERY) {
                    Ok((place, outcome)) => outcomes[place] = Some(outcome),
                    Err(RecvTimeoutError::Disconnected) => return Ok(outcomes),
                    Err(RecvTimeoutError::Timeout) => {}
                }
                if looked.elapsed() >= SIGNALS_EVERY {
                    Python::attach(|py| py.check_signals())
                        .inspect_err(|_| next.store(requests.len(), Ordering::Relaxed))?;
                    looked = Instant::now();
                }
            }
        })
    }

    fn work(&self, requests: &[PyBackedBytes], next: &AtomicUsize, send: &Sender<(usize, Outcome)>) {
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(request) = requests.get(place) else { return };
            if send.send((place, self.outcome(request))).is_err() {
                return;
            }
        }
    }

    fn outcome(&self, request: &[u8]) -> Outcome {
        let read = || {
            let request = ExtractRequest::from_json(request, &self.limits)?;
            answer_request(&self.model, request, &self.limits, AnswerLimits::default())
        };
        catch_unwind(AssertUnwindSafe(read))
            .unwrap_or_else(|_| Err(Problem::new(Code::Internal, "internal error, not caused by the request")))
            .map(|answer| answer.body)
            .map_err(|problem| problem.details(CALLER).to_json())
    }
}

fn shown<'py>(py: Python<'py>, outcome: &Outcome) -> (bool, Bound<'py, PyBytes>) {
    let (Ok(json) | Err(json)) = outcome;
    (outcome.is_ok(), PyBytes::new(py, json))
}

/// The native half of `dateline`.
#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    // The message of a panic may repeat what was read.
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        eprintln!("dateline: panicked at {place}");
    }));
    module.add("SERVICE", SERVICE)?;
    module.add_class::<Reader>()
}
