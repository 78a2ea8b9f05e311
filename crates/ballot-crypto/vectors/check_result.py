"""A3.5 for check.py, which runs this after its own part: the digest of a result from the bytes of its parts.

Of these bytes it makes votes, marks, verdicts and the members' lists itself; of a working it takes the bytes as they are (the
verifier written from the specification makes them too)."""
from __main__ import blake, compact, glob, here, json, le, os, raw, read, same

KINDS = ["List", "Candidate", "AgainstAll", "Woman", "Man"]
VERDICTS = ["Seats", "Elected", "Repeat", "Tied", "Runoff", "NoQuorum", "NotAdopted"]


def numbers(items, size):
    return compact(len(items)) + b"".join(le(n, size) for n in items)


def votes_bytes(votes):
    regions = b"".join(numbers(r["votes"], 8) + le(r["invalid"], 8) + le(r["registered"], 8) for r in votes["regions"])
    options = b"".join(le(KINDS.index(kind), 1) for kind in votes["options"])
    return compact(len(votes["options"])) + options + compact(len(votes["regions"])) + regions


def verdict_bytes(verdict):
    name, fields = (verdict, None) if isinstance(verdict, str) else next(iter(verdict.items()))
    of = {
        "Seats": lambda: numbers(fields, 4), "Elected": lambda: le(fields, 2), "Runoff": lambda: numbers(fields, 2),
        "Tied": lambda: numbers(fields["options"], 2) + le(fields["places"], 4),
    }
    return le(VERDICTS.index(name), 1) + (b"" if fields is None else of[name]())


def head(outcome):
    """An outcome up to its working, and the number of steps; nothing but the variant of a reason without outcome."""
    if "Err" in outcome:
        return b"\1"
    found = outcome["Ok"]
    sums = b"".join(le(found[name], 8) for name in ("participants", "valid", "invalid", "registered"))
    return b"\0" + sums + verdict_bytes(found["verdict"]) + compact(steps(found["working"]))


def steps(working):
    return working["times"] if isinstance(working, dict) else len(working)


def outcome_bytes(contest):
    if "outcome scale" in contest:
        found = raw(contest["outcome scale"])
        same("head of an outcome", found[:len(head(contest["outcome"]))].hex(), head(contest["outcome"]).hex())
        return found
    # Too long to be written down: many times the step NoVotes, a byte each.
    working = contest["outcome"]["Ok"]["working"]
    same("step", working["step"], "NoVotes")
    found = head(contest["outcome"]) + b"\2" * working["times"]
    if len(found) > 1024 * 1024:
        short = {**contest["outcome"]["Ok"], "working": []}
        found = head({"Ok": short})
    same("bytes of the outcome", len(found), contest["bytes of the outcome"])
    return found


def member_bytes(member):
    """Up to the working."""
    filled = member["filled"]
    if "Err" in filled:
        return le(member["list"], 2) + b"\1" + numbers(filled["Err"]["candidates"], 2) + le(filled["Err"]["places"], 4)
    found = filled["Ok"]
    return le(member["list"], 2) + b"\0" + numbers(found["elected"], 2) + le(found["vacant"], 4) + compact(len(found["working"]))


def digests(election):
    out = [blake(b"dobush/v1/result" + le(election["election"], 4))]
    for c in election["contests"]:
        same("votes", votes_bytes(c["votes"]).hex(), c["votes scale"])
        same("marks", b"".join(numbers(marks, 8) for marks in c["marks"]).hex(), c["marks scale"])
        at = -1
        for member in c["members"]:
            at = c["members scale"].find(member_bytes(member).hex(), at + 1)
            same("members in their order", at >= 0, True)
        parts = raw(c["votes scale"]) + outcome_bytes(c) + raw(c["marks scale"]) + raw(c["members scale"])
        out.append(blake(out[-1] + le(c["contest"], 1) + parts))
    return [d.hex() for d in out]


for election in read("result.json"):
    same("digests", digests(election), election["digests"])
    same("digest", election["digests"][-1], election["digest"])

for name in sorted(glob.glob(os.path.join(here, "refused", "result-*.json"))):
    case = json.load(open(name, encoding="utf-8"))
    shown = digests(case["input"])[-1]
    same(os.path.basename(name), "Ok(())" if shown == case["input"]["digest"] else "Err(WrongResult)", case["expected"])
