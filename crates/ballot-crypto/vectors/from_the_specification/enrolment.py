"""Batches, enrolments and the booth's papers: A5.2 to A5.5, A6.1, A6.3."""

from .group import BASE, IDENTITY, Refused, add, blake2_256, decode, encode, mul, same, scalar, sub
from .protocol import Transcript, hash_to_element, hash_to_scalar, le, list_digests, signature_holds, unhex
from .shuffle import Shuffle

# ---------------------------------------------------------------- batches: A5.2, A5.4


def credential_element(genesis, unit, booth, p):
    return hash_to_element("dobush/v1/cred", genesis + le(unit, 2) + booth + p)


class Batch:
    def __init__(self, j):
        self.genesis, self.booth = unhex(j["place"]["genesis"]), unhex(j["place"]["booth"])
        self.unit, self.roll_key = j["place"]["unit"], unhex(j["place"]["roll key"])
        self.keys = [(unhex(a["P"]), unhex(a["envelope"])) for a in j["activations"]]
        self.pairs = [unhex(p["E"]) + unhex(p["F"]) for p in j["pairs"]]
        self.head, self.columns = unhex(j["head"]), unhex(j["columns"])
        lists = [p + e for p, e in self.keys], [b"".join(p) for p in self.pairs], self.columns
        self.digests = [list_digests(items, 64)[-1] for items in lists]
        self.place = self.genesis + le(self.unit, 2) + self.booth

    def posted(self):
        head = blake2_256(self.head)
        start = b"dobush/v1/batch/posted" + self.place + self.roll_key + le(len(self.keys), 4)
        return blake2_256(start + b"".join(self.digests) + head)

    def verify(self):
        keys, envelopes = zip(*self.keys)
        if any(a >= b for a, b in zip(keys, keys[1:])):
            raise Refused("KeyOrder")
        if len(set(envelopes)) != len(envelopes):
            raise Refused("Envelope")
        if len(self.pairs) != len(keys):
            raise Refused("Count")
        joined = [b"".join(p) for p in self.pairs]
        if any(a >= b for a, b in zip(joined, joined[1:])):
            raise Refused("PairOrder")
        inputs = []
        for p in keys:
            try:
                point = decode(p)
            except Refused as why:
                raise Refused("IdentityKey" if str(why) == "Identity" else "Key") from None
            q = credential_element(self.genesis, self.unit, self.booth, p)
            inputs.append([(IDENTITY, q), (IDENTITY, point)])
        outputs = [[(decode(a), decode(b)), (decode(c), decode(d))] for a, b, c, d in self.pairs]
        context = self.genesis + bytes(4) + le(self.unit, 2) + bytes(1) + le(64, 1) + bytes(4)
        input_digest = blake2_256(b"dobush/v1/batch/inputs" + self.place + self.digests[0])
        roll_key = decode(self.roll_key)
        try:
            Shuffle(
                context, [roll_key] * 2, inputs, outputs, input_digest, self.digests[1], self.head, self.columns,
                self.digests[2],
            ).verify()
        except Refused as why:
            raise Refused(f"Proof({why})") from None


# ---------------------------------------------------------------- enrolments: A5.5


def desk_message(j):
    return b"dobush/v1/enrol/desk" + unhex(j["genesis"]) + unhex(j["voter"]) + le(j["unit"], 2) + unhex(j["V"])


def booth_message(j):
    pair = b"".join(unhex(j["pair"]["E"]) + unhex(j["pair"]["F"]))
    start = unhex(j["genesis"]) + unhex(j["voter"]) + le(j["unit"], 2) + unhex(j["V"])
    return b"dobush/v1/enrol/booth" + start + unhex(j["desk"]) + unhex(j["booth"]) + pair


def verify_enrolment(j):
    if j["desk"] == j["booth"]:
        raise Refused("OneDevice")
    try:
        v = decode(unhex(j["V"]))
    except Refused:
        raise Refused("Slip") from None
    try:
        pair = [decode(half) for half in unhex(j["pair"]["E"]) + unhex(j["pair"]["F"])]
    except Refused:
        raise Refused("Pair") from None
    for device, message in (("desk", desk_message(j)), ("booth", booth_message(j))):
        if not signature_holds(unhex(j[device]), message, unhex(j[f"{device} signature"])):
            raise Refused(f"{device.capitalize()}Signature")
    e, s, s2 = (scalar(n) for n in unhex(j["proof"]))
    c1, c2, roll_key = pair[2], pair[3], decode(unhex(j["roll key"]))
    context = unhex(j["genesis"]) + bytes(4) + le(j["unit"], 2) + bytes(1) + le(64, 1) + bytes(4)
    tr = Transcript("dobush/v1/enrol", context)
    for label, field in (("voter",) * 2, ("desk",) * 2, ("booth",) * 2, ("roll-key", "roll key"), ("slip", "V")):
        tr.absorb(label, unhex(j[field]))
    tr.absorb("element", b"".join(unhex(j["pair"]["E"])))
    tr.absorb("key", b"".join(unhex(j["pair"]["F"])))
    tr.absorb("on-base", encode(sub(mul(s2, BASE), mul(e, c1))))
    tr.absorb("on-key", encode(sub(add(mul(s, BASE), mul(s2, roll_key)), mul(e, sub(c2, v)))))
    if tr.challenge("e") != e:
        raise Refused("Proof")


# ---------------------------------------------------------------- papers: A6.1

SIZES = {
    "unit": 2, "symbol": 1, "session": 4, "E": 64, "F": 64, "proof": 96, "commitment": 16, "signature": 64,
}  # 32 for all others
PAPERS = {  # name: (kind, length, fields after genesis)
    "ticket": (1, 202, "voter unit V desk signature".split()),
    "envelope": (2, 105, "booth symbol epsilon".split()),
    "commit": (3, 303, "booth session voter unit E T1 T2 symbol signature".split()),
    "checkout": (4, 458, "voter unit V desk booth E F proof signature".split()),
    "response": (5, 216, "commitment x_b V sigma signature".split()),
    "slip": (6, 72, ["v"]),
}
NAMES = {kind: name for name, (kind, _, _) in PAPERS.items()}


def read_paper(data, genesis, wanted):
    """The fields of a paper, with `content`: what stands before a signature."""
    if not 4 <= len(data) <= 512 or data[:2] != b"DB":
        raise Refused("NotOurs")
    if data[2] != 1:
        raise Refused(f"Version({data[2]})")
    if data[3] not in NAMES:
        raise Refused("NotOurs")
    kind, length, fields = PAPERS[wanted]
    if data[3] != kind:
        raise Refused(f"OtherKind {{ wanted: {wanted.capitalize()}, found: {NAMES[data[3]].capitalize()} }}")
    if len(data) != length:
        raise Refused(f"Length {{ wanted: {length}, found: {len(data)} }}")
    if blake2_256(b"dobush/v1/artefact" + data[:-4])[:4] != data[-4:]:
        raise Refused("Torn")
    out, at = {"content": data[4:-68]}, 36
    for name in fields:
        out[name] = data[at : at + SIZES.get(name, 32)]
        at += len(out[name])
    if out.get("symbol", b"\x00")[0] > 3:
        raise Refused("Content")
    if data[4:36] != genesis:
        raise Refused("OtherChain")
    return out


def check_enrolment(report, j):
    batch, enrolled = Batch(j["batch"]), j["enrolment"]
    report.accepted("batch", batch.verify)
    for ours, name in zip(batch.digests, ("activations", "pairs", "columns")):
        report.same(f"batch: digest of {name}", ours, j["batch"]["digests"][name])
    report.same("batch: posted", batch.posted(), j["batch"]["posted hash"])
    elements = [encode(credential_element(batch.genesis, batch.unit, batch.booth, p)).hex() for p, _ in batch.keys]
    report.same("elements", elements, j["elements"])
    report.accepted("enrolment", lambda: verify_enrolment(enrolled))
    report.same("desk message", desk_message(enrolled), j["desk message"])
    report.same("booth message", booth_message(enrolled), j["booth message"])
    for device, secret in (("desk", "desk secret"), ("booth", "booth secret"), ("V", "v"), ("roll key", "roll secret")):
        report.same(device, encode(mul(scalar(unhex(j[secret])), BASE)), enrolled[device])
    for field in ("voter", "genesis", "desk signature", "booth signature"):
        other = dict(enrolled) | {field: "5" + enrolled[field][1:]}
        report.same(f"enrolment, {field} is another", other == enrolled, False)
        report.refused(f"enrolment, {field} altered", lambda: verify_enrolment(other))
    ticket = read_paper(unhex(j["ticket"]), batch.genesis, "ticket")
    slip = read_paper(unhex(j["slip"]), batch.genesis, "slip")
    report.same("slip", slip["v"], j["v"])
    for name in ("voter", "V", "desk"):
        report.same(f"ticket: {name}", ticket[name], enrolled[name])
    report.same("ticket: signature", signature_holds(ticket["desk"], desk_message(enrolled), ticket["signature"]), True)
    for c in j["credentials"]:
        check_papers(report, c, batch, enrolled, decode(unhex(enrolled["V"])), scalar(slip["v"]))


def check_papers(report, c, batch, enrolled, v_point, v):
    """A6.3, as far as it is not the state of a chain."""
    what = c["kind"]
    papers = {name: read_paper(unhex(c["artefacts"][name]), batch.genesis, name) for name in c["artefacts"]}
    envelope, commit, checkout, response = (papers[n] for n in ("envelope", "commit", "checkout", "response"))
    message = b"dobush/v1/booth/commit" + commit["content"]
    report.same(f"{what}: commit message", message, c["commit message"])
    report.same(f"{what}: print 1", signature_holds(commit["booth"], message, commit["signature"]), True)
    report.same(f"{what}: commitment", blake2_256(message)[:16] == response["commitment"], True)
    message = b"dobush/v1/booth/response" + response["content"]
    report.same(f"{what}: response message", message, c["response message"])
    report.same(f"{what}: print 3", signature_holds(commit["booth"], message, response["signature"]), True)
    for name in ("voter", "unit", "E"):
        report.same(f"{what}: prints 1 and 2, {name}", commit[name] == checkout[name], True)
    shown = {n: checkout[n].hex() for n in ("voter", "V", "desk", "booth")}
    shown["unit"] = int.from_bytes(checkout["unit"], "little")
    shown["pair"] = {n: [checkout[n][:32].hex(), checkout[n][32:].hex()] for n in "EF"}
    shown |= {name: enrolled[name] for name in ("genesis", "roll key", "desk signature")}
    shown["booth signature"] = checkout["signature"].hex()
    shown["proof"] = [checkout["proof"][32 * i : 32 * i + 32].hex() for i in range(3)]
    report.accepted(f"{what}: print 2", lambda: verify_enrolment(shown))
    report.same(f"{what}: V", response["V"], enrolled["V"])
    report.same(f"{what}: symbol", envelope["symbol"], commit["symbol"].hex())
    report.same(f"{what}: booth of the envelope", envelope["booth"], commit["booth"].hex())
    report.same(f"{what}: registered", blake2_256(envelope["epsilon"]), c["registered hash"])
    x_b, sigma = scalar(response["x_b"]), scalar(response["sigma"])
    p = encode(add(mul(x_b, BASE), v_point))
    report.same(f"{what}: P", p, c["P"])
    report.same(f"{what}: P from x", encode(mul(scalar(unhex(c["x"])), BASE)), c["P"])
    report.same(f"{what}: x", same(mul(x_b + v, BASE), decode(p)), True)
    report.same(f"{what}: the batch has P and its envelope", (p, envelope["epsilon"]) in batch.keys, True)
    e = hash_to_scalar("dobush/v1/envelope", envelope["epsilon"])
    report.same(f"{what}: e", le(e, 32), c["e"])
    q = credential_element(batch.genesis, batch.unit, batch.booth, p)
    c1, c2 = decode(commit["E"][:32]), decode(commit["E"][32:])
    left = add(decode(commit["T1"]), mul(e, c1)), add(decode(commit["T2"]), mul(e, sub(c2, q)))
    report.same(f"{what}: σ·B", same(mul(sigma, BASE), left[0]), True)
    report.same(f"{what}: σ·R", same(mul(sigma, decode(batch.roll_key)), left[1]), True)
