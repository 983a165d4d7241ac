"""Counting words for the lexicons, so that any publisher can be left out again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log2

from cleantext.models.splits import best_split
from cleantext.text.language import language_of
from cleantext.text.lexicon import SHARES, band_of, code, ends_class, starts_class
from tools.flatnews import Record, publisher, texts_of

_RUN = re.compile(r"[^\W\d_]+")
_MERGE = {"nb": "no", "nn": "no"}
_SENTENCE = 6  # words that a line needs to be counted: menus teach no case
_GLUED = re.compile(r"[a-z]{2}[.,]?[A-Z]")
TOP = 20_000
WHOLE = 12_000  # rarer words that could be taken for two
_MIN_SOURCES, _MIN_DOCUMENTS = 2, 4
_DOCUMENTS, _END = 3, 4  # where a publisher's own counts have these
_MARKS = frozenset(".,;:!?…")
_PRIOR, _USUAL_START, _USUAL_END = 3, 0.2, 0.14  # places that every word is taken to have been met at, and how


def language(record: Record, text: str) -> str:
    """The language that a record says it has, or the one that it looks like."""
    known = str(record.get("lang") or "")
    return _MERGE.get(known, known) or language_of(text)


class Counts:
    """How often each word is written small, capitalised in mid-sentence, at a start and before an end, by publisher."""

    def __init__(self) -> None:
        self.small: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()
        self.start: Counter[str] = Counter()
        self.end: Counter[str] = Counter()
        self.documents: Counter[str] = Counter()
        self.sources: dict[str, set[str]] = defaultdict(set)
        self.clean: Counter[str] = Counter()  # documents whose text has lost no blank
        self.own: dict[str, dict[str, list[int]]] = defaultdict(dict)

    def add(self, source: str, text: str, clean: bool = False) -> None:
        own = self.own[source]
        seen = set()
        for line in text.split("\n"):
            tokens = line.split()
            if len(tokens) < _SENTENCE:
                continue
            mid = False
            for k, token in enumerate(tokens, 1):
                runs = _RUN.findall(token)
                ends = token[-1] in _MARKS or k == len(tokens)
                for n, run in enumerate(runs):
                    word = run.lower()
                    if run.islower():
                        kind = 0
                    elif run[1:].islower() or len(run) == 1:
                        kind = 1 if mid or n else 2
                    else:
                        continue
                    (self.small, self.capital, self.start)[kind][word] += 1
                    mine = own.setdefault(word, [0, 0, 0, 0, 0])
                    mine[kind] += 1
                    if ends and n + 1 == len(runs):
                        self.end[word] += 1
                        mine[_END] += 1
                    seen.add(word)
                mid = token[-1].isalpha() or token[-1] in ",’'"
        for word in seen:
            self.documents[word] += 1
            self.sources[word].add(source)
            own[word][_DOCUMENTS] += 1
            self.clean[word] += clean

    def size(self) -> int:
        return sum(self.small.values()) + sum(self.capital.values()) + sum(self.start.values())

    def value(self, word: str, size: int, without: str = "") -> int:
        """The lexicon's value for a word, without one publisher's own counts; -1 where too few use it."""
        documents = self.documents.get(word, 0)
        if not documents:
            return -1
        mine = self.own.get(without, {}).get(word, (0, 0, 0, 0, 0))
        sources = len(self.sources[word]) - (mine[_DOCUMENTS] > 0)
        if sources < _MIN_SOURCES and documents - mine[_DOCUMENTS] < _MIN_DOCUMENTS:
            return 0 if word in self.clean and self.clean[word] - mine[_DOCUMENTS] > 0 else -1
        small, capital, start = self.small[word] - mine[0], self.capital[word] - mine[1], self.start[word] - mine[2]
        count = small + capital + start
        if not count:
            return -1
        band = max(0, min(15, round(log2(count / max(size, 200_000) * 2e6)) - 1))
        known = small + capital
        share = round((SHARES - 1) * (small + 0.5 * (not known)) / (known or 1))
        starts = (start + _PRIOR * _USUAL_START) / (start + capital + _PRIOR)
        ends = (self.end[word] - mine[_END] + _PRIOR * _USUAL_END) / (count + _PRIOR)
        return code(band, share, starts_class(starts), ends_class(ends))


class Held:
    """A lexicon without one publisher's counts."""

    def __init__(self, counts: Counts, without: str) -> None:
        self._counts, self._without, self._size = counts, without, counts.size()
        self._cache: dict[str, int] = {}
        self._known = sum(
            len(counts.sources[word]) >= _MIN_SOURCES or n >= _MIN_DOCUMENTS for word, n in counts.documents.items()
        )

    def get(self, word: str, default: int = -1, /) -> int:
        value = self._cache.get(word)
        if value is None:
            value = self._cache[word] = self._counts.value(word, self._size, self._without)
        return default if value < 0 else value

    def __len__(self) -> int:
        return self._known

    def __contains__(self, word: str) -> bool:
        return self.get(word) >= 0


def _is_clean(record: Record, text: str) -> bool:
    """Whether a text has kept its blanks: markup has, and so has a scrape without glued sentence ends."""
    return "segments" in record or ("text" in record and len(_GLUED.findall(text)) <= len(text) / 5000)


def count(records: Iterable[Record]) -> dict[str, Counts]:
    """The counts of every language met."""
    found: dict[str, Counts] = defaultdict(Counts)
    for record, text in texts_of(records):
        found[language(record, text)].add(publisher(record), text, _is_clean(record, text))
    return found


def build(counts: Counts, top: int = TOP) -> dict[str, int]:
    """The lexicon to ship: the commonest words of more than one source, and rarer ones that look like two."""
    size = counts.size()
    ranked = sorted((w for w in counts.documents if len(w) < 30), key=lambda w: (-counts.documents[w], w))
    table: dict[str, int] = {}
    rare = []
    for word in ranked:
        value = counts.value(word, size)
        if band_of(value) > 0 and len(table) < top:
            table[word] = value
        elif value >= 0:
            rare.append(word)
    return table | dict.fromkeys([w for w in rare if len(w) > 3 and best_split(w, table, {})][:WHOLE], 0)
