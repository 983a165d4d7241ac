"""The pages of flatnews flattened by tools that none of its forms is made by: ``python -m tools.flatteners PATH OUT``.

Reads ``html.jsonl.gz`` and writes gzipped JSON Lines, ``{"id", "tool", "text"}``, for ``tools.score_flatteners``. Needs
the packages of the dependency group ``flatteners``; a tool that fails on a page has no text of it. Of the programs
lynx, w3m, links2, elinks and pandoc those are run that are installed.
"""

from __future__ import annotations

import argparse
import gzip
import html
import io
import json
import logging
import os
import re
import shlex
import shutil
import subprocess
import tempfile
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from tools.flatnews import Record, load

Flatten = Callable[[str], str | None]

_SCRIPTS = re.compile(r"(?is)<(script|style|noscript|svg|head)\b.*?</\1>")
_TAGS = re.compile(r"(?s)<!--.*?-->|<[^>]+>")
_BLOCKS = ["h1", "h2", "h3", "p", "li", "figcaption", "time"]
FLATTENERS: dict[str, Flatten] = {}


def flattener(name: str) -> Callable[[Flatten], Flatten]:
    """Enter a function from a page to its text into the table."""

    def enter(flatten: Flatten) -> Flatten:
        FLATTENERS[name] = flatten
        return flatten

    return enter


def soup(page: str) -> Any:
    """The page without what is never shown."""
    from bs4 import BeautifulSoup

    tree = BeautifulSoup(page, "lxml")
    for tag in tree(["script", "style", "noscript", "template"]):
        tag.decompose()
    return tree


def article(page: str) -> Any:
    """The page's article element, or what comes nearest to one."""
    tree = soup(page)
    return tree.find("article") or tree.find("main") or tree.body or tree


@flattener("bs4: article, get_text()")
def bs4_raw(page: str) -> str:
    return str(article(page).get_text())


@flattener("bs4: page, get_text()")
def bs4_raw_page(page: str) -> str:
    return str(soup(page).get_text())


@flattener("bs4: page, a line for each text")
def bs4_lines_page(page: str) -> str:
    return str(soup(page).get_text("\n", strip=True))


@flattener("bs4: article, joined by bars")
def bs4_bars(page: str) -> str:
    return str(article(page).get_text("|", strip=True))


@flattener("bs4: every p, joined by a blank")
def p_blank(page: str) -> str:
    return " ".join(p.get_text() for p in soup(page).find_all("p"))


@flattener("bs4: every p, joined by a line break")
def p_lines(page: str) -> str:
    return "\n".join(p.get_text() for p in soup(page).find_all("p"))


@flattener("bs4: every p, joined by nothing")
def p_glued(page: str) -> str:
    return "".join(p.get_text() for p in soup(page).find_all("p"))


@flattener("bs4: every p, as a Python list")
def p_list(page: str) -> str:
    return str([p.get_text() for p in soup(page).find_all("p")])


@flattener("bs4: headings, p, items, captions, joined by a blank")
def blocks_blank(page: str) -> str:
    return " ".join(block.get_text(strip=True) for block in article(page).find_all(_BLOCKS))


@flattener("bs4: the same, on lines")
def blocks_lines(page: str) -> str:
    return "\n".join(block.get_text(" ", strip=True) for block in article(page).find_all(_BLOCKS))


@flattener("lxml: text_content()")
def lxml_content(page: str) -> str:
    import lxml.html

    tree = lxml.html.fromstring(page.encode())
    for element in tree.xpath("//script|//style|//noscript"):
        element.drop_tree()
    return "".join(tree.xpath("//body")[0].text_content())


@flattener("parsel: article p ::text")
def parsel_texts(page: str) -> str:
    from parsel import Selector

    return " ".join(Selector(page).css("article p ::text").getall())


@flattener("selectolax: article, text()")
def selectolax_raw(page: str) -> str:
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(page)
    tree.strip_tags(["script", "style", "noscript"])
    node = tree.css_first("article") or tree.css_first("main") or tree.body
    return node.text() if node else ""


@flattener("w3lib: remove_tags")
def w3lib_tags(page: str) -> str:
    from w3lib.html import remove_tags, remove_tags_with_content, replace_entities

    return str(replace_entities(remove_tags(remove_tags_with_content(page, which_ones=("script", "style", "head")))))


@flattener("a pattern: tags to nothing")
def tags_to_nothing(page: str) -> str:
    return html.unescape(_TAGS.sub("", _SCRIPTS.sub("", page)))


@flattener("a pattern: tags to blanks, white space folded")
def tags_to_blanks(page: str) -> str:
    return " ".join(html.unescape(_TAGS.sub(" ", _SCRIPTS.sub("", page))).split())


@flattener("inscriptis")
def inscriptis(page: str) -> str:
    from inscriptis import get_text

    return str(get_text(page))


@flattener("html-text")
def html_text(page: str) -> str:
    import html_text as package

    return str(package.extract_text(page))


@flattener("html-text, without its layout")
def html_text_flat(page: str) -> str:
    import html_text as package

    return str(package.extract_text(page, guess_layout=False))


@flattener("html2text")
def html2text(page: str) -> str:
    import html2text as package

    return str(package.html2text(page))


@flattener("html2text: article, without links")
def html2text_article(page: str) -> str:
    import html2text as package

    reader = package.HTML2Text()
    reader.ignore_links = reader.ignore_images = True
    reader.body_width = 0
    return str(reader.handle(str(article(page))))


@flattener("markdownify: article")
def markdownify(page: str) -> str:
    from markdownify import markdownify as convert

    return str(convert(str(article(page))))


@flattener("markitdown")
def markitdown(page: str) -> str:
    from markitdown import MarkItDown

    return str(MarkItDown().convert_stream(io.BytesIO(page.encode()), file_extension=".html").text_content)


@flattener("html-to-markdown")
def html_to_markdown(page: str) -> str:
    from html_to_markdown import convert

    found: Any = convert(page)
    return str(found if isinstance(found, str) else found["content"] if isinstance(found, dict) else found.content)


@flattener("readability-lxml, markdownify")
def readability_markdown(page: str) -> str:
    from markdownify import markdownify as convert
    from readability import Document

    return str(convert(Document(page).summary()))


@flattener("readabilipy")
def readabilipy(page: str) -> str:
    from readabilipy import simple_json_from_html_string

    return "\n".join(p["text"] for p in simple_json_from_html_string(page, use_readability=False)["plain_text"])


@flattener("breadability")
def breadability(page: str) -> str:
    from breadability.readable import Article

    return "\n".join(" ".join(text for text, _ in paragraph) for paragraph in Article(page).main_text)


@flattener("gne")
def gne(page: str) -> str:
    from gne import GeneralNewsExtractor

    return str(GeneralNewsExtractor().extract(page)["content"])


@flattener("boilerpy3: default")
def boilerpy3_default(page: str) -> str:
    from boilerpy3.extractors import DefaultExtractor

    return str(DefaultExtractor().get_content(page))


@flattener("resiliparse: page")
def resiliparse_page(page: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(page))


@flattener("resiliparse: main content, on one line")
def resiliparse_flat(page: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(page, main_content=True, preserve_formatting=False))


@flattener("trafilatura: Markdown, links, pictures, comments")
def trafilatura_markdown(page: str) -> str | None:
    import trafilatura

    extract = partial(trafilatura.extract, include_links=True, include_images=True, include_comments=True)
    return extract(page, output_format="markdown", favor_recall=True)


@flattener("trafilatura: html2txt")
def trafilatura_html2txt(page: str) -> str:
    import trafilatura

    return str(trafilatura.html2txt(page))


PROGRAMS = {
    "lynx -dump": "lynx -dump -force_html -assume_charset=utf-8 -display_charset=utf-8",
    "lynx -dump -nolist": "lynx -dump -nolist -force_html -assume_charset=utf-8 -display_charset=utf-8",
    "w3m -dump": "w3m -dump -T text/html -I UTF-8 -O UTF-8",
    "links2 -dump": "links2 -dump -html-assume-codepage utf-8 -codepage utf-8",
    "elinks -dump": "elinks -dump -force-html -eval 'set document.codepage.assume = \"utf-8\"'"
    " -eval 'set document.dump.codepage = \"utf-8\"'",
    "pandoc: plain": "pandoc --from html --to plain",
    "pandoc: GitHub's Markdown": "pandoc --from html --to gfm-raw_html",
}
"""Text browsers and a converter that are no Python packages; those that are installed are run, by their commands."""


def dumped(command: str, page: str) -> str:
    """What a program writes of a page that stands in a file."""
    tree = soup(page)
    for tag in tree(["svg", "iframe"]):  # pandoc would fetch what is framed
        tag.decompose()
    written = str(tree).replace("<head>", '<head><meta charset="utf-8">', 1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(written, "utf-8")
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        call = [*shlex.split(command), str(path)]
        devnull = subprocess.DEVNULL
        return subprocess.check_output(call, env=environment, timeout=60, stdin=devnull, stderr=devnull).decode("utf-8")


for _name, _command in PROGRAMS.items():
    if shutil.which(_command.partition(" ")[0]):
        FLATTENERS[_name] = partial(dumped, _command)


def flattened(record: Record) -> list[tuple[str, str, str, str]]:
    """Of each tool: the page's id, the tool, the text, and what went wrong."""
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    return [(record["id"], name, *_tried(flatten, record["html"])) for name, flatten in FLATTENERS.items()]


def _tried(flatten: Flatten, page: str) -> tuple[str, str]:
    try:
        return flatten(page) or "", ""
    except Exception as error:  # whatever another's code raises
        return "", repr(error)[:200]


def texts(folder: Path, jobs: int, failed: Counter[tuple[str, str]]) -> Iterator[dict[str, str]]:
    """The records of all pages and tools."""
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        for found in pool.map(flattened, load(folder / "html.jsonl.gz")):
            for page, tool, text, error in found:
                if text:
                    yield {"id": page, "tool": tool, "text": text}
                elif error:
                    failed[tool, error] += 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder of flatnews")
    parser.add_argument("out", type=Path, help="the file to write: .jsonl.gz")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    failed: Counter[tuple[str, str]] = Counter()
    with gzip.open(args.out, "wt", encoding="utf-8") as out:
        for record in texts(args.folder, args.jobs, failed):
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    for (tool, error), times in failed.most_common():
        print(f"{tool}: {error} ({times} pages)")


if __name__ == "__main__":
    main()
