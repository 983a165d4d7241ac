"""How often authors and dates are read right from bylines and stamps: ``python -m tools.score_facts dev.jsonl.gz``.

The blocks are given as the markup labels them, so this measures the reading of bylines and stamps, not their finding.
A date is right when it is the truth's minute, or its day where the text gives no time. Where one of the two has no
zone, whole quarters of an hour up to 14 hours may lie between them: many publishers state local time as UTC.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from cleantext.text.facts import facts_of
from cleantext.text.names import agency

ROLES = {"title": "headline", "time": "stamp", "other": "furniture"}
_MINUTE, _STEP, _FURTHEST = timedelta(minutes=1), timedelta(minutes=15), timedelta(hours=14)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.score_facts", description=__doc__)
    parser.add_argument("path", help="labelled pages, dev.jsonl.gz")
    parser.add_argument("--page", action="store_true", help="the whole page instead of the article element")
    parser.add_argument("--misses", action="store_true", help="print what was read wrong or not at all")
    options = parser.parse_args(arguments)
    tallies = {"authors": Counter[str](), "published": Counter[str]()}
    for record in _records(options.path):
        blocks = _blocks(record["page_segments" if options.page else "segments"])
        found = facts_of(blocks, {"language": record["lang"], "url": record["url"]})
        for name, verdict in (
            ("authors", authors_verdict(record, blocks, found)),
            ("published", date_verdict(record, blocks, found)),
        ):
            tallies[name][verdict] += 1
            if options.misses and verdict in ("wrong", "nothing"):
                print(name, verdict, record["id"], record[name], found[name], found["source"], found["updated"])
    sys.stdout.write("".join(_rows(tallies)))
    return 0


def _records(path: str) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        records = map(json.loads, stream)
        yield from (r for r in records if not r.get("suspect"))


def _blocks(segments: Iterable[dict[str, Any]]) -> list[tuple[str, str]]:
    named = ((ROLES.get(s["label"], s["label"]), s["text"]) for s in segments)
    return [(role, text) for role, text in named if role != "furniture"]


def authors_verdict(record: dict[str, Any], blocks: list[tuple[str, str]], found: dict[str, Any]) -> str:
    """Right, wrong or nothing; "unsaid" where no byline holds the truth's first name."""
    truth = {_plain(a) for a in record["authors"]}
    said = _plain(" ".join(text for role, text in blocks if role in ("byline", "stamp")))
    authors, source = {_plain(a) for a in found["authors"]}, _plain(found["source"] or "")
    if authors <= truth and all(t in authors or (source and (source in t or t in source)) for t in truth):
        return "right"
    if not any(t in said for t in truth):
        return "unsaid"
    return "wrong" if authors else "nothing"


def _plain(name: str) -> str:
    return (agency(name) or name).casefold().removeprefix("the ").replace("’", "'")


def date_verdict(record: dict[str, Any], blocks: list[tuple[str, str]], found: dict[str, Any]) -> str:
    """Right, wrong or nothing; "unsaid" where no stamp or byline says when the article was published."""
    truth = datetime.fromisoformat(record["published"])
    if found["published"] is None:
        said = " ".join(text for role, text in blocks if role in ("byline", "stamp"))
        return "nothing" if str(truth.year) in said and not found["updated"] else "unsaid"
    read = datetime.fromisoformat(found["published"])
    if "T" not in found["published"] or not (truth.hour or truth.minute):
        return "right" if abs(read.date() - truth.date()).days <= (1 if truth.tzinfo else 0) else "wrong"
    if read.tzinfo and truth.tzinfo:
        return "right" if abs(read - truth) < _MINUTE else "wrong"
    apart = abs(read.replace(tzinfo=None) - truth.replace(tzinfo=None, second=0, microsecond=0))
    return "right" if apart <= _FURTHEST and apart % _STEP < _MINUTE else "wrong"


def _rows(tallies: dict[str, Counter[str]]) -> Iterator[str]:
    yield f"{'':10}{'said':>6}{'right':>7}{'wrong':>7}{'nothing':>9}{'share right':>13}\n"
    for name, tally in tallies.items():
        said = tally.total() - tally["unsaid"]
        share = 100 * tally["right"] / said
        yield f"{name:10}{said:>6}{tally['right']:>7}{tally['wrong']:>7}{tally['nothing']:>9}{share:>12.1f}%\n"


if __name__ == "__main__":
    sys.exit(main())
