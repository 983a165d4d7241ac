"""What cleaning changes, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from cleantext.report.terminal import Paint, harmless

_STYLE = {"+": "added", "-": "removed", "@": "place"}


def diff(before: str, after: str, name: str, paint: Paint | None = None) -> str:
    """A unified diff of two texts; empty where they do not differ.

    >>> print(diff("one two", "one", "a.txt").expandtabs(1), end="")
    --- a.txt original
    +++ a.txt cleaned
    @@ -1 +1 @@
    -one two
    +one
    """
    paint = paint or Paint(False)
    return "".join(f"{_painted(line, paint)}\n" for line in _lines(before, after, name))


def _lines(before: str, after: str, name: str) -> Iterator[str]:
    from difflib import unified_diff

    return unified_diff(_split(before), _split(after), name, name, "original", "cleaned", lineterm="")


def _split(text: str) -> list[str]:
    return text.split("\n") if text else []


def _painted(line: str, paint: Paint) -> str:
    if not paint.on:
        return line
    if line.startswith(("--- ", "+++ ")):
        return paint("head", harmless(line))
    style = _STYLE.get(line[:1])
    return paint(style, harmless(line)) if style else harmless(line)
