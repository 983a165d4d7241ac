"""Write docs/quality.md's tables anew: ``python -m tools.report_quality FIGURES`` (``crossvalidate --json FIGURES``).

The prose between the tables stays: each table stands between ``<!-- name -->`` and ``<!-- /name -->``.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parent.parent / "docs" / "quality.md"
_KEPT = ("f1", "recall", "precision", "caption_out", "headings")
COLUMNS = (*_KEPT, "break_f1", "glue", "inner", "rejoin", "broken", "invented")
SOUPS = ("soup_glued", "soup_natural", "soup_rewrapped", "soup_spaced")
EXTRACTORS = {  # the least f1, and break_f1 of identity
    "trafilatura": (97.0, 97.06),
    "newspaper4k": (98.9, 94.9),
    "goose3": (98.9, 92.0),
    "resiliparse": (94.5, 95.1),
    "boilerpy3": (96.0, 93.2),
    "readability_flat": (97.0, 0.0),
}

Row = Mapping[str, Any]
Get = Callable[..., Row]
Least = Mapping[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("figures", type=Path)
    figures: dict[str, Row] = json.loads(parser.parse_args().figures.read_text("utf-8"))
    for name, lines in tables(figures):
        put(name, lines)


def put(name: str, lines: Iterable[str]) -> None:
    """Write one table anew."""
    block = "\n".join([f"<!-- {name} -->", *lines, f"<!-- /{name} -->"])
    pattern = re.compile(rf"<!-- {name} -->.*?<!-- /{name} -->", re.DOTALL)
    text, found = pattern.subn(lambda _: block, PAGE.read_text("utf-8"))
    if not found:
        raise SystemExit(f"{PAGE}: no table {name!r}")
    PAGE.write_text(text, "utf-8")


def tables(figures: Mapping[str, Row]) -> Iterator[tuple[str, Iterable[str]]]:
    """The name and the lines of each table."""

    def get(group: str, preset: str, form: str, language: str = "all") -> Row:
        return figures["\t".join((group, preset, form, language))]

    keys = (key.split("\t") for key in figures)
    forms = [form for *group, form, language in keys if (group, language) == (["dev", "news"], "all")]
    joined = ["soup_lines", *(form for form in forms if form.startswith(("joined", "wrapped", "article_wrapped")))]
    forms = [form for form in forms if form not in joined[1:]]
    for preset in ("news", "strict", "gentle"):
        yield preset, table(COLUMNS, {form: get("dev", preset, form) for form in forms})
    yield "titles", titles(get, forms)
    rows = {form: get("dev", "news", form) for form in [*joined, "article_lines"]}
    yield "joined", table(("f1", "recall", "caption_out", "break_f1", "broken"), rows)
    joins = {name: get(name, "gentle", name) for name in ("fox", "orangesum")}
    yield "joins", table(("break_f1", "glue", "broken"), joins)
    yield "languages", languages(figures, forms)
    mission = {preset: get("mission", preset, "as_found") for preset in ("news", "strict")}
    yield "mission", table(("f1", "recall", "caption_out", "break_f1", "rejoin", "broken"), mission)
    yield "bars", ["| bar (at least) | measured | |", "|---|---|---|", *(bar(*found) for found in bars(get))]


def table(columns: Iterable[str], rows: Mapping[str, Row]) -> list[str]:
    columns = list(columns)
    names = [column.replace("caption_out", "captions out").replace("noise_out", "noise out") for column in columns]
    head = [f"| | n | {' | '.join(names)} |", "|---" * (len(columns) + 2) + "|"]
    for name, row in rows.items():
        head.append(f"| {name} | {row['n']} | {' | '.join(_said(row[column]) for column in columns)} |")
    return head


def languages(figures: Mapping[str, Row], forms: Iterable[str]) -> list[str]:
    lines = ["| form | en | de | other |", "|---|---|---|---|"]
    for form in forms:
        rows = [figures.get("\t".join(("dev", "news", form, language))) for language in ("en", "de", "other")]
        told = ("f1", "recall", "caption_out")
        cells = [" / ".join(_said(row[name]) for name in told) if row else "–" for row in rows]
        lines.append(f"| {form} | {' | '.join(cells)} |")
    return lines


def titles(get: Get, forms: Iterable[str]) -> list[str]:
    """Figures without and with the title known, of the forms that hold many titles."""
    columns = ("titles_out", "f1", "recall", "caption_out", "break_f1")
    names = ("titles out", "f1", "recall", "captions out", "break_f1")
    lines = [f"| form | n | {' | '.join(names)} |", "|---" * (len(columns) + 2) + "|"]
    for form in forms:
        if form.startswith(("soup", "page", "resiliparse")):
            plain, titled = get("dev", "news", form), get("titled", "news", form)
            cells = [f"{_said(plain[column])} → {_said(titled[column])}" for column in columns]
            lines.append(f"| {form} | {titled['n']} | {' | '.join(cells)} |")
    return lines


def bars(get: Get) -> Iterator[tuple[str, Row, Least]]:
    """What is asked: a name, the figures, and the least of each."""
    mission = {"f1": 98, "recall": 99.5, "caption_out": 90, "break_f1": 90, "rejoin": 66}
    yield "mission, news", get("mission", "news", "as_found"), mission
    for form in SOUPS:
        yield f"{form}, news", get("dev", "news", form), {"f1": 93, "caption_out": 60, "recall": 98.5}
    for form in SOUPS:
        yield f"{form}, strict", get("dev", "strict", form), {"f1": 94, "caption_out": 72}
    yield "soup_lines, news", get("dev", "news", "soup_lines"), {"f1": 94.5, "break_f1": 89}
    for form, least in (("page_lines", 92), ("page_natural", 90)):
        yield f"{form}, news", get("dev", "news", form), {"f1": least, "recall": 97.5}
    for form, (f1, breaks) in EXTRACTORS.items():
        yield f"{form}, news", get("dev", "news", form), {"f1": f1, "break_f1": breaks}
    yield "soup_glued, news", get("dev", "news", "soup_glued"), {"glue": 93, "inner": 60, "break_f1": 82}
    yield "soup_natural, news", get("dev", "news", "soup_natural"), {"break_f1": 60}
    yield "soup_spaced, news", get("dev", "news", "soup_spaced"), {"break_f1": 52}
    yield "joins fox, gentle", get("fox", "gentle", "fox"), {"break_f1": 90}
    yield "joins orangesum, gentle", get("orangesum", "gentle", "orangesum"), {"break_f1": 94}
    for form in ("article", "article_lines"):
        yield f"{form}, news", get("dev", "news", form), {"recall": 99.7, "break_f1": 97.5}


def bar(name: str, row: Row, least: Least) -> str:
    asked = ", ".join(f"{key.replace('caption_out', 'captions')} {value:g}" for key, value in least.items())
    reached = all(row[key] >= value for key, value in least.items())
    found = " / ".join(_said(row[key], 2 if key == "recall" else 1) for key in least)
    return f"| {name}: {asked} | {found} | {'reached' if reached else '**not reached**'} |"


def _said(value: float | None, digits: int = 1) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


if __name__ == "__main__":
    main()
