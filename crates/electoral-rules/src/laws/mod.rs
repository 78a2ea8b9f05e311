//! Rules as laws stated them on a day, put together from the parts of [`Rule`](crate::Rule).

pub mod kg_2020;
pub mod kg_2021;
pub mod kg_2025;
pub mod scotland;
