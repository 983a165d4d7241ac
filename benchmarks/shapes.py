"""Whether a megabyte always costs the same: by the size of a document, and by what it is made of.

The texts are made: words (in Japanese, characters) that follow each other as in the golden corpus, never twice the same
text, so that no word list, memo or search for repetitions has it easier in a large document than in a small one.
"""

from __future__ import annotations

import base64
import random
import re
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from benchmarks.measuring import Work, in_turn, over, ratio, table
from benchmarks.peers import NEWS, OWN
from benchmarks.varied import articles

Figures = dict[str, Any]

KILO, MEGA = 1_000, 1_000_000
SMALL, LARGE, HUGE = (KILO, 10 * KILO, 100 * KILO, MEGA), (10 * MEGA,), (100 * MEGA,)
LEAST = 200 * KILO  # bytes of text in a round, in as many documents as that takes
YARDSTICK = (100 * KILO, "many lines")
KIND_SIZE = 50 * KILO
FORMS = {"one line": " ", "many lines": "\n"}

_GLUED = re.compile(r"(?<=[.!?”]) ")


# --- texts ------------------------------------------------------------------------------------------------------------


@cache
def followers(language: str) -> dict[str, list[str]]:
    """What follows each word in the body of a language's samples; what follows "" begins a paragraph, "" ends it."""
    found = defaultdict(list)
    for article in articles():
        if article.name.startswith(f"{language}-"):
            for role, text in article.blocks:
                words = (text if language == "ja" else text.split()) if role == "body" else ()
                for one, other in pairwise(["", *words, ""]):
                    found[one].append(other)
    return dict(found)


def paragraphs(chance: random.Random, language: str = "en") -> Iterator[str]:
    """Paragraphs without end."""
    follow, blank = followers(language), "" if language == "ja" else " "
    while True:
        words, word = [], chance.choice(follow[""])
        while word:
            words.append(word)
            word = chance.choice(follow[word])
        if words:
            yield blank.join(words)


def prose(size: int, chance: random.Random, between: str = "\n", language: str = "en") -> str:
    """So many bytes of paragraphs, about."""
    some: list[str] = []
    left, every = size, paragraphs(chance, language)
    while left > 0:
        some.append(next(every))
        left -= len(some[-1].encode()) + len(between)
    return between.join(some).encode()[:size].decode(errors="ignore")


def _numbers(size: int, chance: random.Random) -> str:
    return " ".join(str(chance.randrange(10 ** chance.randint(1, 8))) for _ in range(size))[:size]


Maker = Callable[[int, random.Random], str]
PROSE = "clean prose"
KINDS: dict[str, Maker] = {
    PROSE: prose,
    "every sentence glued": lambda size, chance: _GLUED.sub("", prose(size, chance, "")),
    "base64": lambda size, chance: base64.b64encode(chance.randbytes(size * 3 // 4)).decode(),
    "digits": _numbers,
    "all capitals": lambda size, chance: prose(size, chance).upper(),
    "Japanese": lambda size, chance: prose(size, chance, language="ja"),
    "`aA`": lambda size, _: "aA" * (size // 2),
}


# --- measured ---------------------------------------------------------------------------------------------------------


def measure_kinds(runs: int) -> Figures:
    """Seconds by kind of text, a document of it a round."""
    texts = {kind: [[make(KIND_SIZE, random.Random(turn))] for turn in range(runs + 1)] for kind, make in KINDS.items()}
    works = {kind: over(rounds, OWN[NEWS]()) for kind, rounds in texts.items()}
    seconds = in_turn(works, runs)
    characters = {kind: statistics.mean(len(text) for (text,) in rounds) for kind, rounds in texts.items()}
    bytes_ = {kind: statistics.mean(len(text.encode()) for (text,) in rounds) for kind, rounds in texts.items()}
    return {"runs": runs, "seconds": seconds, "characters": characters, "bytes": bytes_}


def measure_sizes(runs: int, *, huge: bool) -> Figures:
    """Seconds a megabyte by size of document and form, and the yardstick's in the same rounds."""
    found: Figures = {"runs": runs, "sizes": {}}
    for sizes, turns in [(SMALL, runs), (LARGE, 1), *([(HUGE, 1)] if huge else [])]:
        cases = {YARDSTICK, *((size, form) for size in sizes for form in FORMS)}
        times = in_turn({case: _work(*case, turns) for case in sorted(cases)}, turns)
        costs = {case: [seconds / max(LEAST, case[0]) for seconds in taken] for case, taken in times.items()}
        for size in sizes:
            found["sizes"][size] = {form: _cost(costs[size, form], costs[YARDSTICK]) for form in FORMS}
    return found


def _cost(costs: list[float], base: list[float]) -> Figures:
    return {"s/MB": statistics.median(costs) * MEGA, "of 100 kB": ratio(costs, base)}


def _work(size: int, form: str, turns: int) -> Work:
    return over([_documents(size, form, turn) for turn in range(turns + 1)], OWN[NEWS]())


def _documents(size: int, form: str, turn: int) -> list[str]:
    if turn == 0 and size > MEGA:  # a large one needs no warming up
        return []
    return [prose(size, random.Random(f"{form} {turn} {n}"), FORMS[form]) for n in range(max(1, LEAST // size))]


# --- shown ------------------------------------------------------------------------------------------------------------


def page_kinds(found: Figures) -> dict[str, str]:
    """The table of kinds."""
    seconds, head = found["seconds"], ["", "s/MB", "a byte, of clean prose", "a character, of clean prose"]
    rows = [[kind, *_costs(found, kind)] for kind in seconds]
    said = (
        f"{NEWS}, a document of {KIND_SIZE // KILO} kB of each kind in each round; medians of {found['runs']} rounds.\n"
        f"{found['state']}."
    )
    return {"kinds": f"{said}\n\n{table(head, rows)}"}


def _costs(found: Figures, kind: str) -> list[float]:
    seconds, base = found["seconds"][kind], found["seconds"][PROSE]
    more = ratio(seconds, base)
    sizes = [found[unit][PROSE] / found[unit][kind] for unit in ("bytes", "characters")]
    return [statistics.median(seconds) / found["bytes"][kind] * MEGA, *(more * size for size in sizes)]


def page_sizes(found: Figures) -> dict[str, str]:
    """The table of sizes."""
    head = ["document", *(f"{form}, {what}" for form in FORMS for what in ("s/MB", "of 100 kB"))]
    rows = [
        [_size(size), *(cost for form in FORMS for cost in forms[form].values())]
        for size, forms in found["sizes"].items()
    ]
    said = (
        f"{NEWS} on clean prose: seconds a megabyte, and that as multiple of what documents of 100 kB in many lines\n"
        f"take in the same round; medians of {found['runs']} rounds, from 10 MB on one. {found['state']}."
    )
    return {"sizes": f"{said}\n\n{table(head, rows)}"}


def _size(size: int) -> str:
    return f"{size // MEGA} MB" if size >= MEGA else f"{size // KILO} kB"
