#!/usr/bin/env python3
"""A second implementation of A1 (verifying, width 2), A4.6, A5 and A6, that reads the vectors beside it.

Plain Python 3, no packages: python3 crates/ballot-crypto/vectors/check_enrolment.py
Group, hashing and signatures are check.py's. Written from the documents, shares no code with the crate."""
import glob, json, os, sys

here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "check.py"), encoding="utf-8") as file:
    exec(file.read().split("# ------------------------------------------------------------------------- the files")[0])

sub = lambda p, q: add(p, minus(q))
equal = lambda p, q: encode(p) == encode(q)
point = lambda b: decode(b)
account = lambda secret: encode(mul(scalar(raw(secret)), BASE))


# ------------------------------------------------------------------------- A5.2 to A5.4: credentials and batches; A1
def element_of(place, key):
    return h_p("dobush/v1/cred", raw(place["genesis"]) + le(place["unit"], 2) + raw(place["booth"]) + key)


def list_digest(items, page=64):
    d = blake(b"dobush/v1/list" + le(len(items), 4))
    for p, start in enumerate(range(0, len(items), page)):
        part = items[start:start + page]
        d = blake(d + le(p, 4) + le(start, 4) + le(len(part), 4) + b"".join(part))
    return d


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, n):
        self.at += n
        return self.data[self.at - n:self.at]

    def items(self, size=32):
        first = self.data[self.at]
        width = {0: 1, 1: 2, 2: 4}[first & 3]
        return [self.take(size) for _ in range(int.from_bytes(self.take(width), "little") >> 2)]


def read_head(data):
    r, head = Reader(data), {}
    lists = {"c_a", "c_b", "c_u", "c_t", "c_v", "mv", "mt"}
    names = "c_a c_b c_u c_a0 c_bm c_t c_f c_delta c_Delta c_m0 c_v e zr zs zt er es mr ms mv mt".split()
    for name in names:
        head[name] = r.items(64) if name == "e" else r.items() if name in lists else r.take(32)
    assert r.at == len(data)
    return head


generator = lambda i: h_p("dobush/v1/ck/G", le(i, 4))
blinding = h_p("dobush/v1/ck/H", b"")


def commit(values, r):
    return add(total(mul(v, generator(i + 1)) for i, v in enumerate(values)), mul(r, blinding))


def failing(keys, context, inputs, outputs, digests, head_bytes, columns):
    """The equations of A1 that fail; inputs and outputs are rows of pairs of points."""
    w, length = 2, len(inputs)
    m = next(rows for least, rows in ((128, 8), (16, 4), (1, 2)) if length >= least)
    n = max(2, w, -(-length // m))
    head = read_head(head_bytes)
    packed = lambda items: compact(len(items)) + b"".join(items)
    t = Transcript("dobush/v1/shuffle", context)
    t.absorb("keys", packed(keys)).absorb("inputs", digests[0]).absorb("outputs", digests[1])
    t.absorb("length", le(length, 4)).absorb("width", le(w, 1)).absorb("columns", le(n, 4)).absorb("rows", le(m, 2))
    x = t.absorb("cA", packed(head["c_a"])).challenge("x")
    t.absorb("cB", packed(head["c_b"]))
    y, z = t.challenge("y"), t.challenge("z")
    t.absorb("cU", packed(head["c_u"]))
    fold, star = t.challenge("X"), t.challenge("Y")
    t.absorb("cA0", head["c_a0"]).absorb("cBm", head["c_bm"]).absorb("cT", packed(head["c_t"])).absorb("cf", head["c_f"])
    t.absorb("cdelta", head["c_delta"]).absorb("cDelta", head["c_Delta"]).absorb("cM0", head["c_m0"])
    t.absorb("cV", packed(head["c_v"])).absorb("E", packed(head["e"]))
    c = t.challenge("c")
    power = lambda k: pow(c, k, L)
    za, zb, ea, eb, ma = ([scalar(col[32 * i:32 * i + 32]) for col in columns] for i in range(5))
    s = {name: scalar(head[name]) for name in "zr zs zt er es mr ms".split()}
    mv, mt = [scalar(v) for v in head["mv"]], [scalar(v) for v in head["mt"]]
    p = {name: [decode(b) for b in head[name]] for name in ("c_a", "c_b", "c_u", "c_t", "c_v")}
    one = {name: decode(head[name]) for name in ("c_a0", "c_bm", "c_f", "c_delta", "c_Delta", "c_m0")}
    ones = total(generator(i + 1) for i in range(n))
    c_d = [total([mul(y, p["c_a"][i]), p["c_b"][i], mul(-z, ones)]) for i in range(m)]
    c_u = [c_d[0]] + p["c_u"]
    left = c_d[1:] + [minus(ones)]
    right = [mul(pow(fold, i + 1, L), c_u[i]) for i in range(m - 1)]
    right.append(total(mul(pow(fold, i + 1, L), c_u[i + 1]) for i in range(m - 1)))
    inner = sum(a * b * pow(star, k + 1, L) for k, (a, b) in enumerate(zip(za, zb))) % L
    c_t = p["c_t"][:m + 1] + [ZERO] + p["c_t"][m + 1:]
    c_v = p["c_v"][:m] + [ZERO] + p["c_v"][m:]
    product = 1
    for i in range(1, n * m + 1):
        product = product * (y * i + pow(x, i, L) - z) % L
    balance = []
    e = [head["e"][w * k:w * k + w] for k in range(2 * m - 1)]
    e = e[:m] + [None] + e[m:]
    for j in range(w):
        for half in range(2):
            before = total(mul(power(m) * pow(x, i + 1, L), inputs[i][j][half]) for i in range(length))
            for k in range(2 * m):
                if k != m:
                    before = add(before, mul(power(k), decode(e[k][j][32 * half:32 * half + 32])))
            after = mul(mt[j], decode(keys[j]) if half else BASE)
            after = add(after, mul(mv[j], BASE)) if half else after
            for i in range(length):
                after = add(after, mul(power(m - 1 - i // n) * ma[i % n], outputs[i][j][half]))
            balance.append(equal(before, after))
    holds = {
        "V6a": eb[0] == ea[0],
        "V6b": eb[n - 1] == c * product % L,
        "V1": equal(total([one["c_a0"]] + [mul(power(i + 1), left[i]) for i in range(m)]), commit(za, s["zr"])),
        "V2": equal(total([one["c_bm"]] + [mul(power(m - j), right[j]) for j in range(m)]), commit(zb, s["zs"])),
        "V3": equal(total(mul(power(k), c_t[k]) for k in range(2 * m + 1)), commit([inner], s["zt"])),
        "V4": equal(add(mul(c, c_u[m - 1]), one["c_f"]), commit(ea, s["er"])),
        "V5": equal(add(mul(c, one["c_Delta"]), one["c_delta"]),
                    commit([(c * eb[k + 1] - eb[k] * ea[k + 1]) % L for k in range(n - 1)], s["es"])),
        "V7": equal(total([one["c_m0"]] + [mul(power(i + 1), p["c_b"][i]) for i in range(m)]), commit(ma, s["mr"])),
        "V8": equal(total(mul(power(k), c_v[k]) for k in range(2 * m)), commit(mv, s["ms"])),
        "V9": all(balance),
    }
    return [name for name, good in holds.items() if not good]


def check_batch(b):
    place, keys = b["place"], [raw(a["P"]) for a in b["activations"]]
    envelopes = [raw(a["envelope"]) for a in b["activations"]]
    pairs = [raw("".join(p["E"] + p["F"])) for p in b["pairs"]]
    if any(one >= two for one, two in zip(keys, keys[1:])):
        return "Err(KeyOrder)"
    if len(set(envelopes)) != len(envelopes):
        return "Err(Envelope)"
    if len(pairs) != len(keys):
        return "Err(Count)"
    if any(one >= two for one, two in zip(pairs, pairs[1:])):
        return "Err(PairOrder)"
    for key in keys:
        _, why = element(key)
        if why:
            return {"Identity": "Err(IdentityKey)"}.get(why, "Err(Key)")
    head, columns = raw(b["head"]), [raw(c) for c in b["columns"]]
    activations, of_pairs, of_columns = (
        list_digest([k + e for k, e in zip(keys, envelopes)]), list_digest(pairs), list_digest(columns))
    where = raw(place["genesis"]) + le(place["unit"], 2) + raw(place["booth"])
    same("digests", [activations.hex(), of_pairs.hex(), of_columns.hex()], [b["digests"][k] for k in ("activations", "pairs", "columns")])
    posted = where + raw(place["roll key"]) + le(len(keys), 4) + activations + of_pairs + of_columns + blake(head)
    same("posted hash", blake(b"dobush/v1/batch/posted" + posted).hex(), b["posted hash"])
    context = raw(place["genesis"]) + le(0, 4) + le(place["unit"], 2) + bytes([0, 64]) + bytes(4)
    inputs = [[(ZERO, element_of(place, key)), (ZERO, decode(key))] for key in keys]
    halves = [[decode(pair[32 * i:32 * i + 32]) for i in range(4)] for pair in pairs]
    if any(half is None or equal(half, ZERO) for four in halves for half in four):
        return "Err(Proof(malformed))"
    outputs = [[(four[0], four[1]), (four[2], four[3])] for four in halves]
    digests = (blake(b"dobush/v1/batch/inputs" + where + activations), of_pairs)
    wrong = failing([raw(place["roll key"])] * 2, context, inputs, outputs, digests, head, columns)
    return f"Err(Proof(Fails({wrong[0]})))" if wrong else "Ok(())"


# ------------------------------------------------------------------------- A5.5: the co-signed enrolment
order_bytes = lambda n: raw(n["genesis"]) + raw(n["voter"]) + le(n["unit"], 2) + raw(n["V"])
enrolment_bytes = lambda n: order_bytes(n) + raw(n["desk"]) + raw(n["booth"]) + raw("".join(n["pair"]["E"] + n["pair"]["F"]))


def check_enrolment(n):
    if n["desk"] == n["booth"]:
        return "Err(OneDevice)"
    slip, why = element(raw(n["V"]))
    if why:
        return "Err(Slip)"
    halves = [element(raw(h)) for h in n["pair"]["E"] + n["pair"]["F"]]
    if any(why for _, why in halves):
        return "Err(Pair)"
    if not signed(raw(n["desk"]), b"dobush/v1/enrol/desk" + order_bytes(n), raw(n["desk signature"])):
        return "Err(DeskSignature)"
    if not signed(raw(n["booth"]), b"dobush/v1/enrol/booth" + enrolment_bytes(n), raw(n["booth signature"])):
        return "Err(BoothSignature)"
    e, share, randomness = (scalar(raw(s)) for s in n["proof"])
    if max(e, share, randomness) >= L:
        return "Err(Scalar)"
    roll = decode(raw(n["roll key"]))
    c1, c2 = halves[2][0], halves[3][0]
    t = Transcript("dobush/v1/enrol", raw(n["genesis"]) + le(0, 4) + le(n["unit"], 2) + bytes([0, 64]) + bytes(4))
    t.absorb("voter", raw(n["voter"])).absorb("desk", raw(n["desk"])).absorb("booth", raw(n["booth"]))
    t.absorb("roll-key", raw(n["roll key"])).absorb("slip", raw(n["V"]))
    t.absorb("element", raw("".join(n["pair"]["E"]))).absorb("key", raw("".join(n["pair"]["F"])))
    t.absorb("on-base", encode(sub(mul(randomness, BASE), mul(e, c1))))
    t.absorb("on-key", encode(sub(add(mul(share, BASE), mul(randomness, roll)), mul(e, sub(c2, slip)))))
    return "Ok(())" if t.challenge("e") == e else "Err(Proof)"


# ------------------------------------------------------------------------- A6: the booth's papers
KINDS = ["Ticket", "Envelope", "Commit", "Checkout", "Response", "Slip"]
LENGTHS = dict(zip(KINDS, [202, 105, 303, 458, 216, 72]))


def read_paper(data, wanted, genesis):
    """The content of an artefact, or why there is none."""
    if len(data) < 4 or data[:2] != b"DB" or len(data) > 512:
        return None, "Err(NotOurs)"
    if data[2] != 1:
        return None, f"Err(Version({data[2]}))"
    if not 1 <= data[3] <= 6:
        return None, "Err(NotOurs)"
    found = KINDS[data[3] - 1]
    if found != wanted:
        return None, f"Err(OtherKind {{ wanted: {wanted}, found: {found} }})"
    if len(data) != LENGTHS[wanted]:
        return None, f"Err(Length {{ wanted: {LENGTHS[wanted]}, found: {len(data)} }})"
    if blake(b"dobush/v1/artefact" + data[:-4])[:4] != data[-4:]:
        return None, "Err(Torn)"
    content = data[4:-4]
    if wanted == "Envelope" and content[64] > 3 or wanted == "Commit" and content[230] > 3:
        return None, "Err(Content)"
    return (content, "Ok(())") if content[:32] == genesis else (None, "Err(OtherChain)")


def check_credential(v, one):
    """What the device of A6.3 does, up to what needs the chain."""
    place, genesis = v["batch"]["place"], raw(v["batch"]["place"]["genesis"])
    papers = {}
    for name, data in {**one["artefacts"], "ticket": v["ticket"], "slip": v["slip"]}.items():
        content, why = read_paper(raw(data), name.capitalize(), genesis)
        same(name, why, "Ok(())")
        papers[name] = content
    commit, checkout, response, envelope = (papers[k] for k in ("commit", "checkout", "response", "envelope"))
    booth, voter, unit = commit[32:64], commit[68:100], commit[100:102]
    e_1, e_2, t_1, t_2, symbol = commit[102:134], commit[134:166], commit[166:198], commit[198:230], commit[230]
    message = b"dobush/v1/booth/commit" + commit[:231]
    same("commit message", message.hex(), one["commit message"])
    same("print 1", signed(booth, message, commit[231:]), True)
    message = b"dobush/v1/booth/response" + response[:144]
    same("response message", message.hex(), one["response message"])
    same("print 3", signed(booth, message, response[144:]), True)
    same("prints of one credential", response[32:48], blake(b"dobush/v1/booth/commit" + commit[:231])[:16])
    x_b, slip, sigma = scalar(response[48:80]), response[80:112], scalar(response[112:144])
    same("print 2", signed(booth, b"dobush/v1/enrol/booth" + checkout[:290], checkout[386:]), True)
    same("print 2 is the visit's", checkout[:98] + checkout[130:162] + checkout[162:226], genesis + voter + unit + slip + booth + e_1 + e_2)
    same("envelope", (envelope[32:64], envelope[64]), (booth, symbol))
    same("registered hash", blake(envelope[65:]).hex(), one["registered hash"])
    e = h_s("dobush/v1/envelope", envelope[65:])
    same("e", le(e, 32).hex(), one["e"])
    v_ = scalar(papers["slip"][32:])
    same("V", encode(mul(v_, BASE)), slip)
    same("ticket", (papers["ticket"][:98], signed(papers["ticket"][98:130], b"dobush/v1/enrol/desk" + papers["ticket"][:98], papers["ticket"][130:])),
         (genesis + voter + unit + slip, True))
    key = encode(add(mul(x_b, BASE), decode(slip)))
    same("P", (key.hex(), account(one["x"])), (one["P"], key))
    same("x", (x_b + v_) % L, scalar(raw(one["x"])))
    q, roll = element_of(place, key), decode(raw(place["roll key"]))
    same("first equation", encode(mul(sigma, BASE)), encode(add(decode(t_1), mul(e, decode(e_1)))))
    same("second equation", encode(mul(sigma, roll)), encode(add(decode(t_2), mul(e, sub(decode(e_2), q)))))
    beside = {a["P"]: a["envelope"] for a in v["batch"]["activations"]}
    same("envelope beside the key", beside[key.hex()], envelope[65:].hex())
    # Only who has the roll key's secret sees which one is real.
    truth = equal(sub(decode(e_2), mul(scalar(raw(v["roll secret"])), decode(e_1))), q)
    same("real or fake", truth, one["kind"] == "real")


# ------------------------------------------------------------------------- A4.6: re-sharing
def check_resharing(case):
    c, d = case["ceremony"], case["dealing"]
    old = {h["index"]: h["V"] for h in c["old holders"]}
    if d["dealer"] not in old:
        return "Err(Reveal(Dealer))"
    # check.py's reveal asks for a dealer of the new set; here dealers are numbered as the old one.
    verdict = check_reveal({**c, "n": 64}, d)
    if verdict != "Ok(())":
        return verdict.replace("Err(", "Err(Reveal(") + ")"
    return "Ok(())" if d["keys"][0]["points"][0] == old[d["dealer"]] else "Err(Constant)"


# ------------------------------------------------------------------------- the vectors
read = lambda name: json.load(open(os.path.join(here, name), encoding="utf-8"))
count = 0


def same(name, found, expected):
    global count
    count += 1
    if found != expected:
        sys.exit(f"{name}: found {found}, expected {expected}")


def coefficient(members, j):
    r = 1
    for i in members:
        if i != j:
            r = r * i * pow(i - j, -1, L) % L
    return r


v = read("enrolment.json")
same("roll key", account(v["roll secret"]).hex(), v["batch"]["place"]["roll key"])
same("booth", account(v["booth secret"]).hex(), v["batch"]["place"]["booth"])
same("desk", account(v["desk secret"]).hex(), v["enrolment"]["desk"])
same("desk message", (b"dobush/v1/enrol/desk" + order_bytes(v["enrolment"])).hex(), v["desk message"])
same("booth message", (b"dobush/v1/enrol/booth" + enrolment_bytes(v["enrolment"])).hex(), v["booth message"])
same("enrolment", check_enrolment(v["enrolment"]), "Ok(())")
same("batch", check_batch(v["batch"]), "Ok(())")
elements = [encode(element_of(v["batch"]["place"], raw(a["P"]))).hex() for a in v["batch"]["activations"]]
same("elements", elements, v["elements"])
for one in v["credentials"]:
    check_credential(v, one)
# What the argument shows, seen with the roll key's secret: the pairs hold the elements and their keys, each once.
roll = scalar(raw(v["roll secret"]))
opened = lambda c: encode(sub(decode(raw(c[1])), mul(roll, decode(raw(c[0]))))).hex()
same("plaintexts", sorted((opened(p["E"]), opened(p["F"])) for p in v["batch"]["pairs"]),
     sorted(zip(elements, (a["P"] for a in v["batch"]["activations"]))))

v = read("resharing.json")
c, dealings = v["ceremony"], v["dealings"]
for d in dealings:
    same("reveal", check_resharing({"ceremony": c, "dealing": d}), "Ok(())")
chosen = [d["dealer"] for d in dealings][:c["old t"]]
same("S", chosen, v["S"])
weighted = lambda f: total(mul(coefficient(chosen, d["dealer"]), f(d)) for d in dealings if d["dealer"] in chosen)
same("R", encode(weighted(lambda d: decode(raw(d["keys"][0]["points"][0])))).hex(), c["R"])
for holder in v["new holders"]:
    secret = 0
    for d in dealings:
        shared = encode(mul(scalar(raw(holder["recipient secret"])), decode(raw(d["ephemeral"]))))
        secret += coefficient(chosen, d["dealer"]) * shares(c, d, holder["index"], shared)[0]
    same("new share", le(secret % L, 32).hex(), holder["secret"])
    same("new V", encode(weighted(lambda d: on_polynomial(d["keys"][0]["points"], holder["index"]))).hex(), holder["V"])
    same("V of the secret", encode(mul(secret, BASE)).hex(), holder["V"])
new = {h["index"]: scalar(raw(h["secret"])) for h in v["new holders"]}
together = lambda members: encode(mul(sum(coefficient(members, j) * new[j] for j in members), BASE)).hex()
same("three new holders", [together(m) for m in ([1, 2, 3], [2, 3, 4], [1, 3, 4])], [v["R"]] * 3)
new[1] = scalar(raw(v["an old secret"]))
same("an old share among new ones", together([1, 2, 3]) == v["R"], False)

for name in sorted(glob.glob(os.path.join(here, "refused", "*.json"))):
    case = json.load(open(name, encoding="utf-8"))
    kinds = {
        "batch": check_batch,
        "enrolment": check_enrolment,
        "paper": lambda i: read_paper(raw(i["bytes"]), i["wanted"].capitalize(), raw(i["genesis"]))[1],
        "resharing": check_resharing,
    }
    if case.get("kind") in kinds:  # others are check.py's
        same(os.path.basename(name), kinds[case["kind"]](case["input"]), case["expected"])

print(f"{count} values agree")
