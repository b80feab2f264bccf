//! The best tree of a stretch whose words do not choose one by themselves.

use super::Scores;

/// A possible arc: what it scores, less what its dependent's place in a circle already scores, and the words that it
/// joins. Words are counted from 1; 0 is the root.
#[derive(Clone, Copy)]
struct Arc {
    score: f64,
    head: usize,
    dependent: usize,
}

/// What is known of a node: of a word, or of the circle that it speaks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// No arc is chosen yet.
    Open,
    /// Its arc is chosen, and leads back along the path in hand.
    OnPath,
    /// Its arcs lead to the root.
    Done,
    /// Another word speaks for it.
    Absorbed,
}

/// The graph while its circles are contracted. A circle is a node of its own; one of its words speaks for it in `arcs`
/// and `state`.
struct Graph {
    size: usize,
    /// `arcs[dependent * size + head]`: the best arc between what the two words speak for.
    arcs: Vec<Arc>,
    state: Vec<State>,
    /// The node that each word speaks for.
    node: Vec<usize>,
    /// The circle that each node went into.
    circle_of: Vec<Option<usize>>,
    /// The arc that each node took.
    chosen: Vec<Option<Arc>>,
}

/// The head of every word in the best tree with exactly one root.
pub(crate) fn arborescence(scores: &Scores) -> Vec<Option<usize>> {
    let mut graph = Graph::new(scores);
    for word in 1..graph.size {
        if graph.state[word] == State::Open {
            graph.grow(word);
        }
    }
    graph.expand()
}

/// A price on arcs from the root that is higher than what any two trees differ by, so that the best tree has one of them.
fn root_price(scores: &Scores) -> f64 {
    let bounds = scores
        .rows
        .iter()
        .fold((0.0_f64, 0.0_f64), |(low, high), &score| (low.min(f64::from(score)), high.max(f64::from(score))));
    (bounds.1 - bounds.0) * scores.words as f64 + 1.0
}

impl Graph {
    fn new(scores: &Scores) -> Self {
        let size = scores.words() + 1;
        let price = root_price(scores);
        let arc = |dependent: usize, head: usize| {
            let score = if dependent == 0 { 0.0 } else { f64::from(scores.of(dependent - 1, head)) };
            Arc { score: if head == 0 { score - price } else { score }, head, dependent }
        };
        let arcs = (0..size * size).map(|at| arc(at / size, at % size)).collect();
        let mut state = vec![State::Open; size];
        state[0] = State::Done;
        Self { size, arcs, state, node: (0..size).collect(), circle_of: vec![None; size], chosen: vec![None; size] }
    }

    fn arc(&self, dependent: usize, head: usize) -> Arc {
        self.arcs[dependent * self.size + head]
    }

    /// Follows the best arcs from a word until they lead to the root.
    fn grow(&mut self, start: usize) {
        let mut path = vec![start];
        self.state[start] = State::OnPath;
        while let Some(&last) = path.last() {
            let Some(head) = self.best_head(last) else { break };
            self.chosen[self.node[last]] = Some(self.arc(last, head));
            match self.state[head] {
                State::Open => {
                    self.state[head] = State::OnPath;
                    path.push(head);
                }
                State::OnPath => {
                    let from = path.iter().position(|&word| word == head).unwrap_or(0);
                    let circle = path.split_off(from);
                    path.push(self.contract(&circle));
                }
                State::Done | State::Absorbed => break,
            }
        }
        for word in path {
            self.state[word] = State::Done;
        }
    }

    /// The word that speaks for the best head of what `dependent` speaks for.
    fn best_head(&self, dependent: usize) -> Option<usize> {
        let heads = (0..self.size).filter(|&head| head != dependent && self.state[head] != State::Absorbed);
        let score = |head| self.arc(dependent, head).score;
        heads.reduce(|best, head| if score(head) > score(best) { head } else { best })
    }

    /// Makes one node of the words of a circle; its first word speaks for it.
    fn contract(&mut self, circle: &[usize]) -> usize {
        let (speaker, id) = (circle[0], self.circle_of.len());
        let taken: Vec<f64> =
            circle.iter().map(|&word| self.chosen[self.node[word]].map_or(0.0, |arc| arc.score)).collect();
        for &word in circle {
            self.state[word] = State::Absorbed;
            self.circle_of[self.node[word]] = Some(id);
        }
        self.circle_of.push(None);
        self.chosen.push(None);
        self.node[speaker] = id;
        let others: Vec<_> = (0..self.size).filter(|&other| self.state[other] != State::Absorbed).collect();
        for other in others {
            let into = circle.iter().zip(&taken).map(|(&word, taken)| {
                let arc = self.arc(word, other);
                Arc { score: arc.score - taken, ..arc }
            });
            let out = circle.iter().map(|&word| self.arc(other, word));
            let [into, out] = [best(into), best(out)];
            self.set(speaker, other, into);
            self.set(other, speaker, out);
        }
        self.state[speaker] = State::OnPath;
        speaker
    }

    fn set(&mut self, dependent: usize, head: usize, arc: Option<Arc>) {
        if let Some(arc) = arc {
            self.arcs[dependent * self.size + head] = arc;
        }
    }

    /// Opens the circles again, the last first: each takes the arc that leads into it in the place of one of its own.
    fn expand(mut self) -> Vec<Option<usize>> {
        for circle in (self.size..self.circle_of.len()).rev() {
            let Some(arc) = self.chosen[circle] else { continue };
            let mut node = arc.dependent;
            while let Some(outer) = self.circle_of[node].filter(|&outer| outer != circle) {
                node = outer;
            }
            self.chosen[node] = Some(arc);
        }
        self.chosen[1..self.size].iter().map(|arc| arc.and_then(|arc| arc.head.checked_sub(1))).collect()
    }
}

/// The first of the best arcs.
fn best(arcs: impl Iterator<Item = Arc>) -> Option<Arc> {
    arcs.reduce(|best, arc| if arc.score > best.score { arc } else { best })
}
