"""How much of an article is lost on a page of another site: ``python -m tools.score_crossed PATH_TO_FLATNEWS``.

The body of each page of dev, with what stands between its paragraphs, takes the place of another page's, so that it
stands under other menus and above other lists than any model or rule has seen it. Lost is the share of its sentences
that ``news`` does not keep, by the shipped models. A page that loses much more than at home shows a rule that goes too
far; ``--worst`` lists such.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from statistics import mean
from typing import NamedTuple

import cleantext
from tools import report_quality
from tools.flatnews import Record, load

FORMS = ("page_lines", "page_natural")
_LONGEST, _LEAST = 40_000, 600  # characters of a page, and of its body
_BEGINNING, _END = 40, 30  # characters by which the first and the last paragraph are found
_SENTENCE, _PARAGRAPH = 25, 60  # characters of what is looked for
_SENTENCES = re.compile(r"(?<=[.!?。])\s+")
_NO_LETTERS = re.compile(r"\W+")


class Parts(NamedTuple):
    """A page: what stands before, within and behind its body, and the paragraphs of this."""

    name: str
    language: str
    before: str
    within: str
    behind: str
    paragraphs: Sequence[str]


def parts_of(record: Record, form: str) -> Parts | None:
    """A page in parts, if its body is found in its text and long enough."""
    text = record["texts"].get(form) or ""
    body = [block["text"] for block in record["blocks"] if block["type"] == "body"]
    starts = [at for paragraph in body if (at := text.find(paragraph[:_BEGINNING])) >= 0]
    ends = [at + _END for paragraph in body if (at := text.find(paragraph[-_END:])) >= 0]
    if not starts or not ends or len(text) > _LONGEST or sum(map(len, body)) < _LEAST or max(ends) <= min(starts):
        return None
    first, last = min(starts), max(ends)
    found = [paragraph for paragraph in body if len(paragraph) >= _PARAGRAPH and paragraph[:_BEGINNING] in text]
    return Parts(record["id"], record["lang"], text[:first], text[first:last], text[last:], found)


def lost(pair: tuple[Parts, Parts]) -> float:
    """The share of the second page's body (0 to 1) that is lost between what stands around the first's."""
    around, page = pair
    kept = _NO_LETTERS.sub("", cleantext.clean(around.before + page.within + around.behind))
    whole = missed = 0
    for paragraph in page.paragraphs:
        sentences = [s for s in _SENTENCES.split(paragraph) if len(s) > _SENTENCE] or [paragraph]
        whole += sum(map(len, sentences))
        missed += sum(len(s) for s in sentences if _NO_LETTERS.sub("", s) not in kept)
    return missed / whole if whole else 0.0


def pairs(pages: Sequence[Parts], *, seed: int, times: int, same_language: bool) -> Iterator[tuple[Parts, Parts]]:
    """Each page so many times with another, of its own language where there is one, or of any."""
    chance, groups = Random(seed), defaultdict(list)
    for page in pages:
        groups[page.language if same_language else ""].append(page)
    for page in pages:
        others = [other for other in groups[page.language if same_language else ""] if other is not page]
        yield from ((chance.choice(others), page) for _ in range(times if others else 0))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, help="the folder of flatnews")
    parser.add_argument("--times", type=int, default=3, help="pages that each body is put into")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worst", type=int, default=0, help="list so many that lose most")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--write", action="store_true", help="write the table into docs/quality.md")
    args = parser.parse_args()
    records = load(args.path / "dev.jsonl.gz")
    lines = ["| | pages | lost at home | on another page | of another language |", "|---|---|---|---|---|"]
    with ProcessPoolExecutor(args.jobs) as pool:
        for form in FORMS:
            pages = [parts for record in records if (parts := parts_of(record, form))]
            shares = [mean(pool.map(lost, [(page, page) for page in pages], chunksize=4))]
            for same in (True, False):
                crossed = list(pairs(pages, seed=args.seed, times=args.times, same_language=same))
                found = list(pool.map(lost, crossed, chunksize=4))
                shares.append(mean(found))
                for share, k in sorted(zip(found, range(len(crossed)), strict=True), reverse=True)[: args.worst]:
                    print(f"{form}: {share:.2f} of {crossed[k][1].name} in {crossed[k][0].name}")
            lines.append(f"| {form} | {len(pages)} | {' | '.join(f'{100 * share:.1f}' for share in shares)} |")
    print("\n".join(lines))
    if args.write:
        report_quality.put("crossed", lines)


if __name__ == "__main__":
    main()
