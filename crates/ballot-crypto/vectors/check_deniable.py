"""A7 and the tags of A3, for check.py, which runs this after its own part and lends it group, hashes and transcripts."""
from __main__ import (
    BASE, L, ZERO, Transcript, add, blake, coefficient, check_page, compact, decode, element, encode, glob, h_p, here,
    json, le, list_digests, minus, mul, os, raw, read, same, scalar, total,
)

G, H = h_p("dobush/v1/ck/G", le(1, 4)), h_p("dobush/v1/ck/H", b"")
joined = lambda items: raw("".join(items))


# ------------------------------------------------------------------------- A7
def table_digest(table):
    return blake(b"dobush/v1/table" + le(len(table), 4) + joined(table))


def membership_transcripts(b):
    """The transcripts that draw x and that seed the weights."""
    place = raw(b["genesis"]) + le(b["election"], 4) + le(b["unit"], 2) + le(b["contest"], 1)
    place += b"\0" + le(b.get("slot", 0), 2) + b"\0\0"
    t = Transcript("dobush/v1/membership", place)
    t.absorb("booth", b"\1" + raw(b["booth"]) if b["booth"] else b"\0").absorb("credential", raw(b["credential"]))
    t.absorb("key", raw(b["key"])).absorb("table", table_digest(b["table"])).absorb("ciphertext", joined(b["ciphertext"]))
    for r in b["rounds"]:
        t.absorb("g", raw(r["g"])).absorb("h", raw(r["h"])).absorb("b", raw(r["b"])).absorb("d", joined(r["d"]))
    x = t.challenge("x")
    for r in b["rounds"]:
        t.absorb("f", raw(r["f"])).absorb("za", raw(r["za"])).absorb("zb", raw(r["zb"]))
    return x, t.absorb("zd", raw(b["zd"])).state


def membership_scale(b):
    fields = lambda r: r["g"] + r["h"] + r["b"] + "".join(r["d"]) + r["f"] + r["za"] + r["zb"]
    return compact(len(b["rounds"])) + raw("".join(map(fields, b["rounds"])) + b["zd"])


def check_membership(b):
    """Each equation by itself, without weights."""
    nu = max(1, (len(b["table"]) - 1).bit_length())
    key, why = element(raw(b["key"]))
    if why:
        return f"Err(Key({why}))"
    if len(b["rounds"]) != nu:
        return "Err(Rounds)"
    for half in b["ciphertext"]:
        _, why = element(raw(half))
        if why:
            return f"Err(Ciphertext({why}))"
    for r in b["rounds"]:
        for point in [r["g"], r["h"], r["b"], *r["d"]]:
            _, why = element(raw(point))
            if why:
                return f"Err(Element({why}))"
    if any(scalar(raw(s)) >= L for r in b["rounds"] for s in (r["f"], r["za"], r["zb"])) or scalar(raw(b["zd"])) >= L:
        return "Err(Scalar)"
    x, _ = membership_transcripts(b)
    point = lambda name: decode(raw(name))
    com = lambda value, r: add(mul(value, G), mul(r, H))
    equal = lambda left, right: encode(left) == encode(right)
    fs = [scalar(raw(r["f"])) for r in b["rounds"]]
    for j, (r, f) in enumerate(zip(b["rounds"], fs)):
        g = point(r["g"])
        if not equal(add(mul(x, g), point(r["h"])), com(f, scalar(raw(r["za"])))):
            return f"Err(Fails(M1({j + 1})))"
        if not equal(add(mul(x - f, g), point(r["b"])), com(0, scalar(raw(r["zb"])))):
            return f"Err(Fails(M2({j + 1})))"
    zd, top = scalar(raw(b["zd"])), pow(x, nu, L)
    masks = [total(mul(pow(x, k, L), point(r["d"][half])) for k, r in enumerate(b["rounds"])) for half in (0, 1)]
    if not equal(add(mul(top, point(b["ciphertext"][0])), minus(masks[0])), mul(zd, BASE)):
        return "Err(Fails(M3))"
    rows = ZERO
    for i in range(2**nu):
        p = 1
        for j, f in enumerate(fs):
            p = p * (f if i >> j & 1 else x - f) % L
        rows = add(rows, mul(p, point(b["table"][min(i, len(b["table"]) - 1)])))
    left = add(add(mul(top, point(b["ciphertext"][1])), minus(rows)), minus(masks[1]))
    return "Ok(())" if equal(left, mul(zd, key)) else "Err(Fails(M4))"


# ------------------------------------------------------------------------- A3.1 to A3.6
def check_tags(p):
    """A page of tag shares is a page of shares over both columns: numbers doubled, halves in turn."""
    halves = lambda pairs: [half for pair in pairs for half in pair]
    page = {**p, "start": 2 * p["start"], "total": 2 * p["total"], "bases": halves(p["credentials"]), "shares": halves(p["shares"])}
    return check_page(page).replace("Bases(", "Page(")


def tags_of(part, keys):
    """All shares of one list checked, added and opened: the tags, None for the identity."""
    page = keys["page size of the lists"]
    pairs = [joined(pair) for pair in part["credentials"]]
    digest, n = list_digests(pairs, page)[-1].hex(), len(pairs)
    sums = [[ZERO, ZERO] for _ in range(n)]
    seen = []
    for p in part["tag shares"]:
        i = p["context"]["prover"]
        same("tag shares", check_tags(p), "Ok(())")
        same("list of the tag shares", (p["list"], p["total"]), (digest, n))
        v = decode(raw(keys["tagging key"]["holders"][i - 1]["V"]))
        same("key of the tag shares", encode(mul(coefficient(part["S"], i), v)).hex(), p["key"])
        same("credentials", p["credentials"], part["credentials"][p["start"]:p["start"] + page])
        for k, share in enumerate(p["shares"], p["start"]):
            seen.append((i, k))
            sums[k] = [add(s, decode(raw(half))) for s, half in zip(sums[k], share)]
    same("every trustee, every entry", sorted(seen), sorted((i, k) for i in part["S"] for k in range(n)))
    same("encrypted tags", [[encode(s).hex() for s in pair] for pair in sums], part["encrypted tags"])
    digest = list_digests([joined(pair) for pair in part["encrypted tags"]], page)[-1].hex()
    same("digest of the encrypted tags", digest, part["digest of the encrypted tags"])
    tags = [pair[1] for pair in sums]
    for p in part["decryption shares"]:
        j = p["context"]["prover"]
        same("decryption shares", check_page(p), "Ok(())")
        same("their list", (p["list"], p["total"], p["bases"]), (digest, n, [pair[0] for pair in part["encrypted tags"]]))
        v = decode(raw(keys["roll key"]["holders"][j - 1]["V"]))
        same("their key", encode(mul(coefficient(part["S'"], j), v)).hex(), p["key"])
        tags = [add(tag, minus(decode(raw(share)))) for tag, share in zip(tags, p["shares"])]
    same("who opens", [p["context"]["prover"] for p in part["decryption shares"]], part["S'"])
    return [encode(tag).hex() if any(encode(tag)) else None for tag in tags]


# ------------------------------------------------------------------------- the files
v = read("membership.json")
states = []
for case in v["cases"]:
    x, state = membership_transcripts(case)
    states.append(state)
    same("table digest", table_digest(case["table"]).hex(), case["table digest"])
    same("x", le(x, 32).hex(), case["x"])
    same("state", state.hex(), case["state"])
    same("scale", membership_scale(case).hex(), case["scale"])
    same("membership", check_membership(case), "Ok(())")
    r, row = scalar(raw(case["r"])), decode(raw(case["table"][case["row"]]))
    same("c1", encode(mul(r, BASE)).hex(), case["ciphertext"][0])
    same("c2", encode(add(row, mul(r, decode(raw(case["key"]))))).hex(), case["ciphertext"][1])
batch = Transcript("dobush/v1/membership/batch", bytes(44))
batch.absorb("states", compact(len(v["batch"]["cases"])) + b"".join(states[i] for i in v["batch"]["cases"]))
same("seed of a batch", batch.state.hex(), v["batch"]["seed"])
for one in v["batch"]["weights"]:
    same("weight of a batch", le(batch.weight(one["k"]), 32).hex(), one["weight"])

v = read("tagging.json")
z = scalar(raw(v["tagging key"]["z"]))
same("Z", encode(mul(z, BASE)).hex(), v["tagging key"]["Z"])
for n, q in enumerate(v["credentials 1, 2, 3"], 1):
    same("credential", encode(h_p("dobush/v1/test/credential", le(n, 1))).hex(), q)
roll, ballots = tags_of(v["roll"], v), tags_of(v["ballots"], v)
same("tags of the roll", roll, v["roll"]["tags"])
same("tags of the ballots", ballots, v["ballots"]["tags"])
same("they are z·Q", roll, [encode(mul(z, decode(raw(q)))).hex() for q in v["credentials 1, 2, 3"]])
used, verdicts = set(), []
for tag in ballots:
    verdicts.append("Repeated" if tag in used else "Counts" if tag and tag in roll else "Dropped")
    if verdicts[-1] == "Counts":
        used.add(tag)
same("verdicts", verdicts, v["verdicts"])
same("counted", len(used), v["counted"])

for name in sorted(glob.glob(os.path.join(here, "refused", "*.json"))):
    case = json.load(open(name, encoding="utf-8"))
    kinds = {"membership": check_membership, "tags": check_tags}
    if case["kind"] in kinds:
        same(os.path.basename(name), kinds[case["kind"]](case["input"]), case["expected"])
