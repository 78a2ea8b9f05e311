"""The rest of A4 for check.py, which runs this after its own part: ceremonies of several keys, who may hold one, and what is made of it."""
from __main__ import (
    BASE, L, check_reveal, decode, encode, glob, here, json, judge, le, mask, mul, os, place, raw, read, same, scalar, shares,
    signed, total,
)


def check_setup(c):
    indices, t, n = [r["index"] for r in c["recipients"]], c["t"], c["n"]
    if t > n or 2 * t <= n or n > 64:
        return "Err(Threshold)"
    if c["keys"] not in (1, 2, 3, 4):
        return "Err(Keys)"
    if any(not 1 <= j <= n for j in indices) or any(a >= b for a, b in zip(indices, indices[1:])):
        return "Err(Indices)"
    return "Err(TooFewRecipients)" if len(indices) < t else "Ok(())"


def check_recipient(r):
    message = b"dobush/v1/ceremony/recipient" + place(r) + le(r["index"], 2)
    return "true" if signed(raw(r["key"]), message, raw(r["proof"])) else "false"


def sums(dealings, k):
    """The points of the sum of all polynomials of key k."""
    return [total(decode(raw(d["keys"][k]["points"][i])) for d in dealings) for i in range(len(dealings[0]["keys"][k]["points"]))]


def value(points, j):
    return encode(total(mul(j**i, p) for i, p in enumerate(points)))


def check_keys(case):
    c, dealings, holders = case["ceremony"], case["dealings"], case["holders"]
    dealers = [d["dealer"] for d in dealings]
    if len(dealers) < c["t"]:
        return "Err(TooFewDealers)"
    if len(holders) < c["t"]:
        return "Err(TooFewHolders)"
    ascending = lambda numbers: all(a < b for a, b in zip(numbers, numbers[1:]))
    joined = [r["index"] for r in c["recipients"]]
    if not ascending(dealers) or not ascending(holders) or any(not 1 <= d <= c["n"] for d in dealers) or any(j not in joined for j in holders):
        return "Err(Indices)"
    for k in range(c["keys"]):
        points = sums(dealings, k)
        if not any(encode(points[0])):
            return f"Err(Identity({k}))"
        if any(not any(value(points, j)) for j in holders):
            return f"Err(ZeroShare({k}))"
    return "Ok(())"


def held(c, dealings, j, q, k):
    """s_j of key k; None if a share of any key is bad."""
    opened = [shares(c, d, j, encode(mul(q, decode(raw(d["ephemeral"]))))) for d in dealings]
    return None if any(None in one for one in opened) else sum(one[k] for one in opened) % L


def check_holder(case):
    dealers = [d["dealer"] for d in case["dealings"]]
    s = held(case["ceremony"], case["dealings"], case["holder"], scalar(raw(case["recipient secret"])), case["key"])
    good = s is not None and len(set(dealers)) == len(dealers) and encode(mul(s, BASE)).hex() == case["V"]
    return f"Some({le(s, 32).hex()})" if good else "None"


for v in read("ceremonies.json"):
    c, dealings = v["ceremony"], {d["dealer"]: d for d in v["dealings"]}
    joined = [r["index"] for r in c["recipients"]]
    secrets = dict(zip(joined, [scalar(raw(q)) for q in v["recipient secrets"]]))
    same("setup", check_setup(c), "Ok(())")
    for i, r in enumerate(c["recipients"]):
        j, d = r["index"], v["dealings"][i]
        same("PK", encode(mul(secrets[j], BASE)).hex(), r["key"])
        same("recipient message", (b"dobush/v1/ceremony/recipient" + place(c) + le(j, 2)).hex(), v["recipient messages"][i])
        same("recipient", check_recipient({**c, **r, "proof": v["recipient proofs"][i]}), "true")
        same("dealer", d["dealer"], j)
        same("reveal", check_reveal(c, d), "Ok(())")
        same("ephemeral", (b"dobush/v1/ceremony/ephemeral" + place(c) + le(j, 2)).hex(), v["ephemeral messages"][i])
        constants = [(b"dobush/v1/ceremony/constant" + place(c) + le(j, 2) + le(k, 1)).hex() for k in range(c["keys"])]
        same("constants", constants, v["constant messages"][i])
    out = set()
    for one in v["complaints"]:
        d = dealings[one["dealer"]]
        recipient = c["recipients"][joined.index(one["holder"])]
        same("S", encode(mul(secrets[one["holder"]], decode(raw(d["ephemeral"])))).hex(), one["S"])
        same("masks", [le(mask(c, d, recipient, k, raw(one["S"])), 32).hex() for k in range(c["keys"])], one["masks"])
        same("verdict", judge(c, d, one), f"Ok({one['verdict']})")
        out.add((one["verdict"], one["dealer"] if one["verdict"] == "DealerOut" else one["holder"]))
    same("QUAL", [d for d in dealings if ("DealerOut", d) not in out], v["QUAL"])
    qual, left = [dealings[d] for d in v["QUAL"]], [j for j in joined if ("RecipientOut", j) not in out]
    same("combined", check_keys({"ceremony": c, "dealings": qual, "holders": left}), "Ok(())")
    same("number of keys", len(v["keys"]), c["keys"])
    for k, key in enumerate(v["keys"]):
        same("key", encode(sums(qual, k)[0]).hex(), key["key"])
        same("holders", [h["index"] for h in key["holders"]], left)
        for h in key["holders"]:
            same("V", value(sums(qual, k), h["index"]).hex(), h["V"])
            same("share", le(held(c, qual, h["index"], secrets[h["index"]], k), 32).hex(), h["secret"])
            same("V of the share", encode(mul(scalar(raw(h["secret"])), BASE)).hex(), h["V"])

kinds = {"setup": check_setup, "recipient": check_recipient, "keys": check_keys, "holder": check_holder}
for name in sorted(glob.glob(os.path.join(here, "refused", "*.json"))):
    case = json.load(open(name, encoding="utf-8"))
    if case.get("kind") in kinds:
        same(os.path.basename(name), kinds[case["kind"]](case["input"]), case["expected"])
