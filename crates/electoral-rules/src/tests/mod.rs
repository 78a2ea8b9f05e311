//! Facts about whole rules; the parts are tested beside their code.

mod cases;
mod checks;
mod every_rule;
mod examples;
mod properties;
mod ranked;
mod slots;
mod staged;
