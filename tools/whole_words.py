"""Which words come apart in glued text: ``python -m tools.whole_words WORDS --language en``.

``WORDS`` holds a word a line. Each that the word list does not know, and that can be read as two known ones, is put
into glued pages of our own (``corpus_samples/pages``), as it is and with a capital, and printed if it does not stay
whole in all of them. Where each word has how often it is met behind it (a share of all words), those are printed, and
not tried, that are met ten times as often as their parts would meet by chance. What is printed is for reading:
``data/<language>/whole_words.txt`` takes what is one word.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import pairwise
from math import prod
from multiprocessing import get_context
from pathlib import Path

import cleantext
from cleantext.models.splits import best_split
from cleantext.text.lexicon import Lexicon, lexicon
from tools.own_pages import flat, pages

SHORTEST = 4  # letters
EVERY = 8  # blanks: one new word at most
AT_ONCE = 40  # new words in a page
TIMES = 12  # pages that a word is put into
OFTENER, RARELY = 10, 1e-8  # than by chance; how often what is not in the list is met
FORM = "glued"


def candidates(words: Sequence[str], known: Lexicon, language: str) -> Iterator[str]:
    """The words, and the same with a capital, that the word list does not know and that could be two."""
    for word in words:
        if word.isalpha() and len(word) >= SHORTEST and word.lower() not in known:
            forms = {word.lower(), word.capitalize()}
            yield from (form for form in sorted(forms) if best_split(form, known, {}, language))


def wholes(met: Mapping[str, float], known: Lexicon, language: str, count: int) -> Iterator[str]:
    """Those of the first words that could be two, and are met oftener than these would meet by chance.

    >>> words = {"the": 0.05, "harbour": 1e-4, "theharbour": 1e-6, "of": 0.03, "ten": 1e-4, "often": 1e-4}
    >>> list(wholes(words, {word: 2_500 for word in ("the", "harbour", "of", "ten")}, "en", 6))
    ['often']
    """
    for word in dict.fromkeys(form.lower() for form in candidates(list(met)[:count], known, language)):
        readings = {best_split(form, known, {}, language) for form in (word, word.capitalize())} - {()}
        parts = ([word[a:b] for a, b in pairwise((0, *cuts, len(word)))] for cuts in readings)
        if met[word] > OFTENER * max(prod(met.get(part, RARELY) for part in own) for own in parts):
            yield word


def broken(language: str, words: Sequence[str], seed: int) -> set[str]:
    """Which of the words do not stay whole, each put into one page."""
    rng = random.Random(seed)
    texts = [flat(page, FORM).text for page in pages() if page.language == language]
    left, found = rng.sample(words, len(words)), set[str]()
    while left:
        text = rng.choice(texts)
        blanks = [i for i, c in enumerate(text[1:-1], 1) if c == " " and (text[i - 1] + text[i + 1]).islower()]
        count = min(len(blanks) // EVERY, AT_ONCE, len(left))
        put, left = left[:count], left[count:]
        for at, word in sorted(zip(rng.sample(blanks, count), put, strict=True), reverse=True):
            text = f"{text[:at]} {word}{text[at:]}"
        whole = set(cleantext.clean(text, "gentle").split())
        found.update(word for word in put if word not in whole)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--count", type=int, default=80_000, help="of words that have how often they are met")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    rows = [line.split() for line in args.words.read_text("utf-8").splitlines() if line.strip()]
    if all(len(row) > 1 for row in rows):
        met = {word: float(share) for word, share, *_ in rows}
        print("\n".join(wholes(met, lexicon(args.language), args.language, args.count)))
        return
    listed = [word for word, *_ in rows]
    words = list(candidates(listed, lexicon(args.language), args.language))
    with ProcessPoolExecutor(max_workers=args.jobs, mp_context=get_context("fork")) as pool:
        found = set[str]().union(*pool.map(partial(broken, args.language, words), range(TIMES)))
    lows = {word.lower() for word in found}
    print("\n".join(dict.fromkeys(word.lower() for word in listed if word.lower() in lows)))


if __name__ == "__main__":
    main()
