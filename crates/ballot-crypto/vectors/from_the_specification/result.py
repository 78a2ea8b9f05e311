"""The digest of a result: A3.5, with the types of A11.8."""

import pathlib

from .group import Refused, blake2_256
from .protocol import le, unhex
from .scale import Types

PAGE = pathlib.Path(__file__).resolve().parents[4] / "docs/protocol/a11-types.md"
LONGEST_OUTCOME = 1_048_576


def types():
    return Types(PAGE.read_text(encoding="utf-8"), "#### Rules and outcomes")


def outcome_bytes(t, outcome):
    kind = t.parsed("Result<Outcome, DecideError>")
    out = t.encode(kind, outcome)
    if len(out) > LONGEST_OUTCOME:
        out = t.encode(kind, {"Ok": dict(outcome["Ok"], working=[])})
    return out


def parts(t, contest):
    """The four parts of a contest's step, by the names of the fields with their bytes."""
    marks = t.parsed("list of u64")
    member = t.parsed("Result<Filled, LotNeeded>")
    return {
        "votes scale": t.encode(t.parsed("Votes"), contest["votes"]),
        "outcome scale": outcome_bytes(t, contest["outcome"]),
        "marks scale": b"".join(t.encode(marks, region) for region in contest["marks"]),
        "members scale": b"".join(le(m["list"], 2) + t.encode(member, m["filled"]) for m in contest["members"]),
    }


def digests(t, j):
    """The digest before the first contest and after each."""
    out = [blake2_256(b"dobush/v1/result" + le(j["election"], 4))]
    for contest in j["contests"]:
        out.append(blake2_256(out[-1] + le(contest["contest"], 1) + b"".join(parts(t, contest).values())))
    return out


def verify_result(j):
    if digests(types(), j)[-1] != unhex(j["digest"]):
        raise Refused("WrongResult")


def check_result(report, j):
    t = types()
    seen = set()
    for number, election in enumerate(j):
        report.same(f"election {number}: digests", [d.hex() for d in digests(t, election)], election["digests"])
        report.same(f"election {number}: digest", election["digest"], election["digests"][-1])
        for contest in election["contests"]:
            what = f"election {number}, contest {contest['contest']}"
            made = parts(t, contest)
            if "bytes of the outcome" in contest:
                report.same(f"{what}: bytes of the outcome", len(made["outcome scale"]), contest["bytes of the outcome"])
                continue
            for name, data in made.items():
                report.same(f"{what}: {name}", data, contest[name])
            # And back: what a reader of the chain's bytes gets.
            for field, kind in (("votes", "Votes"), ("outcome", "Result<Outcome, DecideError>")):
                value, rest = t.decode(t.parsed(kind), unhex(contest[f"{field} scale"]))
                report.same(f"{what}: {field} read", (value, rest), (contest[field], b""))
            for step in contest["outcome"].get("Ok", {}).get("working", []):
                seen.add(step if isinstance(step, str) else next(iter(step)))
            regions = len(contest["votes"]["regions"])
            report.same(f"{what}: marks of every region or none", len(contest["marks"]) in (0, regions), True)
    report.same("kinds of steps", sorted(seen), sorted(t.types["Step"][1]))
