"""HTML in: trafilatura finds the article, its metadata becomes what is known of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from cleantext.errors import RecordError, UsageError
from cleantext.io.encodings import Encoding, canonical
from cleantext.io.known import fitted
from cleantext.io.records import Cutter, Item, Raw, Reader, Record, Rejected, Source

HEAD = 1024  # bytes in which a page declares its encoding (WHATWG HTML, 4.2.5.4)
_CHARSET = re.compile(rb"""[cC][hH][aA][rR][sS][eE][tT]\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""")
_AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gbk"}  # WHATWG Encoding, labels
_METADATA = {"title": "title", "author": "authors", "date": "published", "sitename": "source", "url": "url"}


@dataclass(frozen=True, slots=True)
class HtmlReader(Cutter):
    """Reads records whose text is HTML through another reader, and gives what can be extracted.

    What is known beforehand (title, url …) goes before what the page says of itself.
    """

    inner: Reader

    def cut(self, source: Source) -> Iterator[Raw | Rejected]:
        return self.inner.cut(source)

    def read(self, raw: Raw) -> Iterator[Item]:
        for item in self.inner.read(raw):
            yield extracted(item) if isinstance(item, Record) else item

    def first(self, raw: Raw, records: int) -> Raw:
        return self.inner.first(raw, records)

    def names(self, source: Source) -> tuple[str, ...]:
        return self.inner.names(source)


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlEncoding(Encoding):
    """As ``Encoding``, but without a name the page's own declaration counts before UTF-8."""

    def of(self, head: bytes) -> tuple[str, int]:
        found = Encoding.of(self, head)
        if self.name or found[1]:
            return found
        return declared(head) or "utf-8", 0


def declared(page: bytes) -> str | None:
    """The encoding that a page says it has, if it names one.

    >>> declared(b'<meta charset="ISO-8859-1">')
    'cp1252'
    """
    if not (found := _CHARSET.search(page[:HEAD])):
        return None
    try:
        name = canonical(found[1].decode("ascii", "replace"))
    except UsageError:
        return None
    return "utf-8" if name.startswith("utf") else browsers(name)


def browsers(name: str) -> str:
    """The encoding that browsers read instead of one, a superset of it.

    >>> browsers("iso8859-1"), browsers("utf-8")
    ('cp1252', 'utf-8')
    """
    return _AS_BROWSERS_DO.get(name, name)


def extracted(record: Record) -> Record | Rejected:
    """The record with the text of its page's article, and what the page says of it."""
    if not record.text.strip():
        return record
    try:
        text, told = article(record.text, record.known.get("url"))
    except Exception as error:  # whatever a page does to a parser is the page's fault
        message = f"this HTML cannot be read: {type(error).__name__}: {error}"
        return Rejected(record.raw, RecordError(f"{record.place}: {message}"))
    if text:
        return replace(record, text=text, known={**told, **record.known})
    return Rejected(record.raw, RecordError(f"{record.place}: {_why_nothing(record.text)}"))


def article(page: str, url: str | None = None) -> tuple[str, dict[str, Any]]:
    """The text that trafilatura finds in a page, empty if none, and the page's metadata by our names."""
    from trafilatura import bare_extraction

    found: Any = bare_extraction(page, url=url, include_comments=False, with_metadata=True)
    if found is None:
        return "", {}
    told = {key: value for name, key in _METADATA.items() if (value := getattr(found, name))}
    return found.text or "", {key: fitted(key, value) for key, value in told.items()}


def _why_nothing(page: str) -> str:
    if "<" not in page:
        return "is no HTML; leave out --html to clean it as text"
    return "no article found in this HTML; is it a page that is filled by scripts?"
