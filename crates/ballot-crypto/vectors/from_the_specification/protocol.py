"""Transcripts, pages of shares, selections and ballot proofs: A0, A2, A3, A8, A9."""

from .group import (
    BASE, ORDER, Merlin, Refused, add, blake2_256, decode, decode_any, encode, is_identity, keccak_512, map_to_group,
    mul, scalar, sub, total,
)

# ---------------------------------------------------------------- encodings, transcripts, lists: A0.2 to A0.7


def tagged(label):
    return bytes([len(label)]) + label.encode()


def hash_to_element(tag, value):
    wide = keccak_512(tagged(tag) + value)
    return add(map_to_group(wide[:32]), map_to_group(wide[32:]))


def hash_to_scalar(tag, value):
    return int.from_bytes(keccak_512(tagged(tag) + value), "little") % ORDER


def le(n, size):
    return n.to_bytes(size, "little")


def compact(n):
    return le(4 * n, 1) if n < 2**6 else le(4 * n + 1, 2) if n < 2**14 else le(4 * n + 2, 4)


def list_of(items):
    return compact(len(items)) + b"".join(items)


def context_bytes(c):
    """44 bytes: A0.5."""
    return (
        bytes.fromhex(c["genesis"]) + le(c["election"], 4) + le(c["unit"], 2) + le(c["contest"], 1) + le(c["step"], 1)
        + le(c["prover"], 2) + le(c["attempt"], 2)
    )


class Transcript:
    def __init__(self, tag, context):
        self.state = blake2_256(tagged(tag) + context)

    def absorb(self, label, value):
        self.state = blake2_256(self.state + tagged(label) + value)

    def challenge(self, label):
        return int.from_bytes(keccak_512(self.state + tagged(label)), "little") % ORDER


def weight(seed, k):
    return int.from_bytes(blake2_256(seed + le(k, 4))[:16], "little")


def list_digests(items, page):
    """The digest before the first page and after each: A0.6."""
    out = [blake2_256(b"dobush/v1/list" + le(len(items), 4))]
    for number, start in enumerate(range(0, len(items), page)):
        part = items[start : start + page]
        out.append(blake2_256(out[-1] + le(number, 4) + le(start, 4) + le(len(part), 4) + b"".join(part)))
    return out


# ---------------------------------------------------------------- pages of shares: A2


class Page:
    """A page of shares, all numbers counting bases. After verify() it has every value in between."""

    def __init__(self, context, digest, total_, start, bases, shares, key, e, s):
        self.context, self.list, self.total, self.start = context, digest, total_, start
        self.bases, self.shares, self.key, self.e, self.s = bases, shares, key, e, s

    def verify(self, malformed="Bases"):
        """Returns the shares as points, or raises Refused with the name of A2.3."""
        try:
            bases = [decode(b) for b in self.bases]
        except Refused as why:
            raise Refused(f"{malformed}({why})") from None
        if not bases or self.start + len(bases) > self.total:
            raise Refused("Range")
        if len(self.shares) != len(bases):
            raise Refused("Count")
        e, s = scalar(self.e), scalar(self.s)
        shares = []
        for k, share in enumerate(self.shares):
            try:
                shares.append(decode(share))
            except Refused as why:
                raise Refused(f"Share({k}, {why})") from None
        key = decode(self.key)  # it does not come with the page (A2.3)
        tr = Transcript("dobush/v1/shares", context_bytes(self.context))
        tr.absorb("list", self.list)
        tr.absorb("total", le(self.total, 4))
        tr.absorb("start", le(self.start, 4))
        tr.absorb("count", le(len(bases), 4))
        tr.absorb("key", self.key)
        tr.absorb("bases", list_of(self.bases))
        tr.absorb("shares", list_of(self.shares))
        self.seed = tr.state
        self.weights = [weight(self.seed, k) for k in range(len(bases))]
        self.x = total(mul(w, b) for w, b in zip(self.weights, bases))
        self.y = total(mul(w, d) for w, d in zip(self.weights, shares))
        if is_identity(self.x):
            raise Refused("Sum")
        self.on_base = sub(mul(s, BASE), mul(e, key))
        self.on_x = sub(mul(s, self.x), mul(e, self.y))
        for label, point in (("x", self.x), ("y", self.y), ("on-base", self.on_base), ("on-x", self.on_x)):
            tr.absorb(label, encode(point))
        if tr.challenge("e") != e:
            raise Refused("Equation")
        return shares


def unhex(value):
    return [unhex(v) for v in value] if isinstance(value, list) else bytes.fromhex(value)


def page_of_shares(j):
    return Page(
        j["context"], unhex(j["list"]), j["total"], j["start"], unhex(j["bases"]), unhex(j["shares"]), unhex(j["key"]),
        unhex(j["e"]), unhex(j["s"]),
    )


def page_of_tags(j):
    """The file counts entries, the transcript counts bases, two of each entry: A3.1, A3.9."""
    bases = [half for pair in unhex(j["credentials"]) for half in pair]
    shares = [half for pair in unhex(j["shares"]) for half in pair]
    return Page(
        j["context"], unhex(j["list"]), 2 * j["total"], 2 * j["start"], bases, shares, unhex(j["key"]),
        unhex(j["e"]), unhex(j["s"]),
    )


def lagrange(members, j):
    """μ_j of A3 for the set `members`."""
    out = 1
    for i in members:
        if i != j:
            out = out * i * pow(i - j, -1, ORDER) % ORDER
    return out


# ---------------------------------------------------------------- selections: A8


def embed(data):
    for counter in range(128):
        encoding = bytes([2 * counter]) + data + b"\x00"
        if encoding != bytes(32) and decode_any(encoding) is not None:
            return counter, encoding
    return None


def unembed(encoding):
    """The thirty bytes, or None. `encoding` is that of an element or of the identity."""
    if decode_any(encoding) is None or encoding == bytes(32) or encoding[31] != 0:
        return None
    found = embed(encoding[1:31])
    return encoding[1:31] if found is not None and found[1] == encoding else None


def one_option(i):
    return b"\x01" + i.to_bytes(2, "big") + bytes(27)


# ---------------------------------------------------------------- signatures: A9.1 to A9.3


def signature_challenge(public, message, r):
    t = Merlin(b"SigningContext")
    t.append(b"", b"substrate")
    t.append(b"sign-bytes", message)
    t.append(b"proto-name", b"Schnorr-sig")
    t.append(b"sign:pk", public)
    t.append(b"sign:R", r)
    return int.from_bytes(t.challenge(b"sign:c", 64), "little") % ORDER


def signature_holds(public, message, signature):
    point = decode_any(public)
    if point is None or len(signature) != 64 or not signature[63] & 0x80:
        return False
    r, s = signature[:32], int.from_bytes(signature[32:63] + bytes([signature[63] & 0x7F]), "little")
    if s >= ORDER:
        return False
    k = signature_challenge(public, message, r)
    return encode(sub(mul(s, BASE), mul(k, point))) == r


def ballot_message(b):
    booth = b"\x00" if b["booth"] is None else b"\x01" + unhex(b["booth"])
    slot = b.get("slot", 0)
    return (
        b"dobush/v1/pok" + unhex(b["genesis"]) + le(b["election"], 4) + le(b["unit"], 2) + le(b["contest"], 1)
        + unhex(b["key"]) + booth + unhex(b["credential"]) + unhex(b["c2"]) + (le(slot, 1) if slot else b"")
    )


def verify_ballot(b):
    if unhex(b["c1"]) == bytes(32):
        raise Refused("IdentityC1")
    try:
        decode(unhex(b["c2"]))
    except Refused as why:
        raise Refused(f"C2({why})") from None
    if not signature_holds(unhex(b["c1"]), ballot_message(b), unhex(b["proof"])):
        raise Refused("Proof")
