"""The arguments of ``cleantext run``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from cleantext.cli.arguments import FORMATS, READ_ONLY, Arguments, Parser, add_chain, add_reading, add_writing

DESCRIPTION = """\
Cleans whole collections, on all cores: files, folders, patterns and addresses,
compressed or not. Formats are told by the names. Stopped at any point and
started again, a run goes on where it was. A record that cannot be read goes to
OUT.errors.jsonl with the reason."""

EXAMPLES = """\
examples:
  cleantext run news.jsonl.gz -o clean.jsonl.gz
  cleantext run 'dump/*.parquet' -o clean.parquet --jobs 8 --facts
  cleantext run crawl.warc.gz -o articles.jsonl --stats
  cleantext run pages/ -o articles/          one output for each input

exit codes: 0 done; 2 wrong usage; 65 done, but for some records; 66 no such
input; 73, 74 cannot write; 123 internal error; 130 interrupted"""

_WRITTEN = (*FORMATS, "csv", "tsv", "parquet", "arrow")
STATS = ("text", "json")


def build() -> argparse.ArgumentParser:
    """The parser of the subcommand."""
    parser = Parser(
        prog="cleantext run",
        usage="cleantext run [OPTION]... IN... [-o OUT]",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        add_help=False,
    )
    parser.add_argument(
        "files", nargs="*", metavar="IN", help="a file, folder, pattern or address; - is stdin"
    )
    _add_input(parser.add_argument_group("what comes in"))
    _add_output(parser.add_argument_group("what goes out"))
    add_chain(parser.add_argument_group("what is done"))
    _add_running(parser.add_argument_group("how it is done"))
    return parser


def parse(argv: Sequence[str]) -> Arguments:
    """Read the arguments; exits with a message where they cannot be read."""
    parser = build()
    arguments = parser.parse_args(_with_formats(argv))
    if not arguments.files and not arguments.help:
        parser.error("no input is named (- is standard input)")
    if arguments.seed is not None and arguments.sample is None:
        parser.error("--seed goes with --sample")
    return arguments


def _with_formats(argv: Sequence[str]) -> list[str]:
    """The arguments with a format for each ``--stats`` that has none, so that it does not take an input for one.

    >>> _with_formats(["--stats", "news.jsonl"])
    ['--stats=text', 'news.jsonl']
    """
    after = [*argv[1:], ""]
    return [
        f"--stats={STATS[0]}" if given == "--stats" and then not in STATS else given
        for given, then in zip(argv, after, strict=True)
    ]


def _add_input(group: Any) -> None:
    group.add_argument(
        "--from",
        dest="source",
        choices=(*FORMATS, *READ_ONLY),
        metavar="FORMAT",
        help="the format of all inputs, whatever their names: text, lines, null, jsonl, csv, tsv, parquet, arrow, …",
    )
    add_reading(group)
    group.add_argument("--limit", type=int, metavar="N", help="only the first N records")
    group.add_argument("--sample", type=float, metavar="FRACTION", help="only this part of the records, by their text")
    group.add_argument("--seed", type=int, metavar="N", help="another sample of the same size (default: 0)")


def _add_output(group: Any) -> None:
    group.add_argument(
        "-o", "--output", default="-", metavar="OUT", help="a file, an address, or a folder/ (default: standard output)"
    )
    group.add_argument(
        "--to", choices=_WRITTEN, metavar="FORMAT", help="the format of OUT, whatever its name (default: as the input)"
    )
    add_writing(group)
    group.add_argument("--rejected", metavar="FILE", help="records left out and why (default: OUT.errors.jsonl)")


def _add_running(group: Any) -> None:
    group.add_argument("-j", "--jobs", type=int, metavar="N", help="processes (default: one for each core)")
    group.add_argument("--restart", action="store_true", help="do not go on with a run that was stopped; begin again")
    group.add_argument("--partial", metavar="DIR", help="where the output grows (default: OUT.partial)")
    group.add_argument(
        "--stats",
        nargs="?",
        const=STATS[0],
        choices=STATS,
        metavar="FORMAT",
        help="the counts, as text or json",
    )
    group.add_argument("-q", "--quiet", action="store_true", help="no progress and no counts, errors only")
    group.add_argument("--debug", action="store_true", help="a traceback for an error")
    group.add_argument("-h", "--help", action="store_true", help="this help")
