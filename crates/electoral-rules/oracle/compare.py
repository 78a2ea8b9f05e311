#!/usr/bin/env python3
"""Compares electoral-rules with counting programs that nobody here wrote, on generated elections.

    scripts/oracle [--seed N] [--elections N]

installs what this needs and runs it: from PyPI votelib (lists) and stvpoll (instant run-off, STV); from Debian
belenios-tool (Schulze, STV); and the example `decide` of this crate. Counted apart are elections in which a tie decides,
because every program has its own tie rule; elections on which the other program gives up, such as more whole quotas than
seats under Imperiali; and STV elections in which two surpluses wait at once: the other programs go on crediting votes to
a candidate who is elected and waits, the Scottish Order (rule 48(2)) does not. Exits with 1 if anything else differs.
"""
import argparse, json, random, shutil, subprocess, sys
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

import stvpoll.base
from stvpoll.exceptions import IncompleteResult
from stvpoll.irv import calculate_irv
from stvpoll.scottish_stv import calculate_scottish_stv
from stvpoll.tiebreak_strategies import TiebreakHistory
from votelib.component import divisor
from votelib.evaluate.core import VotingSystemError
from votelib.evaluate.proportional import HighestAverages, LargestRemainder
from votelib.evaluate.threshold import RelativeThreshold

LOT = {"Lot": {}}
# Our method as it is written in JSON, and votelib's evaluator. votelib gives up where Imperiali makes the quota again.
LISTS = [
    ("Hare", LargestRemainder("hare")),
    ("Droop", LargestRemainder("droop")),
    ("HagenbachBischoff", LargestRemainder("hagenbach_bischoff", on_overaward="subtract")),
    ("HagenbachBischoffRounded", LargestRemainder("hagenbach_bischoff_rounded", on_overaward="subtract")),
    ("Imperiali", LargestRemainder("imperiali")),
    ("DHondt", HighestAverages("d_hondt")),
    ("SainteLague", HighestAverages("sainte_lague")),
    ({"ModifiedSainteLague": {"first": "7/5"}},
     HighestAverages(divisor.modified_first_coef(divisor.sainte_lague, Fraction(7, 5)))),
    ({"Divisors": {"first": [1], "step": 3}}, HighestAverages("danish")),
    ({"Divisors": {"first": [2], "step": 1}}, HighestAverages("imperiali")),
]


def lists(method, evaluator):
    def election(rng):
        """Votes of a few lists, a threshold of the valid votes that some of them may miss."""
        n = rng.randint(1, 12)
        votes = [rng.randint(1, 10 ** rng.randint(2, 7)) for _ in range(n)]
        seats, per_cent = rng.randint(1, 60), rng.choice([0, 0, 3, 5, 10])
        rule = {"Lists": {"seats": seats, "method": method, "national": {"share": f"{per_cent}%", "base": "Valid"},
                          "against_all": "NotOffered", "ties": LOT}}
        region = {"votes": votes, "invalid": 0, "registered": 0}
        ours = {"rule": rule, "votes": {"options": ["List"] * n, "regions": [region]}}

        def theirs():
            all_votes = {str(i): v for i, v in enumerate(votes)}
            passed = RelativeThreshold(Fraction(per_cent, 100), accept_equal=True).evaluate(all_votes)
            if not passed:
                return "Repeat"
            quota = getattr(evaluator, "quota_function", lambda votes, seats: votes)
            taking_part = {name: all_votes[name] for name in passed}
            if any(v >= (seats + 1) * quota(sum(taking_part.values()), seats) for v in taking_part.values()):
                return None  # one list alone has more whole quotas than seats: votelib then gives it none
            try:
                won = evaluator.evaluate(taking_part, seats)
            except VotingSystemError:
                return None
            if any(not isinstance(key, str) for key in won) or sum(won.values()) != seats:
                return None  # a tie, or fewer remainders than seats
            return {"Seats": [won.get(str(i), 0) for i in range(n)]}

        return ours, theirs

    return election


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


def instant_runoff(rng):
    """Complete rankings: stvpoll takes the majority of all ballots, we of those still in play."""
    n, ballots = rankings(rng, complete=True)

    def theirs():
        votes = [(tuple(ballot["order"]), ballot["ballots"]) for ballot in ballots]
        try:
            result = calculate_irv(tuple(range(n)), votes, tiebreak_strategies=(TiebreakHistory(),))
        except IncompleteResult:
            return None
        elected = list(result)
        return {"Elected": elected[0]} if len(elected) == 1 else None

    return ranked({"InstantRunoff": {"look_back": True, "ties": LOT}}, n, ballots), theirs


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
    parser.add_argument("--decide", required=True, help="the example `decide` of this crate, built")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    kinds = {}
    for method, evaluator in LISTS:
        name = method if isinstance(method, str) else " ".join(f"{k} {list(v.values())}" for k, v in method.items())
        kinds[f"{name}, votelib"] = lists(method, evaluator)
    kinds["instant run-off, stvpoll"] = instant_runoff
    kinds["STV, stvpoll"] = stv(by_stvpoll)
    if options.belenios:
        kinds["Schulze, belenios-tool"] = schulze(options.belenios)
        kinds["STV, belenios-tool"] = stv(by_belenios(options.belenios))
    else:
        print("belenios-tool is not installed: Schulze is not compared", file=sys.stderr)
    failed = False
    print("| rule, program | the same | a tie decides, or it gives up | the rules differ | different |\n|---|---|---|---|---|")
    for kind, make in kinds.items():
        elections = [make(rng) for _ in range(options.elections)]
        lines = "".join(json.dumps(ours) + "\n" for ours, _ in elections)
        run = subprocess.run([options.decide], input=lines, capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"decide: {run.stderr}")
        same = ties = apart = 0
        for (ours, theirs), line in zip(elections, run.stdout.splitlines(), strict=True):
            outcome, expected = json.loads(line), theirs()
            if not isinstance(outcome["verdict"], str) and "Tied" in outcome["verdict"] or expected is None:
                ties += 1
            elif outcome["verdict"] == expected:
                same += 1
            elif two_surpluses_wait(outcome):
                apart += 1
            else:
                failed = True
                print(f"differs: {kind}\n  {json.dumps(ours)}\n  ours   {outcome['verdict']}\n  theirs {expected}")
        different = len(elections) - same - ties - apart
        print(f"| {kind} | {same} | {ties} | {apart} | {different} |")
        if same == 0:
            failed = True
            print(f"nothing was compared: {kind}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
