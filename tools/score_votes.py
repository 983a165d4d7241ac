"""Score ``news`` on pages whose truth nobody wrote down: ``python -m tools.score_votes PATH_TO_FLATNEWS FOLDER…``.

Every page (``*.html``) below the folders is flattened as flatnews flattens pages, cleaned by the shipped models, and
compared by flatnews' ``score.py`` with what four extractors say that have the page's markup: a block of the page is
body where three of them have it, noise where none has, and else counts as neither. Biographies, comments and teasers
that three extractors take along count as body, so the figures are lower than the chain is; before and after a change,
and from one kind of page to another, they can be compared. Needs the packages of the dependency group ``flatteners``.
"""

from __future__ import annotations

import argparse
import logging
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from tools import report_quality
from tools.flatnews import Record, scorer, squeeze_like_score
from tools.flatteners import soup

FORMS = ("soup_glued", "soup_natural", "soup_spaced", "soup_lines", "page_natural", "page_lines")
COLUMNS = ("f1", "recall", "precision", "caption_out", "noise_out", "break_f1")
LONGEST, LEAST = 60_000, 800  # characters of a text, and of the body of a page
_AGREED, _TALKATIVE = 3, 600  # extractors that say so; characters of one that found an article
_SHORT = 50  # characters: what is shorter, without a stop, may be a heading
_AROUND, _WITHIN = 0.95, 0.9  # share of the body in the element taken for the article, and in an article element
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = _HEADINGS | frozenset(
    "p div section article li ul ol dl dt dd blockquote pre figure figcaption table tr td th main aside header footer"
    " nav hr form".split()
)
_PICTURES = ("figcaption", "figure")

Votes = Sequence[str]


def extractors() -> Iterator[Callable[[str], str]]:
    """What says what a page's article is."""
    import trafilatura
    from boilerpy3.extractors import ArticleExtractor
    from readability import Document
    from resiliparse.extract.html2text import extract_plain_text

    yield lambda page: trafilatura.extract(page, favor_precision=True, include_comments=False) or ""
    yield lambda page: str(soup(Document(page).summary()).get_text(" "))
    yield lambda page: str(extract_plain_text(page, main_content=True))
    yield lambda page: str(ArticleExtractor().get_content(page))


def votes(page: str) -> Votes:
    """What each extractor returns of a page, without white space; nothing where it fails."""
    found = []
    for extract in extractors():
        try:
            found.append(plain(extract(page)))
        except Exception:  # each has its own ways to fail on a page that is none
            found.append("")
    return found


def plain(text: str) -> str:
    """A text as ``score.py`` compares it."""
    return squeeze_like_score(text)[0]


def blocks_of(tree: Any) -> Iterator[tuple[str, str]]:
    """The blocks of a page in order, with what the markup says of each: body, subhead or caption."""
    from bs4 import NavigableString

    said: list[str] = []

    def closed(kind: str) -> Iterator[tuple[str, str]]:
        text = " ".join("".join(said).split())
        said.clear()
        if text:
            yield kind, text

    def walked(element: Any, kind: str) -> Iterator[tuple[str, str]]:
        for child in element.children:
            if isinstance(child, NavigableString):
                said.append(str(child) if type(child) is NavigableString else "")
            elif child.name not in _BLOCKS:
                said.append("\n" if child.name == "br" else "")
                yield from walked(child, kind)
            else:
                yield from closed(kind)
                own = "subhead" if child.name in _HEADINGS else "caption" if child.name in _PICTURES else kind
                yield from walked(child, own)
                yield from closed(own)

    yield from walked(tree, "body")
    yield from closed("body")


def record_of(path: Path) -> Record | None:
    """A page as flatnews has them, with what the extractors agree about; None for one with hardly any article."""
    from bs4 import UnicodeDammit

    page = UnicodeDammit(path.read_bytes(), is_html=True).unicode_markup or ""
    agreed = votes(page)
    if sum(len(own) > _TALKATIVE for own in agreed) < _AGREED:
        return None
    tree = soup(page)
    blocks, captions, seen = [], [], set[str]()
    for kind, text in blocks_of(tree):
        chars = plain(text)
        voted = sum(chars in own for own in agreed)
        if len(chars) < 2 or chars in seen or (not voted and kind != "caption"):
            continue
        seen.add(chars)
        if kind == "caption":
            captions.append(text)
        else:
            is_sure = kind == "body" and voted >= _AGREED and (len(chars) >= _SHORT or chars[-1] in ".!?。！？”\"")
            blocks.append({"type": "body" if is_sure else "subhead", "text": text})
    body = [plain(block["text"]) for block in blocks if block["type"] == "body"]
    if sum(map(len, body)) < LEAST:
        return None
    texts = flattened(tree, body)
    title = tree.title.get_text(" ", strip=True) if tree.title else ""
    return {"id": path.name, "title": title, "blocks": blocks, "captions": captions, "texts": texts}


def flattened(tree: Any, body: Sequence[str]) -> dict[str, str]:
    """A page in the forms of flatnews."""
    own = article_of(tree, body)
    return {
        "soup_glued": own.get_text("", strip=True),
        "soup_natural": " ".join(own.get_text().split()),
        "soup_spaced": own.get_text(" ", strip=True),
        "soup_lines": own.get_text("\n", strip=True),
        "page_natural": " ".join(tree.get_text().split()),
        "page_lines": tree.get_text("\n", strip=True),
    }


def article_of(tree: Any, body: Sequence[str]) -> Any:
    """The element that holds the article: one that says so, or the parent of the smallest that has nearly all of it."""
    whole = sum(map(len, body))

    def share(element: Any) -> float:
        chars = plain(element.get_text(" "))
        return sum([len(own) for own in body if own in chars]) / whole

    for element in tree.find_all("article"):
        if share(element) > _WITHIN:
            return element
    found = tree.body or tree
    while inner := next((e for e in found.find_all(True, recursive=False) if share(e) > _AROUND), None):
        found = inner
    return found.parent if found.parent is not None and found.parent.name not in ("html", "[document]") else found


def score_page(folder: Path, preset: str, path: Path) -> list[tuple[str, Record]]:
    """The figures of a page in each form."""
    import cleantext

    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    score, record = scorer(folder), record_of(path)
    rows = []
    for form in FORMS if record else ():
        assert record is not None
        text = record["texts"][form]
        if text and len(text) <= LONGEST:
            rows.append((form, score.score(score.Truth(text, record), cleantext.clean(text, preset=preset))))
    return rows


def pages(folders: Sequence[Path]) -> list[Path]:
    """The pages below these folders, each once."""
    found: dict[bytes, Path] = {}
    for path in sorted(path for folder in folders for path in folder.rglob("*.htm*") if path.is_file()):
        found.setdefault(sha256(path.read_bytes()).digest(), path)
    return list(found.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("flatnews", type=Path, help="the folder of flatnews, for its score.py")
    parser.add_argument("folders", type=Path, nargs="+", metavar="folder", help="where pages lie")
    parser.add_argument("--preset", default="news")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    groups: dict[str, list[Record]] = defaultdict(list)
    with ProcessPoolExecutor(args.jobs) as pool:
        for rows in pool.map(partial(score_page, args.flatnews, args.preset), pages(args.folders)):
            for form, row in rows:
                groups[form].append(row)
    if not groups:
        raise SystemExit(f"no page with an article below {', '.join(map(str, args.folders))}")
    score = scorer(args.flatnews)
    print("\n".join(report_quality.table(COLUMNS, {form: score.summarise(groups[form]) for form in FORMS})))


if __name__ == "__main__":
    main()
