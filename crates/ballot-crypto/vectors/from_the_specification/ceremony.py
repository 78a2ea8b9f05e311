"""Key ceremonies: A4."""

from .group import BASE, ORDER, Refused, blake2_256, decode, encode, is_identity, mul, same, scalar, sub, total
from .protocol import Transcript, hash_to_scalar, lagrange, le, list_of, signature_holds, unhex


def verify_setup(c):
    """A4: t of n, the number of keys, who receives shares."""
    indices = [r["index"] for r in c["recipients"]]
    if not (c["n"] < 2 * c["t"] and c["t"] <= c["n"] <= 64):
        raise Refused("Threshold")
    if not 1 <= c["keys"] <= 4:
        raise Refused("Keys")
    if indices != sorted(set(indices)) or not set(indices) <= set(range(1, c["n"] + 1)):
        raise Refused("Indices")
    if len(indices) < c["t"]:
        raise Refused("TooFewRecipients")


def place(c):
    return unhex(c["genesis"]) + le(c["ceremony"], 4)


def recipient_message(c, j):
    return b"dobush/v1/ceremony/recipient" + place(c) + le(j, 2)


def recipient_holds(c, j, key, proof):
    """A4.1; `c` needs genesis and number alone."""
    return key != bytes(32) and signature_holds(key, recipient_message(c, j), proof)


def ephemeral_message(c, d):
    return b"dobush/v1/ceremony/ephemeral" + place(c) + le(d, 2)


def constant_message(c, d, kappa):
    return b"dobush/v1/ceremony/constant" + place(c) + le(d, 2) + le(kappa, 1)


def dealing_bytes(d):
    keys = [list_of(unhex(k["points"])) + unhex(k["proof"]) + list_of(unhex(k["shares"])) for k in d["keys"]]
    return unhex(d["ephemeral"]) + unhex(d["ephemeral proof"]) + list_of(keys)


def verify_reveal(c, d, dealers):
    """A4.3; `dealers` are the numbers that may deal."""
    if d["dealer"] not in dealers:
        raise Refused("Dealer")
    if blake2_256(dealing_bytes(d)) != unhex(d["commitment"]):
        raise Refused("Commitment")
    if len(d["keys"]) != c["keys"]:
        raise Refused("Keys")
    for kappa, key in enumerate(d["keys"]):
        if len(key["points"]) != c["t"]:
            raise Refused(f"Points({kappa})")
        if len(key["shares"]) != len(c["recipients"]):
            raise Refused(f"Shares({kappa})")
        for share in key["shares"]:
            try:
                scalar(unhex(share))
            except Refused:
                raise Refused(f"Share({kappa})") from None
        for point in key["points"]:
            try:
                decode(unhex(point))
            except Refused as why:
                raise Refused(f"Point({kappa}, {why})") from None
    ephemeral, message = unhex(d["ephemeral"]), ephemeral_message(c, d["dealer"])
    if ephemeral == bytes(32) or not signature_holds(ephemeral, message, unhex(d["ephemeral proof"])):
        raise Refused("EphemeralProof")
    for kappa, key in enumerate(d["keys"]):
        if not signature_holds(unhex(key["points"][0]), constant_message(c, d["dealer"], kappa), unhex(key["proof"])):
            raise Refused(f"ConstantProof({kappa})")


def mask(c, d, j, kappa, s):
    recipient = next(r for r in c["recipients"] if r["index"] == j)
    numbers = le(d["dealer"], 2) + le(j, 2) + le(kappa, 1)
    value = place(c) + numbers + unhex(d["ephemeral"]) + unhex(recipient["key"]) + s
    return hash_to_scalar("dobush/v1/ceremony/share", value)


def polynomial_at(points, j):
    """Σ_k j^k·A_k"""
    return total(mul(pow(j, k, ORDER), p) for k, p in enumerate(points))


def open_share(c, d, j, kappa, s):
    """(f(j), whether it is the polynomial's value at j)."""
    key, place_of = d["keys"][kappa], [r["index"] for r in c["recipients"]].index(j)
    f = (scalar(unhex(key["shares"][place_of])) - mask(c, d, j, kappa, s)) % ORDER
    return f, same(mul(f, BASE), polynomial_at([decode(unhex(p)) for p in key["points"]], j))


def judge(c, d, complaint):
    """A4.4: the verdict, or Refused("Scalar") or Refused("Equation") for no complaint."""
    j = complaint["holder"]
    public = next((unhex(r["key"]) for r in c["recipients"] if r["index"] == j), None)
    e, s = scalar(unhex(complaint["e"])), scalar(unhex(complaint["s"]))
    if public is None or complaint["dealer"] != d["dealer"]:
        raise Refused("Equation")
    try:
        key, base, image = decode(public), decode(unhex(d["ephemeral"])), decode(unhex(complaint["S"]))
    except Refused:
        raise Refused("Equation") from None
    tr = Transcript("dobush/v1/ceremony/complaint", unhex(c["genesis"]) + bytes(8) + le(j, 2) + bytes(2))
    tr.absorb("ceremony", le(c["ceremony"], 4))
    tr.absorb("dealer", le(d["dealer"], 2))
    tr.absorb("holder", le(j, 2))
    for label, point in (("key", key), ("base", base), ("image", image)):
        tr.absorb(label, encode(point))
    tr.absorb("on-key", encode(sub(mul(s, BASE), mul(e, key))))
    tr.absorb("on-base", encode(sub(mul(s, base), mul(e, image))))
    if tr.challenge("e") != e:
        raise Refused("Equation")
    good = all(open_share(c, d, j, kappa, unhex(complaint["S"]))[1] for kappa in range(len(d["keys"])))
    return "RecipientOut" if good else "DealerOut"


def verify_resharing(c, d):
    """A4.6: the checks of a dealing of an old holder."""
    old = {h["index"]: h["V"] for h in c["old holders"]}
    try:
        verify_reveal(c, d, old)
    except Refused as why:
        raise Refused(f"Reveal({why})") from None
    if d["keys"][0]["points"][0] != old[d["dealer"]]:
        raise Refused("Constant")


def verify_keys(c, dealings, holders):
    """A4.5: for each key A and the V of each holder."""
    dealers, recipients = [d["dealer"] for d in dealings], {r["index"] for r in c["recipients"]}
    if len(dealers) < c["t"]:
        raise Refused("TooFewDealers")
    if len(holders) < c["t"]:
        raise Refused("TooFewHolders")
    if any(numbers != sorted(set(numbers)) for numbers in (dealers, holders)):
        raise Refused("Indices")
    if not set(dealers) <= set(range(1, c["n"] + 1)) or not set(holders) <= recipients:
        raise Refused("Indices")
    out = []
    for kappa in range(c["keys"]):
        points = [total(decode(unhex(d["keys"][kappa]["points"][k])) for d in dealings) for k in range(c["t"])]
        if is_identity(points[0]):
            raise Refused(f"Identity({kappa})")
        shares = [polynomial_at(points, j) for j in holders]
        if any(is_identity(v) for v in shares):
            raise Refused(f"ZeroShare({kappa})")
        out.append((encode(points[0]), [encode(v) for v in shares]))
    return out


def holder_secret(c, dealings, j, q, kappa, published):
    """A4.5: s_j of key κ, or None where a share of any key is bad, a dealing is there twice, or V_j is another."""
    if len({d["dealer"] for d in dealings}) != len(dealings):
        return None
    secret = 0
    for d in dealings:
        shared = encode(mul(q, decode(unhex(d["ephemeral"]))))
        opened = [open_share(c, d, j, key, shared) for key in range(c["keys"])]
        if not all(good for _, good in opened):
            return None
        secret += opened[kappa][0]
    return le(secret % ORDER, 32) if encode(mul(secret, BASE)) == published else None


# ---------------------------------------------------------------- ceremony.json, ceremonies.json, resharing.json


def check_ceremony(report, j):
    """One key: the fields of ceremonies.json in the singular."""
    many = dict(j)
    many["constant messages"] = [[message] for message in j["constant messages"]]
    many["complaints"] = [dict(j["complaint"], masks=[j["mask of the share complained about"]], verdict=j["verdict"])]
    many["keys"] = [{"key": j["key"], "holders": j["holders"]}]
    check_one_ceremony(report, "", many)


def check_ceremonies(report, j):
    for number, one in enumerate(j):
        check_one_ceremony(report, f"ceremony {number}, ", one)


def check_one_ceremony(report, name, j):
    c = j["ceremony"]
    report.accepted(f"{name}setup", lambda: verify_setup(c))
    recipients = {r["index"]: unhex(r["key"]) for r in c["recipients"]}
    secrets = dict(zip(recipients, (scalar(unhex(q)) for q in j["recipient secrets"])))
    for number, (index, public) in enumerate(recipients.items()):
        what, proof = f"{name}recipient {index}", unhex(j["recipient proofs"][number])
        report.same(f"{what}: key", encode(mul(secrets[index], BASE)), public.hex())
        report.same(f"{what}: message", recipient_message(c, index), j["recipient messages"][number])
        report.same(f"{what}: proof", recipient_holds(c, index, public, proof), True)
    dealings = {d["dealer"]: d for d in j["dealings"]}
    for number, (dealer, d) in enumerate(dealings.items()):
        what = f"{name}dealing {dealer}"
        report.accepted(what, lambda: verify_reveal(c, d, range(1, c["n"] + 1)))
        report.same(f"{what}: scale", dealing_bytes(d), d["scale"])
        report.same(f"{what}: ephemeral message", ephemeral_message(c, dealer), j["ephemeral messages"][number])
        messages = [constant_message(c, dealer, kappa).hex() for kappa in range(c["keys"])]
        report.same(f"{what}: constant messages", messages, j["constant messages"][number])
    dealers_out, holders_out = set(), set()
    for complaint in j["complaints"]:
        dealer, holder = complaint["dealer"], complaint["holder"]
        what, d = f"{name}complaint of {holder} about {dealer}", dealings[dealer]
        shared = encode(mul(secrets[holder], decode(unhex(d["ephemeral"]))))
        report.same(f"{what}: S", shared, complaint["S"])
        masks = [le(mask(c, d, holder, kappa, shared), 32).hex() for kappa in range(c["keys"])]
        report.same(f"{what}: masks", masks, complaint["masks"])
        verdict = report.accepted(what, lambda: judge(c, d, complaint))
        report.same(f"{what}: verdict", verdict, complaint["verdict"])
        dealers_out |= {dealer} if verdict == "DealerOut" else set()
        holders_out |= {holder} if verdict == "RecipientOut" else set()
    report.same(f"{name}QUAL", sorted(set(dealings) - dealers_out), j["QUAL"])
    qual, holders = [dealings[d] for d in j["QUAL"]], sorted(set(recipients) - holders_out)
    made = report.accepted(f"{name}keys", lambda: verify_keys(c, qual, holders))
    shown = [(k["key"], [(h["index"], h["V"]) for h in k["holders"]]) for k in j["keys"]]
    ours = [(key.hex(), list(zip(holders, [v.hex() for v in shares]))) for key, shares in made or []]
    report.same(f"{name}keys", ours, shown)
    for kappa, key in enumerate(j["keys"]):
        check_combined(report, c, [(1, d) for d in qual], secrets, key["holders"], key["key"], kappa)
        for h in key["holders"]:
            secret = holder_secret(c, qual, h["index"], secrets[h["index"]], kappa, unhex(h["V"]))
            report.same(f"{name}key {kappa}, holder {h['index']}: secret", secret, h["secret"])


def check_combined(report, c, weighted, secrets, holders, key, kappa=0):
    """A key, verification shares and secrets from dealings, each with its factor: A4.5 (factor 1) and A4.6 (λ)."""
    points = [total(mul(w, decode(unhex(d["keys"][kappa]["points"][k]))) for w, d in weighted) for k in range(c["t"])]
    report.same("key", encode(points[0]), key)
    for h in holders:
        index = h["index"]
        shared = [encode(mul(secrets[index], decode(unhex(d["ephemeral"])))) for _, d in weighted]
        opened = [open_share(c, d, index, kappa, s) for (_, d), s in zip(weighted, shared)]
        report.same(f"holder {index}: shares", [good for _, good in opened], [True] * len(weighted))
        secret = sum(w * f for (w, _), (f, _) in zip(weighted, opened)) % ORDER
        report.same(f"holder {index}: secret", le(secret, 32), h["secret"])
        report.same(f"holder {index}: V", encode(polynomial_at(points, index)), h["V"])
        report.same(f"holder {index}: V from the secret", encode(mul(secret, BASE)), h["V"])


def check_resharing(report, j):
    c = j["ceremony"]
    secrets = {h["index"]: scalar(unhex(h["recipient secret"])) for h in j["new holders"]}
    for r in c["recipients"]:
        report.same(f"recipient {r['index']}: key", encode(mul(secrets[r["index"]], BASE)), r["key"])
    for d in j["dealings"]:
        report.accepted(f"dealing {d['dealer']}", lambda: verify_resharing(c, d))
        report.same(f"dealing {d['dealer']}: scale", dealing_bytes(d), d["scale"])
    report.same("S", sorted(d["dealer"] for d in j["dealings"])[: c["old t"]], j["S"])
    report.same("R", c["R"], j["R"])
    weighted = [(lagrange(j["S"], d["dealer"]), d) for d in j["dealings"] if d["dealer"] in j["S"]]
    check_combined(report, c, weighted, secrets, j["new holders"], j["R"])
    old = encode(mul(scalar(unhex(j["an old secret"])), BASE)).hex()
    report.same("an old secret", old in [h["V"] for h in c["old holders"]], True)
