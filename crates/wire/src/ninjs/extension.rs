//! The member of an item that holds the whole answer.

use crate::{
    Code, Problem, fields,
    options::{Layer, Options},
    query,
};

/// The name of the member; its value is what `/v1/extract` answers to the item's article.
pub const EXTENSION: &str = "x_dateline";

/// Whether an item gets the member.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extension {
    /// Its lists are filled, and nothing else.
    #[default]
    Absent,
    /// It gets the answer too; one that it had is replaced.
    Present,
}

impl Extension {
    /// What the query parameter `extension` says.
    ///
    /// # Errors
    /// A problem that names other parameters and values.
    pub fn of_query(query: Option<&str>, errors_max: usize) -> Result<Self, Problem> {
        let mut faults = Vec::new();
        let mut fields = query::fields(query.unwrap_or_default(), &mut faults);
        let expected = "true or false";
        let asked = fields.read_with("extension", Code::FieldInvalid, expected, |text| text.parse().ok());
        fields.finish();
        match fields::problem(faults, errors_max) {
            Some(problem) => Err(problem),
            None => Ok(if asked == Some(true) { Self::Present } else { Self::Absent }),
        }
    }

    /// What has to be found.
    pub(super) fn layers(self) -> Vec<Layer> {
        match self {
            Self::Absent => vec![Layer::Entities],
            Self::Present => Options::default().include,
        }
    }
}
