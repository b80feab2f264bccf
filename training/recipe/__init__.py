"""The recipe that trains and exports models/en-news. See ../README.md for the contract with the Rust side."""
