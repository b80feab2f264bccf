//! What a person runs by hand: generators and measurements.

fn main() {}
