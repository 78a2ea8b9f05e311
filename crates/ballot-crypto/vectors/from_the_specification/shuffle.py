"""The shuffle argument: A1."""

from .group import BASE, ORDER, Refused, add, decode, encode, mul, neg, same, scalar, sub, total
from .protocol import Transcript, compact, hash_to_element, le, list_digests, unhex, weight

H = hash_to_element("dobush/v1/ck/H", b"")
GENERATORS = []


def generators(n):
    while len(GENERATORS) < n:
        GENERATORS.append(hash_to_element("dobush/v1/ck/G", le(len(GENERATORS) + 1, 4)))
    return GENERATORS[:n]


def commit(values, r):
    return add(total(mul(a, g) for a, g in zip(values, generators(len(values)))), mul(r, H))


def shape(length, width):
    """(m, n) of A1.2."""
    m = next(m for least, m in ((65536, 64), (16384, 32), (1024, 16), (128, 8), (16, 4), (1, 2)) if length >= least)
    while m * (4 * width + 7) > 2036:
        m //= 2
    return m, max(2, width, -(-length // m))


class Head:
    """A1.3. Every field is kept as the transcript absorbs it, and decoded."""

    def __init__(self, data, m, w):
        self.data, self.at, self.raw = data, 0, {}
        self.ca, self.cb = self.elements("cA", m), self.elements("cB", m)
        self.cu = self.elements("cU", m - 1)
        self.ca0, self.cbm = self.element("cA0"), self.element("cBm")
        self.ct = self.elements("cT", 2 * m)
        self.cf, self.cdelta, self.ccapital = self.element("cf"), self.element("cdelta"), self.element("cDelta")
        self.cm0 = self.element("cM0")
        self.cv = self.elements("cV", 2 * m - 1)
        halves = self.elements("E", (2 * m - 1) * w, 2)
        vectors = [halves[2 * w * i : 2 * w * (i + 1)] for i in range(2 * m - 1)]
        self.e = [[(v[2 * j], v[2 * j + 1]) for j in range(w)] for v in vectors]
        self.zr, self.zs, self.zt, self.er, self.es, self.mr, self.ms = (
            scalar(self.take(name, 32)) for name in ("zr", "zs", "zt", "er", "es", "mr", "ms")
        )
        self.mv, self.mt = self.scalars("mv", w), self.scalars("mt", w)
        if self.at != len(data):
            raise Refused("Head")

    def take(self, name, size):
        self.raw[name] = self.raw.get(name, b"") + self.data[self.at : self.at + size]
        self.at += size
        return self.data[self.at - size : self.at]

    def prefix(self, name, count):
        expected = compact(count)
        if self.take(name, len(expected)) != expected:
            raise Refused("Head")

    def element(self, name):
        return decode(self.take(name, 32))

    def elements(self, name, count, halves=1):
        self.prefix(name, count)
        return [self.element(name) for _ in range(halves * count)]

    def scalars(self, name, count):
        self.prefix(name, count)
        return [scalar(self.take(name, 32)) for _ in range(count)]


class Shuffle:
    """Lists of vectors of w pairs of points. Of inputs that the verifier made itself, c1 may be the identity."""

    def __init__(self, context, keys, inputs, outputs, input_digest, output_digest, head, columns, column_digest):
        self.keys, self.inputs, self.outputs = keys, inputs, outputs
        length, self.w = len(inputs), len(keys)
        self.m, self.n = m, n = shape(length, self.w)
        self.head = h = Head(head, m, self.w)
        if len(columns) != n or len(outputs) != length or any(len(c) != 160 for c in columns):
            raise Refused("Columns")
        parts = [[scalar(c[32 * i : 32 * i + 32]) for i in range(5)] for c in columns]
        self.za, self.zb, self.ea, self.eb, self.ma = (list(p) for p in zip(*parts))
        tr = Transcript("dobush/v1/shuffle", context)
        tr.absorb("keys", compact(self.w) + b"".join(encode(k) for k in keys))
        tr.absorb("inputs", input_digest)
        tr.absorb("outputs", output_digest)
        tr.absorb("length", le(length, 4))
        tr.absorb("width", le(self.w, 1))
        tr.absorb("columns", le(n, 4))
        tr.absorb("rows", le(m, 2))
        self.statement = tr.state
        tr.absorb("cA", h.raw["cA"])
        self.x = tr.challenge("x")
        tr.absorb("cB", h.raw["cB"])
        self.y, self.z = tr.challenge("y"), tr.challenge("z")
        tr.absorb("cU", h.raw["cU"])
        self.big_x, self.big_y = tr.challenge("X"), tr.challenge("Y")
        for name in ("cA0", "cBm", "cT", "cf", "cdelta", "cDelta", "cM0", "cV", "E"):
            tr.absorb(name, h.raw[name])
        self.c = tr.challenge("c")
        for name in ("zr", "zs", "zt", "er", "es", "mr", "ms", "mv", "mt"):
            tr.absorb(name, h.raw[name])
        tr.absorb("columns", column_digest)
        self.seed = tr.state

    def powers(self, base, points, first=0, skip=None):
        """Σ base^k·P_k, k counting from `first` and passing over `skip`."""
        exponents = [k for k in range(first, first + len(points) + 1) if k != skip][: len(points)]
        return total(mul(pow(base, k, ORDER), p) for k, p in zip(exponents, points))

    def equations(self):
        """(name, whether it holds), in the order of A1.6."""
        h, m, n, c, x, y, z = self.head, self.m, self.n, self.c, self.x, self.y, self.z
        yield "V6a", self.eb[0] == self.ea[0]
        product = 1
        for i in range(1, n * m + 1):
            product = product * (y * i + pow(x, i, ORDER) - z) % ORDER
        yield "V6b", self.eb[-1] == c * product % ORDER
        all_ones = total(generators(n))
        cd = [sub(add(mul(y, a), b), mul(z, all_ones)) for a, b in zip(h.ca, h.cb)]
        cu = [cd[0]] + h.cu
        za = cd[1:] + [neg(all_ones)]
        zb = [mul(pow(self.big_x, i, ORDER), cu[i - 1]) for i in range(1, m)]
        zb.append(self.powers(self.big_x, cu[1:], 1))
        yield "V1", same(add(h.ca0, self.powers(c, za, 1)), commit(self.za, h.zr))
        yield "V2", same(add(h.cbm, self.powers(c, zb[::-1], 1)), commit(self.zb, h.zs))
        star = sum(a * b * pow(self.big_y, k, ORDER) for k, (a, b) in enumerate(zip(self.za, self.zb), 1))
        yield "V3", same(self.powers(c, h.ct, 0, m + 1), commit([star], h.zt))
        yield "V4", same(add(mul(c, cu[-1]), h.cf), commit(self.ea, h.er))
        steps = [c * self.eb[k + 1] - self.eb[k] * self.ea[k + 1] for k in range(n - 1)]
        yield "V5", same(add(mul(c, h.ccapital), h.cdelta), commit(steps, h.es))
        yield "V7", same(add(h.cm0, self.powers(c, h.cb, 1)), commit(self.ma, h.mr))
        yield "V8", same(self.powers(c, h.cv, 0, m), commit(h.mv, h.ms))
        yield "V9", all(self.column_holds(j) for j in range(self.w))

    def column_holds(self, j):
        h, m, n, c, x = self.head, self.m, self.n, self.c, self.x
        encrypted = (mul(h.mt[j], BASE), add(mul(h.mv[j], BASE), mul(h.mt[j], self.keys[j])))
        for half in (0, 1):
            left = add(
                mul(pow(c, m, ORDER), self.powers(x, [v[j][half] for v in self.inputs], 1)),
                self.powers(c, [e[j][half] for e in h.e], 0, m),
            )
            right = encrypted[half]
            for i, v in enumerate(self.outputs):
                right = add(right, mul(pow(c, m - (i // n + 1), ORDER) * self.ma[i % n], v[j][half]))
            if not same(left, right):
                return False
        return True

    def verify(self):
        for name, holds in self.equations():
            if not holds:
                raise Refused(f"Fails({name})")


def vectors_of(items, w):
    """A flat list of ciphertexts of 64 bytes, as vectors of w pairs of points."""
    pairs = [(decode(c[:32]), decode(c[32:])) for c in items]
    return [pairs[i : i + w] for i in range(0, len(pairs), w)]


def check_shuffle(report, j):
    for number, case in enumerate(j["cases"]):
        what, w, page = f"case {number}", case["width"], case["page"]
        inputs, outputs, columns = (unhex(case[name]) for name in ("inputs", "outputs", "columns_of_responses"))
        digests = [list_digests(items, page * w)[-1] for items in (inputs, outputs)] + [list_digests(columns, page)[-1]]
        for name, digest in zip(("input_digest", "output_digest", "columns_digest"), digests):
            report.same(f"{what}: {name}", digest, case[name])
        keys = [decode(k) for k in unhex(case["keys"])]
        args = vectors_of(inputs, w), vectors_of(outputs, w), *digests[:2], unhex(case["head"]), columns, digests[2]
        proof = Shuffle(unhex(case["context"]), keys, *args)
        report.accepted(what, proof.verify)
        report.same(f"{what}: shape", [len(args[0]), proof.m, proof.n], [case["length"], case["rows"], case["columns"]])
        report.same(f"{what}: G", [encode(g).hex() for g in generators(proof.n)], case["G"])
        report.same(f"{what}: H", encode(H), case["H"])
        report.same(f"{what}: statement", proof.statement, case["statement_state"])
        ours = dict(zip("xyzXYc", (proof.x, proof.y, proof.z, proof.big_x, proof.big_y, proof.c)))
        report.same(f"{what}: challenges", {k: le(v, 32).hex() for k, v in ours.items()}, case["challenges"])
        report.same(f"{what}: seed", proof.seed, case["weights_seed"])
        for k, value in case["weights"].items():
            report.same(f"{what}: weight {k}", le(weight(proof.seed, int(k)), 32), value)
        randomness = [scalar(r) for r in unhex(case["randomness"])]
        for i, source in enumerate(case["permutation"]):
            for column in range(w):
                (c1, c2), r = args[0][source][column], randomness[i * w + column]
                ours = [encode(add(c1, mul(r, BASE))) + encode(add(c2, mul(r, keys[column])))]
                report.same(f"{what}: output {i}, column {column}", ours[0], case["outputs"][i * w + column])
        # The responses follow the last challenge, so that each of them breaks one equation alone.
        responses = {"zr": "V1", "zs": "V2", "zt": "V3", "er": "V4", "es": "V5", "mr": "V7", "ms": "V8"}
        for name, equation in responses.items():
            wrong = Shuffle(unhex(case["context"]), keys, *args)
            setattr(wrong.head, name, getattr(wrong.head, name) + 1)
            failed = [n for n, holds in wrong.equations() if not holds]
            report.same(f"{what}, {name} altered", failed, [equation])
        wrong.head = Head(args[4], wrong.m, w)
        wrong.head.mt[0] += 1
        report.same(f"{what}, mt altered", [n for n, holds in wrong.equations() if not holds], ["V9"])
        wrong = Shuffle(bytes(44), keys, *args)
        report.refused(f"{what}, moved to another place", wrong.verify)
        wrong = Shuffle(unhex(case["context"]), keys, args[0], args[1][::-1], *args[2:])
        report.refused(f"{what}, outputs in another order", wrong.verify)
