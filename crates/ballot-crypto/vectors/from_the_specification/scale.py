"""Values with their bytes, by the types as A11.8 writes them: the page itself is read.

A value is written as the files of results write it (A3.9): a structure as an object, a variant without fields as its name, one
with fields as {name: fields}, bytes of a fixed array as numbers.
"""

import re

from .group import Refused
from .protocol import compact, le

INTEGERS = {"u8": 1, "u16": 2, "u32": 4, "u64": 8}
TOKENS = re.compile(r"\d[\d,]*\d|\w+|[{}()<>\[\]|;:,]")


class Types:
    def __init__(self, page, heading):
        """Reads the block below a heading: "Name = type", which may go on in indented lines."""
        block = page.split(heading + "\n", 1)[1].split("```text\n", 1)[1].split("\n```", 1)[0]
        self.types, names = {}, []
        for definition in re.split(r"\n(?=\S)", block):
            name, body = definition.split(" = ", 1)
            self.tokens = TOKENS.findall(body)[::-1]
            self.types[name] = self.type()
            names.append((name, list(self.tokens)))
        left = [name for name, tokens in names if tokens]
        if left:
            raise ValueError(f"not understood to their ends: {left}")

    def next(self, *expected):
        token = self.tokens.pop()
        if expected and token not in expected:
            raise ValueError(f"{token} where {expected} should stand")
        return token

    def at(self, *tokens):
        return self.tokens[-1:] != [] and self.tokens[: -len(tokens) - 1 : -1] == list(tokens)

    def type(self):
        token = self.next()
        if token == "{":
            return ("structure", self.fields())
        if token == "one":
            self.next("of")
            return ("enumeration", self.variants())
        if token == "list":
            self.next("of")
            item = self.type()
            if self.at(",", "at", "most"):
                del self.tokens[-4:]  # the bound is not in the bytes
            return ("list", item)
        if token == "[":
            item = self.type()
            self.next(";")
            length = int(self.next())
            self.next("]")
            return ("array", item, length)
        if token == "(":
            return ("tuple", self.several(")"))
        if token in ("Option", "Result"):
            self.next("<")
            return (token, self.several(">"))
        return ("name", token)

    def several(self, end):
        items = [self.type()]
        while self.next(",", end) == ",":
            items.append(self.type())
        return items

    def fields(self):
        out = []
        while not self.at("}"):
            name = self.next()
            self.next(":")
            out.append((name, self.type()))
            if not self.at("}"):
                self.next(",")
        self.next("}")
        return out

    def variants(self):
        out = {}
        while self.tokens:
            number, name, inner = int(self.next()), self.next(), None
            if self.at("{"):
                self.next()
                inner = ("structure", self.fields())
            elif self.at("("):
                self.next()
                inner = self.type()
                self.next(")")
            if name in out or number in (n for n, _ in out.values()):
                raise ValueError(f"variant {number} {name} twice")
            out[name] = (number, inner)
            if self.at("|"):
                self.next()
        return out

    def parsed(self, text):
        self.tokens = TOKENS.findall(text)[::-1]
        return self.type()

    def encode(self, kind, value):
        """`kind` is a type as `parsed` returns it."""
        if kind[0] == "name" and kind[1] in INTEGERS:
            return le(value, INTEGERS[kind[1]])
        if kind == ("name", "bool"):
            return le({False: 0, True: 1}[value], 1)
        if kind[0] == "name":
            return self.encode(self.types[kind[1]], value)
        if kind[0] == "structure":
            if set(value) != {name for name, _ in kind[1]}:
                raise ValueError(f"fields {sorted(value)} are not those of {kind[1]}")
            return b"".join(self.encode(inner, value[name]) for name, inner in kind[1])
        if kind[0] == "enumeration":
            name, fields = (value, None) if isinstance(value, str) else next(iter(value.items()))
            number, inner = kind[1][name]
            return le(number, 1) + (b"" if inner is None else self.encode(inner, fields))
        if kind[0] == "list":
            if isinstance(value, dict):  # many times the same item
                return compact(value["times"]) + value["times"] * self.encode(kind[1], value["step"])
            return compact(len(value)) + b"".join(self.encode(kind[1], item) for item in value)
        if kind[0] in ("array", "tuple"):
            inner = [kind[1]] * kind[2] if kind[0] == "array" else kind[1]
            return b"".join(self.encode(k, item) for k, item in zip(inner, value, strict=True))
        if kind[0] == "Option":
            return b"\x00" if value is None else b"\x01" + self.encode(kind[1][0], value)
        (name, inner), = value.items()
        return le({"Ok": 0, "Err": 1}[name], 1) + self.encode(kind[1][("Ok", "Err").index(name)], inner)

    def decode(self, kind, data):
        """The value, and the bytes after it."""
        if kind[0] == "name" and kind[1] in INTEGERS:
            size = INTEGERS[kind[1]]
            if len(data) < size:
                raise Refused("too short")
            return int.from_bytes(data[:size], "little"), data[size:]
        if kind == ("name", "bool"):
            return {0: False, 1: True}[data[0]], data[1:]
        if kind[0] == "name":
            return self.decode(self.types[kind[1]], data)
        if kind[0] == "structure":
            out = {}
            for name, inner in kind[1]:
                out[name], data = self.decode(inner, data)
            return out, data
        if kind[0] == "enumeration":
            name, inner = next((name, inner) for name, (number, inner) in kind[1].items() if number == data[0])
            if inner is None:
                return name, data[1:]
            value, data = self.decode(inner, data[1:])
            return {name: value}, data
        if kind[0] in ("list", "array", "tuple"):
            count, data = self.length(data) if kind[0] == "list" else (None, data)
            inner = kind[1] if kind[0] == "tuple" else [kind[1]] * (kind[2] if count is None else count)
            out = []
            for k in inner:
                value, data = self.decode(k, data)
                out.append(value)
            return out, data
        if kind[0] == "Option":
            return (None, data[1:]) if data[0] == 0 else self.decode(kind[1][0], data[1:])
        value, rest = self.decode(kind[1][data[0]], data[1:])
        return {("Ok", "Err")[data[0]]: value}, rest

    @staticmethod
    def length(data):
        size = 1 << (data[0] & 3)
        if size > 4:
            raise Refused("a list of 2^30 items or more")
        return int.from_bytes(data[:size], "little") >> 2, data[size:]
