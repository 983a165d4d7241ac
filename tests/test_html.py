"""HTML in: encodings that pages declare, metadata as what is known, and errors where there is no article."""

from __future__ import annotations

import io

import pytest

from cleantext.errors import UsageError
from cleantext.io import Item, Record, Rejected, Source
from cleantext.io.encodings import Encoding
from cleantext.io.html import HtmlEncoding, HtmlReader, article, declared, extracted
from cleantext.io.jsonl import JsonlReader
from cleantext.io.records import Place
from cleantext.io.text import TextReader

PAGE = """<html lang="en"><head>{head}<title>Ferry sails again | The Quay</title>
<meta name="author" content="Ida Holm; Per Lund"><meta property="og:site_name" content="The Quay">
<meta property="article:published_time" content="2021-11-07T10:09:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ferry sails again</h1>
<p>The café on the quay opened its doors on Monday, an hour before the first ferry in two years came in.</p>
<p>Some three hundred islanders stood in the rain to see it, and the town band played until the ropes were cast.</p>
</article><footer>Imprint</footer></body></html>"""


def read(data: bytes, encoding: Encoding | None = None) -> Item:
    reader = HtmlReader(TextReader(encoding=encoding or HtmlEncoding(), known={"language": "en", "title": "Mine"}))
    (item,) = reader(Source("a.html", io.BytesIO(data)))
    return item


def text_of(data: bytes, encoding: Encoding | None = None) -> str:
    item = read(data, encoding)
    assert isinstance(item, Record)
    return item.text


def test_the_article_is_found_and_what_the_page_says_is_known() -> None:
    item = read(PAGE.format(head="").encode())
    assert isinstance(item, Record)
    assert "The café on the quay" in item.text
    assert "<p>" not in item.text
    assert dict(item.known) == {
        "title": "Mine",  # what the caller knows goes first
        "language": "en",
        "authors": ["Ida Holm", "Per Lund"],
        "published": "2021-11-07",
        "source": "The Quay",
    }


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>", "cp1252"),
        ('<meta charset="utf-16">', "utf-8"),  # a page that says so in ASCII is none (WHATWG)
        ('<meta charset="nope">', "utf-8"),
        ("", "utf-8"),
    ],
)
def test_the_declared_encoding_counts(head: str, encoding: str) -> None:
    page = PAGE.format(head=head).replace("opened", "“opened”")
    assert "The café on the quay “opened”" in text_of(page.encode(encoding))


def test_a_byte_order_mark_and_a_name_go_before_the_declaration() -> None:
    page = PAGE.format(head='<meta charset="iso-8859-1">')
    assert "café" in text_of(page.encode("utf-8-sig"))
    assert "café" in text_of(page.encode("utf-16"))
    assert "café" in text_of(page.encode(), HtmlEncoding(name="utf-8"))


def test_bytes_that_are_not_what_the_page_says_are_an_error() -> None:
    item = read(PAGE.format(head='<meta charset="utf-8">').encode("cp1252"))
    assert isinstance(item, Rejected)
    assert "0xe9 does not decode as UTF-8" in str(item.error)


def test_unknown_names_are_errors() -> None:
    assert declared(b'<meta charset="nope">') is None
    with pytest.raises(UsageError):
        HtmlEncoding(name="nope")


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("Rain fell, and it stopped.", "is no HTML; leave out --html"),
        ("<html><body><script>x()</script></body></html>", "no article found"),
        ("<p></p>", "no article found"),
    ],
)
def test_nothing_to_extract_is_an_error(page: str, message: str) -> None:
    item = read(page.encode())
    assert isinstance(item, Rejected)
    assert str(item.error).startswith("a.html: ")
    assert message in str(item.error)


def test_an_empty_page_is_an_empty_document() -> None:
    record = Record(" \n", Place("a.html"))
    assert extracted(record) is record


def test_the_same_page_twice_gives_the_same() -> None:
    page = PAGE.format(head="")
    assert [article(page) for _ in range(4)] == [article(page)] * 4


def test_pages_in_json_records() -> None:
    import json

    line = json.dumps({"id": 1, "page": PAGE.format(head="")}).encode() + b"\n" + b'{"id":2,"page":"no markup"}\n'
    first, second = HtmlReader(JsonlReader(field="page"))(Source("a.jsonl", io.BytesIO(line)))
    assert isinstance(first, Record)
    assert first.text.splitlines()[0] == "Ferry sails again"
    assert isinstance(second, Rejected)
    assert str(second.error).startswith("a.jsonl:2: is no HTML")


def test_what_a_page_does_to_the_parser_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def explode(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("trafilatura.bare_extraction", explode)
    item = read(b"<p>Rain fell.</p>")
    assert isinstance(item, Rejected)
    assert item.raw == b"<p>Rain fell.</p>"
    assert "a.html: this HTML cannot be read: RecursionError: too deep" in str(item.error)


def test_strange_pages_do_not_break_out() -> None:
    pages = [
        "<" * 10_000,
        "<div>" * 3_000,
        "<p>\0</p>",
        "<!--",
        "<p>\ud800 rain</p>",
        "<?xml version='1.0' encoding='x'?><a/>",
    ]
    for page in pages:
        item = extracted(Record(page, Place("a.html")))
        assert isinstance(item, Rejected) or item.text
