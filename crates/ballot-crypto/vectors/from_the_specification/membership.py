"""Proofs of membership: A7, with the generators of A0.10."""

from .group import (
    BASE, ORDER, Refused, add, blake2_256, decode, encode, is_identity, mul, same, scalar, sub, total,
)
from .protocol import Transcript, compact, hash_to_element, le, list_of, unhex, weight

G1 = hash_to_element("dobush/v1/ck/G", le(1, 4))
H = hash_to_element("dobush/v1/ck/H", b"")


def commit(a, r):
    return add(mul(a, G1), mul(r, H))


def rounds_of(rows):
    """ν for a table of that many rows."""
    return max(1, (rows - 1).bit_length())


def table_digest(table):
    return blake2_256(b"dobush/v1/table" + le(len(table), 4) + b"".join(table))


def proof_bytes(j):
    """A7.3: what a ballot carries."""
    out = compact(len(j["rounds"]))
    for r in j["rounds"]:
        out += unhex(r["g"]) + unhex(r["h"]) + unhex(r["b"]) + b"".join(unhex(r["d"])) + unhex(r["f"]) + unhex(r["za"])
        out += unhex(r["zb"])
    return out + unhex(j["zd"])


def named(name, value):
    try:
        return decode(value)
    except Refused as why:
        raise Refused(f"{name}({why})") from None


class Membership:
    """A proof whose parts are well formed: the checks that A7.5 has first, and the transcript of A7.4."""

    def __init__(self, j):
        self.table = [decode(m) for m in unhex(j["table"])]
        self.nu = rounds_of(len(self.table))
        self.key = named("Key", unhex(j["key"]))
        if len(j["rounds"]) != self.nu:
            raise Refused("Rounds")
        self.c1, self.c2 = (named("Ciphertext", half) for half in unhex(j["ciphertext"]))
        self.rounds = []
        for r in j["rounds"]:
            points = [named("Element", unhex(v)) for v in (r["g"], r["h"], r["b"], *r["d"])]
            self.rounds.append((*points, *(scalar(unhex(r[name])) for name in ("f", "za", "zb"))))
        self.zd = scalar(unhex(j["zd"]))
        context = (
            unhex(j["genesis"]) + le(j["election"], 4) + le(j["unit"], 2) + le(j["contest"], 1) + bytes(1)
            + le(j.get("slot", 0), 2) + bytes(2)
        )
        tr = Transcript("dobush/v1/membership", context)
        tr.absorb("booth", b"\x00" if j["booth"] is None else b"\x01" + unhex(j["booth"]))
        tr.absorb("credential", unhex(j["credential"]))
        tr.absorb("key", unhex(j["key"]))
        tr.absorb("table", table_digest(unhex(j["table"])))
        tr.absorb("ciphertext", b"".join(unhex(j["ciphertext"])))
        for r in j["rounds"]:
            for name in "ghb":
                tr.absorb(name, unhex(r[name]))
            tr.absorb("d", b"".join(unhex(r["d"])))
        self.x = tr.challenge("x")
        for r in j["rounds"]:
            for name in ("f", "za", "zb"):
                tr.absorb(name, unhex(r[name]))
        tr.absorb("zd", unhex(j["zd"]))
        self.state = tr.state

    def row_factors(self):
        """p_i(x) of every row; what belongs to the padding is added to the last row."""
        out = [0] * len(self.table)
        for i in range(2**self.nu):
            p = 1
            for j, r in enumerate(self.rounds):
                p = p * (r[5] if i >> j & 1 else self.x - r[5]) % ORDER
            out[min(i, len(out) - 1)] += p
        return out

    def equations(self):
        """(name, left side, right side) in the order of the weights: M1 and M2 of each round, M3, M4."""
        x, power = self.x, pow(self.x, self.nu, ORDER)
        for number, (g, h, b, _, _, f, za, zb) in enumerate(self.rounds, 1):
            yield f"M1({number})", add(mul(x, g), h), commit(f, za)
            yield f"M2({number})", add(mul(x - f, g), b), commit(0, zb)
        d1 = total(mul(pow(x, k, ORDER), r[3]) for k, r in enumerate(self.rounds))
        d2 = total(mul(pow(x, k, ORDER), r[4]) for k, r in enumerate(self.rounds))
        rows = total(mul(p, m) for p, m in zip(self.row_factors(), self.table))
        yield "M3", sub(mul(power, self.c1), d1), mul(self.zd, BASE)
        yield "M4", sub(sub(mul(power, self.c2), rows), d2), mul(self.zd, self.key)

    def verify(self):
        wrong = [name for name, left, right in self.equations() if not same(left, right)]
        if wrong:
            raise Refused(f"Fails({min(wrong, key=lambda name: name[:2])})")


def batch_holds(proofs):
    """A7.6: (the seed, whether the weighted sum is the identity)."""
    tr = Transcript("dobush/v1/membership/batch", bytes(44))
    tr.absorb("states", list_of([p.state for p in proofs]))
    terms = [sub(left, right) for p in proofs for _, left, right in p.equations()]
    return tr.state, is_identity(total(mul(weight(tr.state, k), t) for k, t in enumerate(terms)))


def check_membership(report, j):
    proofs = []
    for number, case in enumerate(j["cases"]):
        what = f"case {number}"
        proof = Membership(case)
        proofs.append(proof)
        report.accepted(what, proof.verify)
        report.same(f"{what}: table digest", table_digest(unhex(case["table"])), case["table digest"])
        report.same(f"{what}: bytes", proof_bytes(case), case["scale"])
        report.same(f"{what}: length", len(proof_bytes(case)), 1 + 32 * (8 * proof.nu + 1))
        report.same(f"{what}: x", le(proof.x, 32), case["x"])
        report.same(f"{what}: state", proof.state, case["state"])
        r, row = scalar(unhex(case["r"])), proof.table[case["row"]]
        opened = [encode(mul(r, BASE)).hex(), encode(add(row, mul(r, proof.key))).hex()]
        report.same(f"{what}: ciphertext of the row", opened, case["ciphertext"])
        for field in ("genesis", "election", "unit", "contest", "credential", "booth", "slot"):
            value = case.get(field, 0)
            other = dict(case) | {field: value + 1 if isinstance(value, int) else "03" * 32}
            report.refused(f"{what}, {field} altered", lambda: Membership(other).verify())
    chosen = [proofs[n] for n in j["batch"]["cases"]]
    seed, holds = batch_holds(chosen)
    report.same("batch", holds, True)
    report.same("batch: seed", seed, j["batch"]["seed"])
    for w in j["batch"]["weights"]:
        report.same(f"batch: weight {w['k']}", le(weight(seed, w["k"]), 32), w["weight"])
    chosen[0].zd = (chosen[0].zd + 1) % ORDER
    report.same("batch with a wrong response", batch_holds(chosen)[1], False)
