#!/usr/bin/env python3
"""Compares electoral-rules with counting programs that nobody here wrote, on generated elections.

    oracle/compare.py [--seed N] [--elections N] [--belenios PATH] [--decide PATH]

Needs from PyPI: votelib (lists), stvpoll (STV); from Debian: belenios-tool (Schulze, STV); and the example `decide`
of this crate, built by `cargo build --example decide`. Counted apart are elections in which a tie decides, because every
program has its own tie rule, and STV elections in which two surpluses wait at once: the other programs go on crediting
votes to a candidate who is elected and waits, the Scottish Order (rule 48(2)) does not. Exits with 1 if anything else
differs.
"""
import argparse, json, random, shutil, subprocess, sys
from decimal import ROUND_DOWN, Decimal

import stvpoll.base
from stvpoll.scottish_stv import calculate_scottish_stv
from stvpoll.tiebreak_strategies import TiebreakHistory
from votelib.evaluate.proportional import HighestAverages, LargestRemainder

LOT = {"Lot": {}}
# Our name of the method, and votelib's evaluator. Imperiali is left out: votelib does not make the quota again.
LISTS = {
    "Hare": LargestRemainder("hare"),
    "Droop": LargestRemainder("droop"),
    "DHondt": HighestAverages("d_hondt"),
    "SainteLague": HighestAverages("sainte_lague"),
}


def lists(rng):
    """Votes of a few lists; votelib's largest remainders need no more than one seat per remainder."""
    n = rng.randint(2, 9)
    votes = [rng.randint(1, 10 ** rng.randint(2, 7)) for _ in range(n)]
    seats = rng.randint(1, 60)
    method = rng.choice(list(LISTS))
    rule = {"Lists": {"seats": seats, "method": method, "national": {"share": "0%", "base": "Valid"},
                      "against_all": "NotOffered", "ties": LOT}}
    region = {"votes": votes, "invalid": 0, "registered": 0}
    ours = {"rule": rule, "votes": {"options": ["List"] * n, "regions": [region]}}

    def theirs():
        won = LISTS[method].evaluate({str(i): v for i, v in enumerate(votes)}, seats)
        if any(not isinstance(key, str) for key in won):
            return None  # votelib says Tie
        return {"Seats": [won.get(str(i), 0) for i in range(n)]}

    return ours, theirs


def rankings(rng, complete):
    n = rng.randint(3, 8)
    strength = [rng.random() + 0.1 for _ in range(n)]
    ballots = []
    for _ in range(rng.randint(5, 60)):
        order = sorted(range(n), key=lambda c: rng.expovariate(strength[c]))
        ballots.append({"order": order if complete else order[: rng.randint(1, n)], "ballots": rng.randint(1, 300)})
    return n, ballots


def ranked(rule, n, ballots):
    return {"rule": rule, "ranked": {"candidates": n, "withdrawn": [], "rankings": ballots, "invalid": 0, "registered": 0}}


def stv(oracle):
    def election(rng):
        n, ballots = rankings(rng, complete=False)
        seats = rng.randint(1, n - 1)
        return ranked({"Stv": {"seats": seats, "ties": LOT}}, n, ballots), lambda: oracle(n, seats, ballots)

    return election


def by_stvpoll(n, seats, ballots):
    # It rounds to five decimals where the Order (rule 48(3)) ignores the remainder.
    stvpoll.base.PreferenceBallot.__init__.__defaults__ = (lambda v: v.quantize(Decimal("0.00001"), ROUND_DOWN),)
    votes = [(tuple(ballot["order"]), ballot["ballots"]) for ballot in ballots]
    result = calculate_scottish_stv(tuple(range(n)), votes, seats, tiebreak_strategies=(TiebreakHistory(),))
    elected = set(result)
    return {"Seats": [int(c in elected) for c in range(n)]} if len(elected) == seats else None


def by_belenios(belenios):
    def oracle(n, seats, ballots):
        rows = []
        for ballot in ballots:
            ranks = [0] * n
            for rank, choice in enumerate(ballot["order"], 1):
                ranks[choice] = rank
            rows += [ranks] * ballot["ballots"]
        answer = ask(belenios, "stv", f"--nseats={seats}", rows)
        if any(event[0].startswith("Tie") for event in answer["events"]):
            return None
        return {"Seats": [int(c in answer["winners"]) for c in range(n)]}

    return oracle


def ask(belenios, method, *arguments):
    rows = json.dumps(arguments[-1])
    run = subprocess.run([belenios, "method", method, *arguments[:-1]], input=rows, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"belenios-tool: {run.stderr}")
    return json.loads(run.stdout)


def two_surpluses_wait(outcome):
    """Whether our working shows two elected candidates whose surplus is not transferred yet."""
    quota, waiting = 0, set()
    for step in outcome["working"]:
        (name, fields), = step.items() if isinstance(step, dict) else ((step, {}),)
        if name == "RankedQuota":
            quota = fields["quota"]
        elif name == "ElectedInStage" and fields["votes"] > quota * fields["scale"]:
            waiting.add(fields["option"])
        elif name == "SurplusTransferred":
            waiting.discard(fields["option"])
        if len(waiting) > 1:
            return True
    return False


def schulze(belenios):
    def election(rng):
        n, ballots = rankings(rng, complete=False)

        def theirs():
            # A rank for every choice; who is not named shares the last one.
            rows = []
            for ballot in ballots:
                ranks = [len(ballot["order"]) + 1] * n
                for rank, choice in enumerate(ballot["order"], 1):
                    ranks[choice] = rank
                rows += [ranks] * ballot["ballots"]
            first = ask(belenios, "schulze", f"--nchoices={n}", "--blank-allowed=false", rows)["winners"][0]
            return {"Elected": first[0]} if len(first) == 1 else None

        return ranked({"Schulze": {"ties": LOT}}, n, ballots), theirs

    return election


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=2020)
    parser.add_argument("--elections", type=int, default=1000, help="of each kind")
    parser.add_argument("--belenios", default=shutil.which("belenios-tool"))
    parser.add_argument("--decide", default="target/debug/examples/decide")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    kinds = {"lists, votelib": lists, "STV, stvpoll": stv(by_stvpoll)}
    if options.belenios:
        kinds["Schulze, belenios-tool"] = schulze(options.belenios)
        kinds["STV, belenios-tool"] = stv(by_belenios(options.belenios))
    else:
        print("belenios-tool is not installed: Schulze is not compared", file=sys.stderr)
    failed = False
    for kind, make in kinds.items():
        elections = [make(rng) for _ in range(options.elections)]
        lines = "".join(json.dumps(ours) + "\n" for ours, _ in elections)
        run = subprocess.run([options.decide], input=lines, capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"decide: {run.stderr}")
        same = ties = apart = 0
        for (ours, theirs), line in zip(elections, run.stdout.splitlines(), strict=True):
            outcome, expected = json.loads(line), theirs()
            if "Tied" in outcome["verdict"] or expected is None:
                ties += 1
            elif outcome["verdict"] == expected:
                same += 1
            elif two_surpluses_wait(outcome):
                apart += 1
            else:
                failed = True
                print(f"differs: {kind}\n  {json.dumps(ours)}\n  ours   {outcome['verdict']}\n  theirs {expected}")
        different = len(elections) - same - ties - apart
        print(f"{kind}: {same} the same, {ties} decided by a tie, {apart} where the rules differ, {different} different")
    sys.exit(failed)


if __name__ == "__main__":
    main()
