//! What is true of the whole program.

mod printed;
