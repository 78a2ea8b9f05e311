//! Which faults can be planted in a file, and where.

use quote::ToTokens;
use std::ops::Range;
use syn::{spanned::Spanned, visit::Visit, BinOp, Expr, Stmt, UnOp};

/// One fault: while it is switched on, the code between the two insertions is not what it was.
#[derive(Clone, Debug)]
pub struct Mutant {
	/// What its insertions surround, in bytes of the original file.
	pub range: Range<usize>,
	/// Goes in front; `{on}` stands for the question whether the fault is switched on.
	pub before: String,
	/// Goes behind.
	pub after: String,
	/// Line of the original file, from 1.
	pub line: usize,
	/// The function it is in.
	pub function: String,
	/// What it does, for people.
	pub what: String,
}

/// All faults of a file, in the order of the text.
pub fn mutants(text: &str) -> syn::Result<Vec<Mutant>> {
	let file = syn::parse_file(text)?;
	let mut finder = Finder { text, found: Vec::new(), functions: Vec::new() };
	finder.visit_file(&file);
	finder.found.sort_by_key(|mutant| (mutant.range.start, core::cmp::Reverse(mutant.range.end)));
	Ok(finder.found)
}

struct Finder<'a> {
	text: &'a str,
	found: Vec<Mutant>,
	functions: Vec<String>,
}

impl Finder<'_> {
	fn original(&self, node: &impl Spanned) -> &str {
		self.text.get(node.span().byte_range()).unwrap_or_default()
	}

	fn add(&mut self, node: &impl Spanned, before: String, after: &str, what: String) {
		let range = node.span().byte_range();
		let line = node.span().start().line;
		let function = self.functions.last().cloned().unwrap_or_default();
		self.found.push(Mutant { range, before, after: after.into(), line, function, what });
	}

	/// The expression is another one while the fault is on.
	fn instead(&mut self, node: &impl Spanned, other: &str, what: String) {
		self.add(node, format!("(if {{on}} {{ {other} }} else {{ "), " })", what);
	}

	fn condition(&mut self, condition: &Expr) {
		if has_let(condition) {
			return;
		}
		let shown = short(self.original(condition));
		self.add(condition, "({on} || (".into(), "))", format!("`{shown}` is always true"));
		self.add(condition, "(!{on} && (".into(), "))", format!("`{shown}` is always false"));
	}

	fn body(&mut self, signature: &syn::Signature, block: &syn::Block) {
		let Some(first) = block.stmts.first() else { return };
		let output = match &signature.output {
			syn::ReturnType::Default => String::new(),
			syn::ReturnType::Type(_, output) => output.to_token_stream().to_string().replace(' ', ""),
		};
		let answers: &[&str] = match output.as_str() {
			"" => &[""],
			"bool" => &["true", "false"],
			"u8" | "u16" | "u32" | "u64" | "usize" => &["0", "1"],
			"Scalar" => &["Scalar::ZERO"],
			text if text.starts_with("Result<(),") => &["Ok(())"],
			text if text.starts_with("Vec<") => &["Vec::new()"],
			text if text.starts_with("Option<") => &["None"],
			_ => &[],
		};
		for answer in answers {
			self.add(first, format!("if {{on}} {{ return {answer}; }} "), "", format!("gives `{answer}` at once"));
		}
	}

	fn function(&mut self, attributes: &[syn::Attribute], signature: &syn::Signature, block: &syn::Block) {
		if signature.constness.is_some() || is_test(attributes) {
			return;
		}
		self.functions.push(signature.ident.to_string());
		self.body(signature, block);
		self.visit_block(block);
		self.functions.pop();
	}
}

impl<'ast> Visit<'ast> for Finder<'_> {
	fn visit_item(&mut self, item: &'ast syn::Item) {
		match item {
			syn::Item::Const(_) | syn::Item::Static(_) | syn::Item::Macro(_) => {}
			syn::Item::Mod(inner) if is_test(&inner.attrs) => {}
			// What people read is not what is verified.
			syn::Item::Impl(inner)
				if inner.trait_.as_ref().is_some_and(|(_, path, _)| names(path, &["Display", "Debug"])) => {}
			_ => syn::visit::visit_item(self, item),
		}
	}

	fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
		self.function(&item.attrs, &item.sig, &item.block);
	}

	fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
		self.function(&item.attrs, &item.sig, &item.block);
	}

	fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}
	fn visit_type(&mut self, _: &'ast syn::Type) {}
	fn visit_generic_argument(&mut self, _: &'ast syn::GenericArgument) {}
	fn visit_pat(&mut self, _: &'ast syn::Pat) {}

	fn visit_stmt(&mut self, statement: &'ast Stmt) {
		if let Stmt::Expr(expression, Some(_)) = statement {
			let skipped = match expression {
				Expr::Try(_) | Expr::MethodCall(_) | Expr::Call(_) | Expr::Assign(_) => true,
				Expr::Binary(binary) => {
					other_operator(&binary.op).is_some_and(|other| other.ends_with('=') && other.len() == 2)
				}
				_ => false,
			};
			if skipped {
				let what = format!("`{}` is left out", short(self.original(expression)));
				self.add(statement, "if !{on} { ".into(), " }", what);
			}
		}
		syn::visit::visit_stmt(self, statement);
	}

	fn visit_expr_if(&mut self, node: &'ast syn::ExprIf) {
		self.condition(&node.cond);
		syn::visit::visit_expr_if(self, node);
	}

	fn visit_arm(&mut self, arm: &'ast syn::Arm) {
		if let Some((_, guard)) = &arm.guard {
			self.condition(guard);
		}
		syn::visit::visit_arm(self, arm);
	}

	fn visit_expr_binary(&mut self, node: &'ast syn::ExprBinary) {
		if let Some(other) = other_operator(&node.op).filter(|_| !has_let(&node.left) && !has_let(&node.right)) {
			let operator = node.op.to_token_stream().to_string();
			let (left, right) = (self.original(&node.left).to_string(), self.original(&node.right).to_string());
			for other in other.split('|').filter(|_| other != "||").chain((other == "||").then_some("||")) {
				let what = format!("`{}`: `{operator}` becomes `{other}`", short(self.original(node)));
				self.instead(node, &format!("{left} {other} {right}"), what);
			}
		}
		syn::visit::visit_expr_binary(self, node);
	}

	fn visit_expr_unary(&mut self, node: &'ast syn::ExprUnary) {
		if matches!(node.op, UnOp::Neg(_) | UnOp::Not(_)) {
			let inner = self.original(&node.expr).to_string();
			let what = format!("`{}`: the sign is left out", short(self.original(node)));
			self.instead(node, &inner, what);
		}
		syn::visit::visit_expr_unary(self, node);
	}

	fn visit_expr_method_call(&mut self, node: &'ast syn::ExprMethodCall) {
		let name = node.method.to_string();
		let receiver = self.original(&node.receiver).to_string();
		let shown = short(&self.text[node.method.span().byte_range().start..node.span().byte_range().end]);
		match name.as_str() {
			// A field that a challenge does not cover.
			"with" => self.instead(node, &format!("({receiver}).clone()"), format!("`.{shown}` is left out")),
			"rev" | "skip" | "take" | "filter" | "chain" => {
				// Both branches must have one type.
				self.add(
					node,
					format!("(if {{on}} {{ ({receiver}).collect::<Vec<_>>().into_iter() }} else {{ ("),
					").collect::<Vec<_>>().into_iter() })",
					format!("`.{shown}` is left out"),
				);
			}
			"any" | "all" => {
				self.instead(node, "true", format!("`.{shown}` gives true"));
				self.instead(node, "false", format!("`.{shown}` gives false"));
			}
			"is_some_and" | "contains" | "is_empty" | "is_identity" => {
				self.instead(node, "true", format!("`.{shown}` gives true"));
				self.instead(node, "false", format!("`.{shown}` gives false"));
			}
			_ => {}
		}
		syn::visit::visit_expr_method_call(self, node);
	}
}

/// What an operator becomes; `|` between two.
fn other_operator(operator: &BinOp) -> Option<&'static str> {
	Some(match operator {
		BinOp::Eq(_) => "!=",
		BinOp::Ne(_) => "==",
		BinOp::Lt(_) => "<=|>=",
		BinOp::Le(_) => "<|>",
		BinOp::Gt(_) => ">=|<=",
		BinOp::Ge(_) => ">|<",
		BinOp::And(_) => "||",
		BinOp::Or(_) => "&&",
		BinOp::Add(_) => "-",
		BinOp::Sub(_) => "+",
		BinOp::Mul(_) => "+",
		BinOp::Div(_) | BinOp::Rem(_) => "*",
		BinOp::AddAssign(_) => "-=",
		BinOp::SubAssign(_) => "+=",
		BinOp::MulAssign(_) => "+=",
		_ => return None,
	})
}

fn has_let(expression: &Expr) -> bool {
	match expression {
		Expr::Let(_) => true,
		Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
		_ => false,
	}
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
	attributes.iter().any(|attribute| {
		let text = attribute.meta.to_token_stream().to_string().replace(' ', "");
		text == "cfg(test)" || text == "test"
	})
}

fn names(path: &syn::Path, wanted: &[&str]) -> bool {
	path.segments.last().is_some_and(|last| wanted.iter().any(|name| last.ident == name))
}

/// One line, not too long.
fn short(text: &str) -> String {
	let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
	match line.char_indices().nth(70) {
		Some((end, _)) => format!("{}…", &line[..end]),
		None => line,
	}
}
