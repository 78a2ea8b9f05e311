"""Reads Rust sources as far as scripts/structure needs it: modules, what each file names of the others, circles.

No compiler: comments, strings and tests are blanked, then modules, `use` and paths are followed. A name leads to the file that
defines it, through re-exports and globs. Macros are not expanded, `#[path]` is not followed (only tests have it); a name that
cannot be followed belongs to another crate.
"""
import os
import re

# Modules that no program contains: they may name whatever they test.
UNSEEN = {"tests", "mock", "mocks", "benchmarking"}

COMMENT_OR_STRING = re.compile(
	r"""//[^\n]*|/\*.*?\*/|(?<!\w)b?r(?P<hashes>\#*)".*?"(?P=hashes)|b?"(?:\\.|[^"\\])*"|b?'(?:\\.[^'\n]*|[^\\'\n])'""", re.S)
TEST_ATTRIBUTE = re.compile(r"#\[(?:cfg\((?:all\()?test\b[^\]]*|test)\]")
USE = re.compile(r"(\bpub(?:\([^)]*\))?\s+)?\buse\s+([^;]+);")
NAME = r"(?:\$?crate|[A-Za-z_]\w*)"
TOKEN = re.compile(
	rf"(?P<brace>[{{}}])|\bmod\s+(?P<mod>\w+)\s*(?P<kind>[;{{])|(?P<use>{USE.pattern})|import_section\((?P<section>[\w:]+)\)"
	r"|\b(?:fn|struct|enum|union|trait|type|static|macro_rules!|const(?!\s+(?:fn|unsafe|extern|async)\b))\s+(?P<item>\w+)"
	rf"|(?<![\w:.$])(?P<path>{NAME}(?:::\w+)+)")


def end_of_item(text, at):
	"""Where the item that begins at `at` ends: after its `;`, or after the block that closes it."""
	depth, is_use = 0, re.compile(r"\s*(?:#\[[^\]]*\]\s*)*(?:pub(?:\([^)]*\))?\s+)?use\b").match(text, at)
	for match in re.compile(r"[][(){};]").finditer(text, at):
		depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1, ";": 0}[match.group()]
		if depth < 0 or depth == 0 and (match.group() == ";" or match.group() == "}" and not is_use):
			return match.end()
	return len(text)


def blanked(text, start, end):
	return text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]


def read_rust(path, with_tests=False):
	"""The code without comments, strings and, unless asked for, tests, as long as the file; and the strings with where they begin."""
	with open(path, encoding="utf-8") as file:
		text = file.read()
	strings = [(m.start(), m.group()) for m in COMMENT_OR_STRING.finditer(text)]
	strings = [(at, string) for at, string in strings if not string.startswith(("//", "/*", "'", "b'"))]
	code = COMMENT_OR_STRING.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)
	while not with_tests and (match := TEST_ATTRIBUTE.search(code)):
		end = end_of_item(code, match.end())
		code = blanked(code, match.start(), end)
		strings = [(at, string) for at, string in strings if not match.start() <= at < end]
	return code, strings


def line_of(code, at):
	return code.count("\n", 0, at) + 1


def leaves(tree, prefix=()):
	"""The paths that a use-tree names, each with the name it is bound to (None for `*`)."""
	head, brace, rest = tree.strip().partition("{")
	segments = prefix + tuple(s for s in head.split(" as ")[0].strip().split("::") if s)
	if not brace:
		if segments[-1] == "*":
			yield segments[:-1], None
		else:
			segments = segments[:-1] if segments[-1] == "self" and len(segments) > 1 else segments
			yield segments, head.split(" as ")[1].strip() if " as " in head else segments[-1]
		return
	depth, part = 0, ""
	for char in rest.rstrip()[:-1] + ",":
		depth += (char == "{") - (char == "}")
		if char == "," and depth == 0:
			if part.strip():
				yield from leaves(part, segments)
			part = ""
		else:
			part += char


class Module:
	def __init__(self, file, parent):
		self.file, self.parent = file, parent
		self.children, self.items, self.bound, self.globs = {}, set(), {}, []
		self.root = parent.root if parent else self


class Crate:
	"""The modules of one target, what each file names of the others, and where."""

	def __init__(self, root, with_tests=False):
		root = os.path.normpath(root)
		self.with_tests = with_tests
		self.code, self.found, self.edges, self.known = {}, [], {}, {}
		self.root = Module(root, None)
		with open(root, encoding="utf-8") as file:
			self.is_pallet = "#[frame_support::pallet]" in file.read()
		self.read(root, self.root, os.path.dirname(root))
		for module, line, path, bound, shown in self.found:
			self.add(module, line, path, bound, shown)

	def read(self, file, module, folder):
		code, _ = read_rust(file, self.with_tests)
		# The words by which a file uses what a re-export or a glob brings: no fields, no methods, no names it gives.
		plain = re.sub(r"\b(?:fn|mod|let|mut)\s+\w+", "", USE.sub("", code))
		self.code[file] = set(re.findall(r"(?<![\w.])([A-Za-z_]\w*)\b(?!\s*:(?!:))", plain))
		self.edges.setdefault(file, {})
		open_braces = [module]  # for each open brace the module it opens, or None
		folders = {module: folder}
		for match in TOKEN.finditer(code):
			here = next(m for m in reversed(open_braces) if m)
			line = line_of(code, match.start())
			if match["brace"] == "{":
				open_braces.append(None)
			elif match["brace"]:
				if len(open_braces) > 1:
					open_braces.pop()
			elif match["mod"]:
				name, child = match["mod"], Module(file, here)
				folders[child] = os.path.join(folders[here], name)
				if match["kind"] == "{":
					here.children[name] = child
					open_braces.append(child)
				elif name not in UNSEEN:
					choices = (folders[child] + ".rs", os.path.join(folders[child], "mod.rs"))
					child.file = next((path for path in choices if os.path.exists(path)), None)
					if child.file:
						here.children[name] = child
						self.read(child.file, child, folders[child])
			elif match["use"]:
				shown, tree = USE.match(match["use"]).groups()
				for path, bound in leaves(tree):
					if bound:
						here.bound.setdefault(bound, []).append(path)
					else:
						here.globs.append(path)
					self.found.append((here, line, path, bound, bool(shown)))
			elif match["section"]:
				here.globs.append(tuple(match["section"].split("::")))  # FRAME: the file becomes a part of this one
			elif match["item"] and open_braces[-1]:
				here.items.add(match["item"])
			elif match["path"]:
				self.found.append((here, line, tuple(match["path"].split("::")), match["path"], False))

	def lookup(self, module, name, asked=()):
		"""What a name is in a module: modules, and the files that define an item; through re-exports and globs. `asked` is what is
		being looked up already: a glob that leads back there adds nothing."""
		if (module, name) in self.known:
			return self.known[module, name]
		if (module, name) in asked:
			return set()
		inner = asked + ((module, name),)
		result = {module.children[name]} if name in module.children else set()
		if name in module.items:
			result.add(module.file)
		for path in module.bound.get(name, []):
			result |= self.resolve(module, path, inner)
		if not result:
			for path in module.globs:
				for target in self.resolve(module, path, inner):
					if isinstance(target, Module):
						result |= self.lookup(target, name, inner)
		if not asked or result:
			self.known[module, name] = result
		return result

	def resolve(self, module, path, asked=()):
		first = {"crate": module.root, "$crate": module.root, "self": module, "super": module.parent}
		here = {first[path[0]]} if path[0] in first else self.lookup(module, path[0], asked)
		for name in path[1:]:
			after = set()
			for target in here:
				if isinstance(target, Module):
					after |= {target.parent} if name == "super" else self.lookup(target, name, asked)
				elif target:
					after.add(target)  # a variant or an associated item of what was found
			here = after
		return here

	def add(self, module, line, path, bound, shown):
		words = self.code[module.file]
		if bound is None:  # a glob: whatever it brings and the file says
			targets = [target for target in self.resolve(module, path) if isinstance(target, Module)]
			found = [(file, path + (word,)) for target in targets for word in words - module.items
				for file in self.lookup(target, word)]
		elif shown and bound not in words:
			found = []  # a re-export, no more
		else:
			found = [(file, path) for file in self.resolve(module, path)]
		for file, name in found:
			# FRAME wants `Config` and `Pallet` in a pallet's root; every file of a pallet needs them.
			is_frame = file == module.root.file and self.is_pallet and name[-1] in ("Config", "Pallet")
			if isinstance(file, str) and file != module.file and not is_frame:
				self.edges[module.file].setdefault(file, (line, "::".join(name)))

	def strangers(self):
		"""The edges without those between a file and the files of its own folder."""
		home = {file: re.sub(r"(/(mod|lib|main))?\.rs$", "/", file) for file in self.edges}
		return {a: {b: at for b, at in targets.items() if not a.startswith(home[b]) and not b.startswith(home[a])}
			for a, targets in self.edges.items()}


def by_path(root):
	"""The plainest reading: a file names the file that a path leads through, whatever that re-exports, and tests in a file count as
	the file. Without the crate's root, and without a file and those of its own folder."""
	crate = Crate(root, with_tests=True)
	edges = {file: {} for file in crate.edges}
	for module, line, path, _, _ in crate.found:
		target = {"crate": crate.root, "$crate": crate.root, "super": module.parent}.get(path[0])
		for name in path[1:]:
			step = target and (target.parent if name == "super" else target.children.get(name))
			if not step:
				break
			target = step
		if target and target.file not in (module.file, crate.root.file):
			edges[module.file].setdefault(target.file, (line, "::".join(path)))
	crate.edges = edges
	return crate.strangers()


def components(graph):
	"""The strongly connected components of a graph (Tarjan), those of one node left out."""
	index, low, stack, result = {}, {}, [], []

	def visit(node):
		index[node] = low[node] = len(index)
		stack.append(node)
		for other in graph[node]:
			if other not in index:
				visit(other)
			if other in stack:
				low[node] = min(low[node], low[other])
		if low[node] == index[node]:
			cut = stack.index(node)
			if len(stack) - cut > 1:
				result.append(sorted(stack[cut:]))
			del stack[cut:]

	for node in sorted(graph):
		if node not in index:
			visit(node)
	return result


def best_order(counts):
	"""The nodes of a graph, whose edges have counts, top first, so that few edges go up: each node moves while that saves any."""
	def saved(above, below):  # by letting two change places
		return counts.get((below, above), 0) - counts.get((above, below), 0)

	order = sorted({node for pair in counts for node in pair})
	moved = True
	while moved:
		moved = False
		for one in list(order):
			at, best, to = order.index(one), 0, None
			for places, is_down in ((range(at + 1, len(order)), True), (range(at - 1, -1, -1), False)):
				total = 0
				for place in places:
					total += saved(one, order[place]) if is_down else saved(order[place], one)
					if total > best:
						best, to = total, place
			if best:
				order.insert(to, order.pop(at))
				moved = True
	return {node: number for number, node in enumerate(order)}
