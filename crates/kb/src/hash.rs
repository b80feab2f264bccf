//! The hash of a key, part of the format: FNV-1a of its bytes, mixed as in the end of MurmurHash3, so that every bit of
//! the result depends on every bit of the key.

use std::hash::Hasher;

use fnv::FnvHasher;

pub(crate) fn of_key(key: &str) -> u64 {
    let mut hasher = FnvHasher::default();
    hasher.write(key.as_bytes());
    let mut hash = hasher.finish();
    for multiplier in [0xff51_afd7_ed55_8ccd, 0xc4ce_b9fe_1a85_ec53] {
        hash = (hash ^ (hash >> 33)).wrapping_mul(multiplier);
    }
    hash ^ (hash >> 33)
}

/// A hash as the index holds it: the bucket is its upper bits, the mark its lower half.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) bucket: u32,
    pub(crate) mark: u32,
}

impl Place {
    pub(crate) fn of(key: &str, bucket_bits: u32) -> Self {
        let hash = of_key(key);
        let bucket = hash.checked_shr(64 - bucket_bits).unwrap_or(0);
        Self { bucket: bucket as u32, mark: hash as u32 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_format() {
        assert_eq!(of_key(""), 0xefd0_1f60_ba99_2926);
        assert_eq!(Place::of("oslo", 0).bucket, 0);
        assert!(Place::of("oslo", 4).bucket < 16);
    }
}
