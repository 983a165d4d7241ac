"""A JSON object kept as it is spelled, so that one field can change and nothing else does."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

# Numbers stay text: they are not computed with, and a long one must not cost quadratic time.
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
_blank = re.compile(r"[ \t\n\r]*").match


@dataclass(frozen=True, slots=True)
class JsonObject:
    """A JSON object as text, and where the value of each of its own keys stands in it.

    >>> JsonObject.parse('{"id": 1.50, "text": "a"}').replaced({"text": '"b"', "new": "[]"})
    '{"id": 1.50, "text": "b", "new": []}'
    """

    spelling: str
    spans: dict[str, tuple[int, int]]
    repeated: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, spelling: str) -> JsonObject:
        """Read one object.

        Raises ``json.JSONDecodeError`` where it is broken, ``TypeError`` where it is another kind of value.
        """
        spans: dict[str, tuple[int, int]] = {}
        repeated = set()
        at = _skip(spelling, 0)
        if spelling[at : at + 1] != "{":
            _end(spelling, _value(spelling, at))
            raise TypeError("not a JSON object")
        at = _skip(spelling, at + 1)
        while spelling[at : at + 1] != "}":
            if spans:
                at = _skip(spelling, _expect(spelling, at, ",", "expected ',' or '}'"))
            key, at = _key(spelling, at)
            start = _skip(spelling, _expect(spelling, _skip(spelling, at), ":", "expected ':'"))
            end = _value(spelling, start)
            if key in spans:
                repeated.add(key)
            spans[key] = (start, end)
            at = _skip(spelling, end)
        _end(spelling, at + 1)
        return cls(spelling, spans, frozenset(repeated))

    @property
    def raw(self) -> bytes:
        """The object as it came, in UTF-8."""
        return self.spelling.encode(errors="surrogatepass")

    @property
    def names(self) -> tuple[str, ...]:
        """The keys, in order."""
        return tuple(self.spans)

    def values(self) -> dict[str, Any]:
        """The object as Python has it, numbers computed.

        Raises ``ValueError`` for a number too long for that.
        """
        found: dict[str, Any] = json.loads(self.spelling)
        return found

    def spelled(self, key: str) -> str:
        """The value of a key as it is spelled."""
        start, end = self.spans[key]
        return self.spelling[start:end]

    def __contains__(self, key: str) -> bool:
        return key in self.spans

    def get(self, key: str) -> object:
        """The value of a key, its numbers as text; None where there is no such key."""
        return _DECODER.raw_decode(self.spelling, self.spans[key][0])[0] if key in self.spans else None

    def is_string(self, key: str) -> bool:
        return self.spelling[self.spans[key][0]] == '"'

    def replaced(self, values: dict[str, str]) -> str:
        """The object with the values of some keys spelled anew; new keys come last."""
        out: list[str] = []
        at = 0
        for start, end, new in sorted((*self.spans[key], new) for key, new in values.items() if key in self.spans):
            out += self.spelling[at:start], new
            at = end
        added = [f"{spell(key)}: {new}" for key, new in values.items() if key not in self.spans]
        if added:
            close = self.spelling.rindex("}")
            out.append(self.spelling[at:close].rstrip())
            out.append(", ".join(["", *added] if self.spans else added))
            at = close
        return "".join([*out, self.spelling[at:]])


def spell(value: object) -> str:
    """The value as JSON, readable, and in ASCII only where UTF-8 cannot hold it."""
    spelling = json.dumps(value, ensure_ascii=False)
    return spelling if _encodes(spelling) else json.dumps(value)


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _skip(text: str, at: int) -> int:
    found = _blank(text, at)
    return found.end() if found else at


def _expect(text: str, at: int, mark: str, message: str) -> int:
    if text[at : at + 1] != mark:
        raise json.JSONDecodeError(message, text, at)
    return at + 1


def _key(text: str, at: int) -> tuple[str, int]:
    if text[at : at + 1] != '"':
        raise json.JSONDecodeError("expected a name in double quotes", text, at)
    key, end = _DECODER.raw_decode(text, at)
    return str(key), end


def _value(text: str, at: int) -> int:
    return _DECODER.raw_decode(text, at)[1]


def _end(text: str, at: int) -> None:
    at = _skip(text, at)
    if at < len(text):
        raise json.JSONDecodeError("more text after the value", text, at)
