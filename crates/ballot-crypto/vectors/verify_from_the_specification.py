#!/usr/bin/env python3
"""A verifier written from docs/protocol and the vectors alone.

Its author had read no program of this repository, neither the Rust nor the other checkers beside this one. (A3.5 and the
ceremonies of several keys were added by somebody who knew the programs; what is in the bytes is taken from the pages all
the same: the types of a result are read from docs/protocol/a11-types.md when this runs.) It needs Python 3.11 or later and
no packages. It verifies every file of this folder and every refused input:

- A0: the group (RFC 9496), H_p and H_s, transcripts, contexts, digests of lists, weights (encoding.json);
- A1: the shuffle argument (shuffle.json, and width 2 in enrolment.json and refused/batch-*);
- A2: the proof of a page of shares, with the order of its checks (decryption.json, tagging.json, refused/shares-*);
- A3.1 to A3.4, A3.6: tag shares, encrypted tags, tags, votes, matching (the same files, refused/tags-*);
- A3.5, and of A11.8 the types of rules and outcomes: the digest of a result (result.json, refused/result-*);
- A2.4, A4: who may hold a ceremony, recipient keys, dealings, complaints, keys, re-sharing (ceremony.json,
  ceremonies.json, resharing.json, refused/setup-*, recipient-*, ceremony-*, keys-*, holder-*, resharing-*);
- A5.2 to A5.5, A6.1, A6.3: batches, enrolments, papers (enrolment.json, refused/batch-*, enrol-*, paper-*);
- A7, A0.10: proofs of membership, alone and in batches (membership.json, refused/membership-*);
- A8: embedding and its inverse (embedding.json, refused/embedding-*);
- A9.1 to A9.3: a ballot's proof of knowledge, with Merlin and Strobe-128 (ballot.json, refused/ballot-*).

It does not cover the formats of docs/rules.md, pseudonyms (A5.1) and the wire of a ballot (A9.4): no vector has them.
The folder from_the_specification has its parts: group.py the group and the hash functions, protocol.py A0, A2, A3, A8 and
A9, scale.py the types of A11.8, and a file for each of A1, A3.5, A4, A5 with A6, and A7.

usage: verify_from_the_specification.py [folder of the vectors [folder of the refused inputs]]

One line per file: how many values were compared, how many disagree. The exit status is 1 if anything disagrees.
"""

import copy
import json
import pathlib
import sys

sys.dont_write_bytecode = True

from from_the_specification.group import (  # noqa: E402
    BASE, IDENTITY, ORDER, P, Refused, add, blake2_256, decode, encode, is_identity, mul, scalar, sub, total,
)
from from_the_specification.ceremony import (  # noqa: E402
    check_ceremonies, check_ceremony, check_resharing, holder_secret, judge, recipient_holds, verify_keys,
    verify_resharing, verify_reveal, verify_setup,
)
from from_the_specification.enrolment import Batch, check_enrolment, read_paper, verify_enrolment  # noqa: E402
from from_the_specification.membership import Membership, check_membership  # noqa: E402
from from_the_specification.result import check_result, verify_result  # noqa: E402
from from_the_specification.shuffle import check_shuffle  # noqa: E402
from from_the_specification.protocol import (  # noqa: E402
    Transcript, ballot_message, context_bytes, embed, hash_to_element, hash_to_scalar, lagrange, le, list_digests,
    list_of, one_option, page_of_shares, page_of_tags, signature_challenge, unembed, unhex, verify_ballot, weight,
)


class Report:
    """Counts what was compared, and says what disagrees."""

    def __init__(self):
        self.all = 0

    def begin(self, name):
        self.name, self.compared, self.wrong = name, 0, []

    def same(self, what, ours, theirs):
        self.compared += 1
        if isinstance(ours, bytes):
            ours = ours.hex()
        if ours != theirs:
            self.wrong.append(f"{what}: {ours} is not {theirs}")

    def accepted(self, what, verify):
        """The result of verify(), which is to refuse nothing."""
        self.compared += 1
        try:
            return verify()
        except Refused as why:
            self.wrong.append(f"{what}: refused, {why}")
            return None

    def refused(self, what, verify):
        """verify() is to refuse, whatever the reason."""
        self.compared += 1
        try:
            verify()
        except Refused:
            return
        self.wrong.append(f"{what}: accepted")

    def end(self):
        print(f"{self.name}: {self.compared} compared, {len(self.wrong)} disagree")
        for line in self.wrong:
            print(f"    {line}")
        self.all += len(self.wrong)


def check_encoding(report, j):
    report.same("blake2_256", blake2_256(b"abc"), j["blake2_256 of abc"])
    h = j["hash_to_element"]
    report.same("H_p", encode(hash_to_element(h["tag"], le(h["value as u32"], 4))), h["element"])
    h = j["hash_to_scalar"]
    report.same("H_s", le(hash_to_scalar(h["tag"], le(h["value as u32"], 4)), 32), h["scalar"])
    t = j["transcript"]
    ctx = context_bytes(t["context"])
    report.same("context", ctx, t["context scale"])
    tr = Transcript(t["tag"], ctx)
    report.same("init", tr.state, t["state after init"])
    tr.absorb("number", le(8, 4))
    tr.absorb("elements", list_of([encode(BASE)]))
    report.same("absorb", tr.state, t["state after absorbing"])
    for label in "ef":
        report.same(f"challenge {label}", le(tr.challenge(label), 32), t[f"challenge {label}"])
    for w in t["weights"]:
        report.same(f"weight {w['k']}", le(weight(tr.state, w["k"]), 32), w["weight"])
    # Of RFC 9496, 4.3.1: encodings that are not canonical, or negative, or of no element. No file has them.
    s = int.from_bytes(encode(BASE), "little")
    wrong = {"negative": P - s, "bit 255": s + 2**255, "-1": P - 1} | {f"p + {n}": P + n for n in range(19)}
    for name, number in wrong.items():
        report.refused(f"element, {name}", lambda: decode(le(number, 32)))
    digests = list_digests(unhex(j["list"]["items"]), j["list"]["page"])
    report.same("digests", [d.hex() for d in digests], j["list"]["digests"])


def check_holders(report, t, holders, key):
    """Every holder's V is that of its secret, and every t of the holders make the key."""
    points = {h["index"]: mul(scalar(unhex(h["secret"])), BASE) for h in holders}
    for h in holders:
        report.same(f"V of holder {h['index']}", encode(points[h["index"]]), h["V"])
    indices = sorted(points)
    for mask in range(1 << len(indices)):
        members = [n for i, n in enumerate(indices) if mask >> i & 1]
        if len(members) == t:
            combined = total(mul(lagrange(members, n), points[n]) for n in members)
            report.same(f"the key from {members}", encode(combined), key)
    return points


def check_altered(report, name, j, make):
    """A genuine page with one thing altered is refused: each field that the transcript absorbs is absorbed."""
    for field in j["context"]:
        other = copy.deepcopy(j)
        value = other["context"][field]
        other["context"][field] = "02" * 32 if field == "genesis" else value + 1
        report.refused(f"{name}, {field} altered", make(other).verify)
    for field in ("list", "key", "e", "s"):
        other = copy.deepcopy(j)
        first = le(int(j[field][:2], 16) ^ 1, 1).hex()
        other[field] = encode(add(BASE, BASE)).hex() if field == "key" else first + j[field][2:]
        report.refused(f"{name}, {field} altered", make(other).verify)
    other = copy.deepcopy(j)
    other.update({field: [] for field in ("bases", "credentials", "shares") if field in j})
    report.same(f"{name}, empty", answer("tags" if "credentials" in j else "shares", other), "Err(Range)")
    other = copy.deepcopy(j)
    other["total"] += 1
    report.refused(f"{name}, total altered", make(other).verify)


def set_pages(report, name, pages, make, members, holders, length, digest, step):
    """Verifies the pages of a set of holders over one list. Returns for each position the sum of all shares.

    Every member of the set must cover every position once.
    """
    sums, seen = [IDENTITY] * length, {}
    for number, j in enumerate(pages):
        what, prover = f"{name}, page {number}", j["context"]["prover"]
        mu = lagrange(members, prover)
        report.same(f"{what}: member of the set", prover in members, True)
        report.same(f"{what}: key", encode(mul(mu, holders[prover])), j["key"])
        report.same(f"{what}: list", digest, j["list"])
        report.same(f"{what}: step", j["context"]["step"], step)
        page = make(j)
        report.same(f"{what}: total", page.total, length)
        shares = report.accepted(what, page.verify)
        if shares is None:
            continue
        for k, share in enumerate(shares):
            at = page.start + k
            sums[at] = add(sums[at], share)
            seen[prover, at] = seen.get((prover, at), 0) + 1
        if "mu" in j:
            check_prover(report, what, j, page, mu)
        if number == 0:
            check_altered(report, what, j, make)
    once = {(m, at): 1 for m in members for at in range(length)}
    report.same(f"{name}: every position once by every member", seen, once)
    return sums


def check_prover(report, what, j, page, mu):
    """The values in between, and the proof made again from its secret and its nonce."""
    report.same(f"{what}: mu", le(mu, 32), j["mu"])
    report.same(f"{what}: seed", page.seed, j["seed"])
    report.same(f"{what}: weights", [le(w, 32).hex() for w in page.weights], j["weights"])
    for name, point in (("x", page.x), ("y", page.y), ("on-base", page.on_base), ("on-x", page.on_x)):
        report.same(f"{what}: {name}", encode(point), j[name])
    secret, nonce = scalar(unhex(j["secret"])), scalar(unhex(j["nonce"]))
    shares = [encode(mul(secret, decode(b))).hex() for b in page.bases]
    report.same(f"{what}: shares from the secret", shares, j["shares"])
    report.same(f"{what}: on-base from the nonce", encode(mul(nonce, BASE)), j["on-base"])
    report.same(f"{what}: on-x from the nonce", encode(mul(nonce, page.x)), j["on-x"])
    report.same(f"{what}: s from the nonce", le((nonce + scalar(page.e) * secret) % ORDER, 32), j["s"])


def check_decryption(report, j):
    holders = check_holders(report, j["t"], j["holders"], j["key"])
    report.same("size of the set", len(set(j["set"])), j["t"])
    texts = [(unhex(c["c1"]), unhex(c["c2"])) for c in j["ciphertexts"]]
    digest = list_digests([c1 + c2 for c1, c2 in texts], j["page size of the list"])[-1]
    report.same("digest of the list", digest, j["list digest"])
    sums = set_pages(report, "votes", j["pages"], page_of_shares, j["set"], holders, len(texts), digest.hex(), 2)
    for h in j["holders"]:
        for number, page in enumerate(j["pages"]):
            if page["context"]["prover"] == h["index"]:
                secret = le(lagrange(j["set"], h["index"]) * scalar(unhex(h["secret"])) % ORDER, 32)
                report.same(f"secret of page {number}", secret, page["secret"])
    for number, page in enumerate(j["pages"]):
        end = page["start"] + len(page["bases"])
        report.same(f"bases of page {number}", [c1.hex() for c1, _ in texts[page["start"] : end]], page["bases"])
    messages = [encode(sub(decode(c2), d)) for (_, c2), d in zip(texts, sums)]
    report.same("messages", [m.hex() for m in messages], j["messages"])
    table = [embed(one_option(i))[1] for i in range(3)]
    report.same("rows", [table.index(m) if m in table else None for m in messages], j["rows"])


def check_tagging(report, j):
    roll_key, tagging_key = j["roll key"], j["tagging key"]
    thresholds = {"roll key": len(j["roll"]["S'"]), "tagging key": len(j["roll"]["S"])}
    roll_holders = check_holders(report, thresholds["roll key"], roll_key["holders"], roll_key["R"])
    tag_holders = check_holders(report, thresholds["tagging key"], tagging_key["holders"], tagging_key["Z"])
    z = scalar(unhex(tagging_key["z"]))
    report.same("Z", encode(mul(z, BASE)), tagging_key["Z"])
    credentials = [hash_to_element("dobush/v1/test/credential", le(n, 1)) for n in (1, 2, 3)]
    report.same("credentials", [encode(q).hex() for q in credentials], j["credentials 1, 2, 3"])
    page = j["page size of the lists"]
    tags = {}
    for name, tag_step, share_step in (("roll", 6, 8), ("ballots", 5, 7)):
        part = j[name]
        pairs = unhex(part["credentials"])
        digest = list_digests([a + b for a, b in pairs], page)[-1].hex()
        sums = set_pages(
            report, f"{name}, tag shares", part["tag shares"], page_of_tags, part["S"], tag_holders, 2 * len(pairs),
            digest, tag_step,
        )
        for p in part["tag shares"]:
            rows = part["credentials"][p["start"] : p["start"] + len(p["credentials"])]
            report.same(f"{name}: the entries of a page", p["credentials"], rows)
        encrypted = [[encode(sums[2 * i]), encode(sums[2 * i + 1])] for i in range(len(pairs))]
        report.same(f"{name}: encrypted tags", [[w.hex(), t.hex()] for w, t in encrypted], part["encrypted tags"])
        digest = list_digests([w + t for w, t in encrypted], page)[-1].hex()
        report.same(f"{name}: digest of the encrypted tags", digest, part["digest of the encrypted tags"])
        opened = set_pages(
            report, f"{name}, shares of tags", part["decryption shares"], page_of_shares, part["S'"], roll_holders,
            len(pairs), digest, share_step,
        )
        for p in part["decryption shares"]:
            rows = [w.hex() for w, _ in encrypted[p["start"] : p["start"] + len(p["bases"])]]
            report.same(f"{name}: the bases of a page", p["bases"], rows)
        points = [sub(sums[2 * i + 1], opened[i]) for i in range(len(pairs))]
        tags[name] = [None if is_identity(p) else encode(p).hex() for p in points]
        report.same(f"{name}: tags", tags[name], part["tags"])
    raised = {encode(mul(z, hash_to_element("dobush/v1/test/credential", le(n, 1)))).hex(): n for n in (1, 2, 3, 9)}
    report.same("credentials of the roll", [raised.get(t) for t in tags["roll"]], [1, 2, 3])
    report.same("credentials of the ballots", [raised.get(t) for t in tags["ballots"]], [9, 2, None, 2, 1])
    verdicts = match(tags["roll"], tags["ballots"])
    report.same("verdicts", verdicts, j["verdicts"])
    report.same("counted", verdicts.count("Counts"), j["counted"])


def match(roll, ballots):
    """A3.6."""
    known, earlier, out = {t for t in roll if t is not None}, set(), []
    for tag in ballots:
        out.append("Dropped" if tag is None or tag not in known else "Repeated" if tag in earlier else "Counts")
        earlier.add(tag)
    return out


def check_embedding(report, j):
    for row in j:
        data = unhex(row["bytes"])
        report.same(f"embedding of {row['bytes']}", embed(data), (row["counter"], unhex(row["element"])))
        report.same(f"bytes of {row['element']}", unembed(unhex(row["element"])), row["bytes"])


def check_ballot(report, j):
    for number, b in enumerate(j):
        what = f"ballot {number}"
        report.accepted(what, lambda: verify_ballot(b))
        message = ballot_message(b)
        report.same(f"{what}: message", message, b["message"])
        k = signature_challenge(unhex(b["c1"]), message, unhex(b["proof"])[:32])
        report.same(f"{what}: challenge", le(k, 32), b["challenge k"])
        r, secret, key = scalar(unhex(b["r"])), scalar(unhex(b["key secret"])), decode(unhex(b["key"]))
        report.same(f"{what}: key", encode(mul(secret, BASE)), b["key"])
        report.same(f"{what}: embedding", embed(unhex(b["selection"]))[1], b["M"])
        report.same(f"{what}: c1", encode(mul(r, BASE)), b["c1"])
        report.same(f"{what}: c2", encode(add(decode(unhex(b["M"])), mul(r, key))), b["c2"])
        opened = encode(sub(decode(unhex(b["c2"])), mul(secret, decode(unhex(b["c1"])))))
        report.same(f"{what}: decrypted", opened, b["M"])
        unmarked = dict(b, proof=b["proof"][:126] + le(int(b["proof"][126:], 16) & 0x7F, 1).hex())
        report.refused(f"{what}, the last bit of the proof cleared", lambda: verify_ballot(unmarked))
        for field in ("genesis", "election", "unit", "contest", "credential", "key", "slot", "booth"):
            other = dict(b)
            value = b.get(field, 0)
            other[field] = (value + 1) if isinstance(value, int) else "05" * 32
            report.refused(f"{what}, {field} altered", lambda: verify_ballot(other))


def answer(kind, j):
    """What this verifier says of an input: the text that `expected` has."""
    try:
        if kind == "embedding":
            found = unembed(unhex(j["element"]))
            return "None" if found is None else found.hex()
        if kind == "recipient":
            holds = recipient_holds(j, j["index"], unhex(j["key"]), unhex(j["proof"]))
            return "true" if holds else "false"
        if kind == "holder":
            secret, v = scalar(unhex(j["recipient secret"])), unhex(j["V"])
            found = holder_secret(j["ceremony"], j["dealings"], j["holder"], secret, j["key"], v)
            return "None" if found is None else f"Some({found.hex()})"
        if kind == "ceremony":
            verify_reveal(j["ceremony"], j["dealing"], range(1, j["ceremony"]["n"] + 1))
            return f"Ok({judge(j['ceremony'], j['dealing'], j['complaint'])})" if "complaint" in j else "Ok(())"
        VERIFY[kind](j)
    except Refused as why:
        # The runtime's own list is at fault, not the prover's page: these two stand without Err.
        return str(why) if str(why).startswith(("Bases", "Page")) else f"Err({why})"
    return "Ok(())"


VERIFY = {
    "shares": lambda j: page_of_shares(j).verify(),
    "tags": lambda j: page_of_tags(j).verify("Page"),
    "result": verify_result,
    "setup": verify_setup,
    "keys": lambda j: verify_keys(j["ceremony"], j["dealings"], j["holders"]),
    "ballot": verify_ballot,
    "membership": lambda j: Membership(j).verify(),
    "batch": lambda j: Batch(j).verify(),
    "enrol": verify_enrolment,
    "paper": lambda j: read_paper(unhex(j["bytes"]), unhex(j["genesis"]), j["wanted"]),
    "resharing": lambda j: verify_resharing(j["ceremony"], j["dealing"]),
}

# The control: a file that altered one field of a genuine input gives it back; that one must be accepted.
CONTROLS = {
    "shares": ("shares-other-attempt", lambda j: j["context"].update(attempt=0)),
    "tags": ("tags-other-attempt", lambda j: j["context"].update(attempt=0)),
    "ballot": ("ballot-other-slot", lambda j: j.pop("slot")),
    "embedding": None,
    "result": ("result-other-election", lambda j: j.update(election=7)),
    "setup": ("setup-five-keys", lambda j: j.update(keys=2)),
    "recipient": ("recipient-copied", lambda j: j.update(index=1)),
    "ceremony": None,
    "keys": ("keys-holder-twice", lambda j: j.update(holders=[1, 2])),
    "holder": None,
    "resharing": None,
    "membership": ("membership-other-slot", lambda j: j.pop("slot")),
    "batch": None,
    "enrol": None,
    "paper": None,
}

VECTORS = {
    "encoding": check_encoding,
    "decryption": check_decryption,
    "tagging": check_tagging,
    "embedding": check_embedding,
    "ballot": check_ballot,
    "ceremony": check_ceremony,
    "ceremonies": check_ceremonies,
    "result": check_result,
    "resharing": check_resharing,
    "membership": check_membership,
    "shuffle": check_shuffle,
    "enrolment": check_enrolment,
}


def main():
    here = pathlib.Path(__file__).resolve().parent
    vectors = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here
    refused = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else vectors / "refused"
    report = Report()
    for name, check in VECTORS.items():
        report.begin(f"{name}.json")
        check(report, json.loads((vectors / f"{name}.json").read_text()))
        report.end()
    unknown = {p.name for p in refused.glob("*.json")} - {p.name for k in CONTROLS for p in refused.glob(f"{k}-*.json")}
    unknown |= {p.name for p in vectors.glob("*.json")} - {f"{name}.json" for name in VECTORS}
    if unknown:
        sys.exit(f"files of a kind that is not known here: {sorted(unknown)}")
    for kind, control in CONTROLS.items():
        files = sorted(refused.glob(f"{kind}-*.json"))
        if not files:
            sys.exit(f"no refused inputs of the kind {kind}")
        for path in files:
            j = json.loads(path.read_text())
            report.begin(f"refused/{path.name}")
            report.same("kind", j["kind"][: len(kind)], kind)
            report.same(j["attack"], answer(kind, j["input"]), j["expected"])
            if control is not None and path.stem == control[0]:
                genuine = copy.deepcopy(j["input"])
                control[1](genuine)
                report.same("the genuine input", answer(kind, genuine) in ("Ok(())", "true"), True)
            report.end()
    sys.exit(1 if report.all else 0)


if __name__ == "__main__":
    main()
