//! Why a base cannot be built or read.

/// Why a base cannot be built or read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KbError {
    /// The bytes do not begin as a knowledge base does.
    #[error("this is not a compiled knowledge base")]
    NotAKnowledgeBase,
    /// The file was compiled for another version of the format.
    #[error("the file has version {found} of the format; this program reads version {read}")]
    Version {
        /// The version of the file.
        found: u32,
        /// The version that is read.
        read: u32,
    },
    /// The checksum differs from that of the bytes: the file is cut or damaged.
    #[error("the file is damaged: its checksum does not match")]
    Checksum,
    /// A part of the file contradicts another.
    #[error("the file is damaged: {0}")]
    Malformed(&'static str),
    /// An id is empty or too long.
    #[error("the id {0:?} is empty or longer than 64 bytes")]
    Id(String),
    /// Two records have one id.
    #[error("the id {0:?} occurs twice")]
    DuplicateId(String),
    /// The records need more than the format can address.
    #[error("the base is too large: a file holds at most 4 GiB and {0} entities")]
    TooLarge(u32),
}
