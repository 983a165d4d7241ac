"""What the adaptors share: one value cleaned as the library alone would, and the library that is missing named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from itertools import repeat
from typing import Any

from cleantext import Chain, Document, __version__
from cleantext.config import preset_chain
from cleantext.errors import CleantextError, RecordError, UsageError
from cleantext.io.known import checked, told_by


def needed(module: str, extra: str) -> Any:
    """A third-party module.

    Raises ``ImportError`` that names the extra to install.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        top = module.partition(".")[0]
        if (error.name or "").partition(".")[0] != top:
            raise
        message = f'{top} is not installed; pip install "cleantext-news[{extra}]"'
        raise ModuleNotFoundError(message, name=error.name) from None


def is_missing(value: Any) -> bool:
    """Whether a value stands for none: None, NaN, NaT, or the NA of pandas.

    >>> is_missing(None), is_missing(float("nan")), is_missing(""), is_missing(0)
    (True, True, False, False)
    """
    if value is None or type(value).__name__ == "NAType":  # the NA of pandas refuses to be compared
        return True
    try:
        return bool(value != value)
    except (TypeError, ValueError):  # arrays, which have as many answers as values
        return False


def known_rows(known: Mapping[str, Any] | None, places: Iterable[str]) -> Iterator[dict[str, Any]] | None:
    """What is known of the text at each of the places; None where nothing is.

    ``known`` has for each key (title, language, url, …) a string for all texts, or a value for each of them: a string,
    a list of strings, a time, or nothing.

    >>> [*known_rows({"language": "en", "title": ["Rain", None]}, ["row 0", "row 1"])]
    [{'language': 'en', 'title': 'Rain'}, {'language': 'en'}]

    Raises ``UsageError`` for a key that nothing uses and for more or fewer values than texts, and then ``RecordError``
    for a value that is none of these.
    """
    if not known:
        return None
    places = list(places)
    columns = [_values(key, value, len(places)) for key, value in checked(known).items()]
    keys = dict(zip(known, known, strict=True))
    return (
        told_by(dict(zip(known, row, strict=True)), keys, place)
        for place, *row in zip(places, *columns, strict=True)
    )


def _values(key: str, known: Any, count: int) -> list[Any]:
    if isinstance(known, str):
        return [known] * count
    values = [None if is_missing(v) else v.tolist() if hasattr(v, "tolist") else v for v in known]
    if len(values) != count:
        raise UsageError(f"what is known as {key} has {len(values)} values for {count} texts")
    return values


class Cleaner:
    """A chain for values that may be missing: None stays None, an empty text stays empty.

    ``chain`` is a preset's name or a ``Chain``. Cleaners of the same chain and version pickle alike.

    Raises ``UsageError`` for a preset that there is not, and for a chain that is neither.

    >>> cleaner = Cleaner("gentle")
    >>> [cleaner.text(value, f"row {i}") for i, value in enumerate(["Rain  fell.", "", None])]
    ['Rain fell.', '', None]
    """

    def __init__(self, chain: str | Chain = "news") -> None:
        if not isinstance(chain, str | Chain):
            raise UsageError(f"a chain is a preset's name or a Chain, as chain_of makes them, not {chain!r}")
        self.chain = preset_chain(chain) if isinstance(chain, str) else chain
        self.version = __version__

    def document(self, value: Any, place: str, **known: Any) -> Document | None:
        """The cleaned document, None for a missing value.

        Raises ``RecordError`` with the place for what is no string, and for whatever a step raises.
        """
        if not isinstance(value, str):
            if is_missing(value):
                return None
            raise RecordError(f"{place}: not a string but {type(value).__name__}")
        try:
            return self.chain(Document.of(value, **known))
        except CleantextError:
            raise
        except Exception as error:
            raise RecordError(f"{place}: {type(error).__name__}: {error}") from error

    def text(self, value: Any, place: str) -> str | None:
        """The cleaned text, None for a missing value."""
        document = self.document(value, place)
        return None if document is None else document.text

    def documents(
        self, values: Iterable[Any], column: str = "", known: Mapping[str, Any] | None = None
    ) -> Iterator[Document | None]:
        """The cleaned documents of a column, whose places are counted from 0.

        ``column`` is its name, where only a batch of it is here; ``known`` is as for ``known_rows``.
        """
        values = list(values)
        where = f" of a batch, column {column!r}" if column else ""
        places = [f"row {i}{where}" for i in range(len(values))]
        told = known_rows(known, places) or repeat({})
        return (self.document(value, place, **row) for value, place, row in zip(values, places, told, strict=False))

    def texts(
        self, values: Iterable[Any], column: str = "", known: Mapping[str, Any] | None = None
    ) -> list[str | None]:
        """The cleaned texts of a column."""
        return [None if document is None else document.text for document in self.documents(values, column, known)]
