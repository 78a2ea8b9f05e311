"""The group of RFC 9496, BLAKE2b, the Keccak of 2011, Strobe-128 and Merlin: what A0.1, A0.3 and A9.2 name."""

import functools
import hashlib

# ---------------------------------------------------------------- the field and the group: RFC 9496

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
SQRT_M1 = pow(2, (P - 1) // 4, P)
# RFC 9496, 4.1. The squares of the two roots are checked below; their signs matter.
SQRT_AD_MINUS_ONE = 25063068953384623474111414158702152701244531502492656460079210482610430750235
INVSQRT_A_MINUS_D = 54469307008909316920995813868745141605393597292927456921205312896311721017578
ONE_MINUS_D_SQ = (1 - D * D) % P
D_MINUS_ONE_SQ = (D - 1) ** 2 % P
assert SQRT_AD_MINUS_ONE**2 % P == (-D - 1) % P and INVSQRT_A_MINUS_D**2 * (-1 - D) % P == 1


class Refused(Exception):
    """A check that failed, by the name that the chapter gives it."""


def magnitude(x):
    x %= P
    return P - x if x & 1 else x


def sqrt_ratio(u, v):
    """(u/v is a square, its non-negative root or that of SQRT_M1·u/v)."""
    r = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    check = v * r * r % P
    u %= P
    correct, flipped, flipped_i = check == u, check == -u % P, check == -u * SQRT_M1 % P
    if flipped or flipped_i:
        r = r * SQRT_M1 % P
    return correct or flipped, magnitude(r)


IDENTITY = (0, 1, 1, 0)


def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * D * p[3] * q[3] % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def neg(p):
    return -p[0] % P, p[1], p[2], -p[3] % P


def sub(p, q):
    return add(p, neg(q))


def mul(n, p):
    n %= ORDER
    table = [IDENTITY]
    for _ in range(15):
        table.append(add(table[-1], p))
    out = IDENTITY
    for shift in range(252, -4, -4):
        for _ in range(4):
            out = add(out, out)
        digit = n >> shift & 15
        if digit:
            out = add(out, table[digit])
    return out


def total(points):
    return functools.reduce(add, points, IDENTITY)


def same(p, q):
    return p[0] * q[1] % P == p[1] * q[0] % P or p[1] * q[1] % P == p[0] * q[0] % P


def is_identity(p):
    return same(p, IDENTITY)


def encode(p):
    x0, y0, z0, t0 = p
    u1 = (z0 + y0) * (z0 - y0) % P
    u2 = x0 * y0 % P
    _, inv = sqrt_ratio(1, u1 * u2 * u2 % P)
    den1, den2 = inv * u1 % P, inv * u2 % P
    z_inv = den1 * den2 * t0 % P
    if t0 * z_inv % P & 1:
        x, y, den = y0 * SQRT_M1 % P, x0 * SQRT_M1 % P, den1 * INVSQRT_A_MINUS_D % P
    else:
        x, y, den = x0, y0, den2
    if x * z_inv % P & 1:
        y = -y % P
    return magnitude(den * (z0 - y)).to_bytes(32, "little")


def decode_any(data):
    """RFC 9496, 4.3.1, the identity included; None for every other string."""
    s = int.from_bytes(data, "little")
    if len(data) != 32 or s >= P or s & 1:
        return None
    u1, u2 = (1 - s * s) % P, (1 + s * s) % P
    u2_sqr = u2 * u2 % P
    v = (-D * u1 * u1 - u2_sqr) % P
    square, inv = sqrt_ratio(1, v * u2_sqr % P)
    den_x = inv * u2 % P
    den_y = inv * den_x * v % P
    x, y = magnitude(2 * s * den_x), u1 * den_y % P
    t = x * y % P
    if not square or t & 1 or y == 0:
        return None
    return x, y, 1, t


def decode(data):
    """A0.1: an element that is not the identity. Raises Refused("Identity") or Refused("Element")."""
    if data == bytes(32):
        raise Refused("Identity")
    point = decode_any(data)
    if point is None:
        raise Refused("Element")
    return point


def scalar(data):
    n = int.from_bytes(data, "little")
    if len(data) != 32 or n >= ORDER:
        raise Refused("Scalar")
    return n


def map_to_group(half):
    t = int.from_bytes(half, "little") & (2**255 - 1)
    r = SQRT_M1 * t * t % P
    u = (r + 1) * ONE_MINUS_D_SQ % P
    v = (-1 - r * D) * (r + D) % P
    square, s = sqrt_ratio(u, v)
    if square:
        c = -1
    else:
        s, c = -magnitude(s * t) % P, r
    n = (c * (r - 1) * D_MINUS_ONE_SQ - v) % P
    w0, w1, w2, w3 = 2 * s * v % P, n * SQRT_AD_MINUS_ONE % P, (1 - s * s) % P, (1 + s * s) % P
    return w0 * w3 % P, w2 * w1 % P, w1 * w3 % P, w0 * w2 % P


BASE = decode(bytes.fromhex("e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76"))

# ---------------------------------------------------------------- hash functions: A0.3


def blake2_256(data):
    return hashlib.blake2b(data, digest_size=32).digest()


def _round_constants():
    bits, register = [], 1
    for _ in range(255):
        bits.append(register & 1)
        register <<= 1
        if register & 256:
            register ^= 0x171
    return [sum(bits[(7 * i + j) % 255] << (2**j - 1) for j in range(7)) for i in range(24)]


def _rotations():
    out, x, y = [0] * 25, 1, 0
    for t in range(24):
        out[x + 5 * y] = (t + 1) * (t + 2) // 2 % 64
        x, y = y, (2 * x + 3 * y) % 5
    return out


ROUNDS, ROTATIONS, WORD = _round_constants(), _rotations(), 2**64 - 1


def keccak_f(state):
    """Keccak-f[1600] on 200 bytes."""
    a = [int.from_bytes(state[8 * i : 8 * i + 8], "little") for i in range(25)]
    for constant in ROUNDS:
        c = [a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20] for x in range(5)]
        d = [c[x - 1] ^ ((c[(x + 1) % 5] << 1 | c[(x + 1) % 5] >> 63) & WORD) for x in range(5)]
        b = [0] * 25
        for i in range(25):
            x, y, lane, r = i % 5, i // 5, a[i] ^ d[i % 5], ROTATIONS[i]
            b[y + 5 * ((2 * x + 3 * y) % 5)] = (lane << r | lane >> (64 - r)) & WORD
        a = [b[i] ^ (~b[i // 5 * 5 + (i + 1) % 5] & b[i // 5 * 5 + (i + 2) % 5]) for i in range(25)]
        a[0] ^= constant
    return bytearray(b"".join((lane & WORD).to_bytes(8, "little") for lane in a))


def keccak_512(data):
    rate = 72
    padded = bytearray(data) + b"\x01" + bytes(-(len(data) + 1) % rate)
    padded[-1] |= 0x80
    state = bytearray(200)
    for at in range(0, len(padded), rate):
        for i in range(rate):
            state[i] ^= padded[at + i]
        state = keccak_f(state)
    return bytes(state[:64])


# ---------------------------------------------------------------- transcripts of signatures: A9.2


class Strobe:
    RATE, AD, META, PRF = 166, 0x02, 0x12, 0x07

    def __init__(self, protocol):
        self.state = keccak_f(bytes([1, 0xA8, 1, 0, 1, 0x60]) + b"STROBEv1.0.2" + bytes(200 - 18))
        self.position = self.start = 0
        self.operate(self.META, protocol)

    def run(self):
        self.state[self.position] ^= self.start
        self.state[self.position + 1] ^= 0x04
        self.state[self.RATE + 1] ^= 0x80
        self.state = keccak_f(self.state)
        self.position = self.start = 0

    def absorb(self, data):
        for byte in data:
            self.state[self.position] ^= byte
            self.position += 1
            if self.position == self.RATE:
                self.run()

    def begin(self, flags):
        old, self.start = self.start, self.position + 1
        self.absorb(bytes([old, flags]))
        if flags & 0x24 and self.position:
            self.run()

    def operate(self, flags, data, more=False):
        if not more:
            self.begin(flags)
        self.absorb(data)

    def prf(self, size):
        self.begin(self.PRF)
        out = bytearray()
        for _ in range(size):
            out.append(self.state[self.position])
            self.state[self.position] = 0
            self.position += 1
            if self.position == self.RATE:
                self.run()
        return bytes(out)


class Merlin:
    def __init__(self, label):
        self.strobe = Strobe(b"Merlin v1.0")
        self.append(b"dom-sep", label)

    def append(self, label, message):
        self.strobe.operate(Strobe.META, label)
        self.strobe.operate(Strobe.META, len(message).to_bytes(4, "little"), more=True)
        self.strobe.operate(Strobe.AD, message)

    def challenge(self, label, size):
        self.strobe.operate(Strobe.META, label)
        self.strobe.operate(Strobe.META, size.to_bytes(4, "little"), more=True)
        return self.strobe.prf(size)
