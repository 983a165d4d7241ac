"""Twice the article takes twice the work, whatever it is made of; work is counted as calls, so nothing here can flake.

What happens inside one call, a regular expression for instance, is not seen here but in ``test_linear.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count, islice
from time import process_time
from typing import Any

import pytest

from cleantext.chain import Chain, Link
from cleantext.config import preset_chain
from cleantext.document import Document
from cleantext.steps import STEPS, repeats
from counting import calls

FEW, MANY = 40, 320  # blocks
SLACK = 2.0  # times the eight of a linear law, for what begins with a certain size; a square law counts 64
MORE = 3200  # blocks, for what grows faster from few to many: it may only have begun
HUGE = 100_000  # blocks, where time is measured
TIME_SLACK = 2.0

_WORDS = "ferry harbour owner engine council island captain storm repair school letter bridge winter market".split()


def _say(n: int, words: int = 9) -> str:
    """A sentence that is always another."""
    return " ".join(_WORDS[(n * k + n // k) % len(_WORDS)] for k in range(1, words + 1)).capitalize() + f" {n}."


# What a page of many blocks may hold, block by block.
BLOCKS: dict[str, Callable[[int], str]] = {
    "tiny blocks": lambda n: f"{_WORDS[n % len(_WORDS)]}",
    "one letter": lambda n: "Aa1.“"[n % 5],
    "sentences": _say,
    "near-duplicates": lambda n: f"The ferry to the outer islands will run again on Monday, its owner said {n}.",
    "near-duplicates without a stop": lambda n: f"The ferry to the outer islands will run again, its owner said {n}",
    "one caption": lambda _: "A view of the ferry at its dock in the harbour (Photo: Nils Moe)",
    "captions": lambda n: f"{_say(n).rstrip('.')} (Photo: Nils Moe)",
    "body and its copies": lambda n: _say(n // 2) if n % 2 else _say(n // 2).rstrip("."),
    "bylines": lambda n: f"By {_WORDS[n % 14].capitalize()} {_WORDS[n // 14 % 14].capitalize()}son",
    "one long byline": lambda n: f"By {' and '.join([_WORDS[(n + k) % 14].capitalize() for k in range(40)])}",
    "dates": lambda n: f"Published: {n % 24:02}:{n % 60:02}, {n % 28 + 1} November {1990 + n % 40}",
    "menu": lambda n: f"{_WORDS[n % 14].capitalize()} | {_WORDS[n // 14 % 14].capitalize()}",
    "quotes": lambda n: f"“{_say(n)}” he said" + '"' * (n % 3),
    "headings": lambda n: f"{_WORDS[n % 14].upper()} {_WORDS[n // 14 % 14].upper()} {n}",
    "abbreviations": lambda n: f"He met both the U.S.\n\nand Mr. A. B. {n}",
    "entities": lambda n: f"The ferry &amp; its crew&#8217;s engine{n}Â£5",
    "no capitals": lambda n: f"船は月曜日に{n}再び運航する。",
    "Markdown": lambda n: f"* [{_say(n)}](/{n}) ![Quay {n}](/{n}.jpg) **at {n}** *dusk",
    "emphasis": lambda n: f"*{_WORDS[n % 14]} {_WORDS[n // 14 % 14]}_ {n} **{_WORDS[n % 13]}",
    "quoted lines": lambda n: f"> {_say(n, 12)}" if n % 9 else ">",
    "takes and filed signs": lambda n: f"{_say(n)} (MORE) {_say(n + 1)} NYT-03-12-99 2051 (({n} desk)) ada/bo/qui",
    "releases": lambda n: f"{_say(n)} (ots) About Isle {n} Isle {n} sails. Media Contact: {n} #Isle #Ferry",
    "feet of pages": lambda n: f"{_say(n)} https://isle.example/a {n + 1}/{MANY}",
    "bulleted sentences": lambda n: f"• {_say(n)}" if n % 7 else f"{_say(n)[:-1]} this:",
    "capitals on wrapped lines": lambda n: _say(n, 14).upper() if n % 3 == 2 else _say(n, 9)[:-1].upper(),
    "jump lines": lambda n: f"{_say(n)[:-1]} half of its thick-" if n % 2 else f"See FERRY, Page A{n}",
    "sign-offs": lambda n: f"{_say(n)} (Ada Quill, {n % 28 + 1}.5.2024)",
    "joined signs": lambda n: f"{_say(n)}ada/dpa/afp {n}/{n} und/oder/auch",
    "credits": lambda n: f"{_say(n)} (Ada Quill/Reuters) © Bo Tern {n} Foto: Quill/dpa",
    "running credits": lambda n: f"{_say(n).rstrip('.')} AFP/Bo Tern Photo: Ada Quill (Cy Vole/Reuters)",
    "labelled pictures": lambda n: f"{_say(n)} Image source, Getty Images Image caption, The dock at {n}",
    "repeated names": lambda n: f"{_say(n)[:-1]} of {_WORDS[n % 14].capitalize()}{_WORDS[n // 14 % 14].capitalize()}.",
    "ingredients": lambda n: f"{n} g {_WORDS[n % 14]}" if n % 50 else _say(n),
    "slides": lambda n: f"{n + 1}/{HUGE} {_say(n)}",
    "headings between hyphens": lambda n: f"{_say(n)}- A {_WORDS[n % 14]} -",
    "datelines": lambda n: f"{_WORDS[n % 14].upper()}, Norway (Reuters) - {_say(n)}",
    "datelines without a dash": lambda n: f"Port {_WORDS[n % 14].capitalize()} (CNN)T{_say(n)[1:]}",
    "Korean datelines": lambda n: f"해녀들 {n}[누리통신 자료사진](제주=연합뉴스) 고은별 기자 = {n}일 열었다.",
    "reports": lambda n: f"{_say(n)} Reporting by Ada Quill and Bo Tern in Oslo; Editing by Cy {n}",
    "glued menus": lambda n: f"船は{n}日に戻った。コメントを書くシェアする最新記事{n}関連記事ログイン",
    "other matter": lambda n: _say(n) if n % 3 else f"Most read\n\nStory continues below advertisement {n}",
    "boxes": lambda n: "Most read" if n % 4 == 3 else _say(n, 40),
    "turns": lambda n: f"{'Quill' if n % 2 else 'ISLE NEWS'}:{_say(n)}",
    "speakers": lambda n: _say(n) if n % 2 else ("Q.", "A.")[n // 2 % 2],
    "lists": lambda n: f"{_say(n, 20)[:-1]}:" if n % 5 == 0 else f"{n} {_WORDS[n % 14]}s",
    "questions": lambda n: f"{_say(n)[:-1]}?" if n % 2 else _say(n, 30),
    "contractions": lambda n: f"{_WORDS[n % 14]}’s{_WORDS[n // 14 % 14]} {_say(n)}",
    "amounts": lambda n: f"Sh{n} R{n}bn {n}kr {_WORDS[n % 14]}",
    "quotations that go on": lambda n: f"“{_say(n)}",
    "stray quotes": lambda n: f'A "{_WORDS[n % 14]} {n}."The Watch" {_say(n)}',
    "starts in mid-line": lambda n: f"Röda tröjor vid kajen {n} Hon säger att färjan är tillbaka",
    "particles": lambda n: ("港は", "島", f"と{n}", "丘", "に船を出す。")[n % 5],
    "biographies": lambda n: "By Ada Quill" if n % 2 else f"Ada Quill is a reporter, and {_say(n)}",
    "last biographies": lambda n: f"Ada Quill{n} is a historian." if n % 2 else f"She has written of {_say(n)}",
    "who reported from where": lambda n: f"{_say(n)} Ada Quill reported from Oslo and Cy Vole {n} from Rome.",
    "crowded lines": lambda n: " ".join(map(_say, range(n, n + 1 if n % 25 else n + 25))),
    "links": lambda n: f"The{_WORDS[n % 14].capitalize()} waitedin{_WORDS[n // 14 % 14]} {n}",
    "lines that lead on": lambda n: f"The ferry number {n} was held in the port on Monday after a warning by the",
    "summaries by machines": lambda n: _say(n) if n % 3 else "AI summary" if n % 2 else "Key points, made by ChatGPT.",
    "headings in running text": lambda n: f"{_say(n)} You might also like {_say(n + 1)} Most read{_say(n + 2)}",
    "calls to the reader": lambda n: _say(n) if n % 4 else f"Tell us how you cross river {n}. We read it all.",
    "ages": lambda n: f"{_say(n)} {n % 60} hours ago Ada Quill" if n % 3 else f"{n % 60} minutes ago",
    "who speaks": lambda n: f"— Паром {n} идёт, — сказала Анна Перова. — Он" + " уходит сегодня," * (n % 9),
    "inner capitals": lambda n: f"The{_WORDS[n % 14].title()}{n} took {_WORDS[n % 14].title()}Link J.K. O. {n}",
    "notices": lambda n: f"Click “Accept {n}” to view this content from our newsletter and “{_say(n)}”",
    "wrapped lines": lambda n: f"the ferry {n} of the outer islands that goes to {_WORDS[n % 14]}" + " now" * (n % 3),
    "links with numbers": lambda n: f"   [{n + 1}]{_say(n)}\n\nReferences\n\n   1. https://example.com/{n}\n",
    "common words between": lambda n: _say(n, 30) if n % 2 else f"What {_WORDS[n % 14].title()} It Took",
    "marked items": lambda n: f"- {_say(n)}" if n % 3 else f"- {_WORDS[n % 14]} {n}",
    "joined names": lambda n: f"By Ada {_WORDS[n % 14].title()}Oslo and Bo Quillerand AP Monday {n % 28 + 1} May",
    "stray blanks": lambda n: f"{_say(n)[:-1]} . The owner , Isle {n} ( as said ), is glad of the pier 's end .",
    "JSON": lambda n: f'It is \\"{_say(n)}\\" See isle.example\\/{n} or caf\\u00e9 {n}.',
    "entries": lambda n: f"{_WORDS[n % 14].title()} (Isle) {n},{n % 900 + 100}" if n % 9 else _say(n, 20),
    "entries and no body": lambda n: f"{_WORDS[n % 14].title()}: {n} euros" if n % 4 else _WORDS[n % 13].title(),
    "ends cut off": lambda n: f"The ferry number {n} seen from the eastern shore",
}
FORMS = {"lines": "\n".join, "glued": "".join, "one line": " ".join}

every_kind = pytest.mark.parametrize("kind", BLOCKS)


def page(kind: str, blocks: int, form: str = "lines") -> str:
    return FORMS[form](list(islice(map(BLOCKS[kind], count()), blocks)))


def work(step: Callable[[Document], Document], text: str) -> int:
    """The number of calls, of Python functions and of built-in ones, once all words are known."""
    document = Document.of(text)
    step(document).facts  # noqa: B018  computed when asked for
    return calls(lambda: step(document).facts)


@pytest.mark.growth
@every_kind
def test_work_grows_with_the_number_of_blocks(kind: str) -> None:
    grows_with_the_blocks(kind, "lines")


@pytest.mark.slow
@pytest.mark.parametrize("form", sorted(FORMS))
@every_kind
def test_work_grows_with_the_number_of_glued_blocks(kind: str, form: str) -> None:
    grows_with_the_blocks(kind, form)


def grows_with_the_blocks(kind: str, form: str) -> None:
    chain = preset_chain("news")
    few, many = (work(chain, page(kind, blocks, form)) for blocks in (FEW, MANY))
    assert many <= SLACK * MANY / FEW * few, f"{many / few:.1f} times the work for {MANY / FEW:.0f} times the blocks"


@pytest.mark.slow
@pytest.mark.parametrize("step", STEPS)
def test_work_of_each_step_grows_with_the_number_of_blocks(step: str) -> None:
    alone = Chain([Link(name) for name in (*STEPS[step].needs, step)])
    steep = [kind for kind in BLOCKS if growth(alone, kind, FEW, MANY) > SLACK]
    assert {kind: found for kind in steep if (found := growth(alone, kind, MANY, MORE)) > SLACK} == {}


def growth(step: Callable[[Document], Document], kind: str, few: int, many: int) -> float:
    """How much more the work grows than the number of blocks."""
    return work(step, page(kind, many)) / work(step, page(kind, few)) * few / many


def test_the_count_would_see_a_square() -> None:
    def squares(document: Document) -> Document:
        lines = document.original.split("\n")
        for line in lines:
            for other in lines:
                line.startswith(other)
        return document

    few, many = (work(squares, page("sentences", blocks)) for blocks in (FEW, MANY))
    assert many > 3 * MANY / FEW * few


@pytest.mark.parametrize("kind", ["near-duplicates without a stop", "one caption", "captions", "body and its copies"])
def test_few_pairs_are_compared(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def counting(real: Callable[..., bool], *given: Any) -> bool:
        nonlocal compared
        compared += 1
        return real(*given)

    monkeypatch.setattr(repeats, "_like", partial(counting, vars(repeats)["_like"]))
    preset_chain("news")(Document.of(page(kind, MANY)))
    assert compared <= 3 * MANY


@pytest.mark.slow
@every_kind
def test_time_grows_with_the_number_of_blocks(kind: str) -> None:
    chain = preset_chain("news")
    few, many = (_seconds(chain, page(kind, blocks)) for blocks in (HUGE // 8, HUGE))
    print(f"{kind}: {many:.1f} s for {HUGE:,} blocks, {many / few:.1f} times that of an eighth")
    assert many <= TIME_SLACK * 8 * max(few, 0.05)


def _seconds(chain: Chain, text: str) -> float:
    document = Document.of(text)
    began = process_time()
    chain(document).facts  # noqa: B018
    return process_time() - began
