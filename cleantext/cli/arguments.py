"""The arguments, their groups and their help."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

Arguments = argparse.Namespace

DESCRIPTION = """\
Repairs news text whose markup was lost and keeps the article: mends characters,
finds lost paragraph breaks, removes captions, bylines, menus and the like.
Reads FILEs, or standard input where there is none or for -.
For whole collections, on all cores, see cleantext run --help."""

EXAMPLES = """\
examples:
  cleantext article.txt                    the cleaned article
  cleantext --explain article.txt          what each block is held to be, and why
  cleantext --preset gentle --diff *.txt   what mending alone would change
  cleantext --html page.html               the article of a web page
  cleantext --to jsonl --facts --removed article.txt
                                           what was found and removed, as data
  zcat dump.jsonl.gz | cleantext --from jsonl --errors skip > clean.jsonl

exit codes: 0 done; 1 --check or --diff found something to change;
2 wrong usage; 65 bad data; 66 no such input; 73, 74 cannot write;
123 internal error; 130 interrupted"""

# as in ``cleantext.io``, which ``--help`` need not import; a test holds these to it
FIELDS = ("jsonl", "csv", "tsv", "parquet", "arrow")
FORMATS = ("text", "lines", "null", "jsonl")
READ_ONLY = ("csv", "tsv", "parquet", "arrow", "html", "warc")  # but for pages, ``cleantext run`` writes them
_LIKE = {form: "text" if form == "html" else "jsonl" for form in READ_ONLY}
_AND_FIELDS = "--from " + ", ".join(FIELDS)


def parse(argv: Sequence[str] | None = None) -> Arguments:
    """Read the arguments; exits with a message where they cannot be read."""
    parser = build()
    arguments = parser.parse_args(argv)
    _settle(arguments, parser)
    return arguments


def build() -> argparse.ArgumentParser:
    """The parser of the command."""
    parser = Parser(
        prog="cleantext",
        usage="cleantext [OPTION]... [FILE]...",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        add_help=False,
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="text to clean; - is standard input (the default)")
    _add_input(parser.add_argument_group("what comes in"))
    _add_output(parser.add_argument_group("what goes out"))
    add_chain(parser.add_argument_group("what is done"))
    _add_looking(parser.add_argument_group("looking, not writing"))
    _add_about(parser.add_argument_group("about"))
    return parser


class Parser(argparse.ArgumentParser):
    """Says in one line what is wrong, and what was probably meant."""

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        found, strange = self.parse_known_args(args, namespace)
        if strange:
            from cleantext.options import suggest

            flags = [flag for action in self._actions for flag in action.option_strings]
            meant = suggest(strange[0].partition("=")[0], flags)
            self.error(f"unrecognized arguments: {' '.join(strange)}{meant}")
        return found

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"cleantext: {message}; see {self.prog} --help\n")


def _add_input(group: Any) -> None:
    form = group.add_mutually_exclusive_group()
    form.add_argument(
        "--from",
        dest="source",
        choices=(*FORMATS, *READ_ONLY),
        metavar="FORMAT",
        help="text (a document a file, the default), lines, null, jsonl, csv, tsv, parquet, arrow, html or warc",
    )
    form.add_argument("--lines", dest="source", action="store_const", const="lines", help="a document a line")
    form.add_argument("--null", dest="source", action="store_const", const="null", help="NUL between documents")
    add_reading(group)
    group.add_argument(
        "--errors",
        choices=("stop", "skip"),
        default="stop",
        metavar="HOW",
        help="a record that cannot be read: stop (the default) or skip, and count at the end",
    )
    group.add_argument("--rejected", metavar="FILE", help="with --errors skip: the skipped records, as they came")


def add_reading(group: Any) -> None:
    """The arguments that say how records are read, whatever their format."""
    group.add_argument("--html", action="store_true", help="the text is HTML: find the article in it first")
    group.add_argument("--field", metavar="NAME", help="the field or column of the text (default: text)")
    group.add_argument("--delimiter", metavar="CHAR", help="what parts the cells of csv (default: a comma)")
    group.add_argument("--encoding", metavar="NAME", help="instead of UTF-8, or UTF-16 and -32 with a byte order mark")
    group.add_argument(
        "--encoding-errors",
        choices=("strict", "replace", "ignore"),
        default="strict",
        metavar="HOW",
        help="undecodable bytes: strict (an error, the default), replace (by U+FFFD) or ignore",
    )
    group.add_argument(
        "--known",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="what is known of every document: title, language, url, authors …",
    )
    group.add_argument(
        "--known-from",
        action="append",
        default=[],
        metavar="KEY=FIELD",
        help="the same, taken from a field of each record",
    )


def _add_output(group: Any) -> None:
    group.add_argument(
        "-o", "--output", default="-", metavar="FILE", help="instead of standard output; appears when it is whole"
    )
    group.add_argument(
        "--to", choices=FORMATS, metavar="FORMAT", help="text, lines, null or jsonl (default: that of --from)"
    )
    add_writing(group)


def add_writing(group: Any) -> None:
    """The arguments that say what is written, whatever the format."""
    group.add_argument("--separator", metavar="TEXT", help=r"between paragraphs (default: \n\n; in lines: a blank)")
    group.add_argument("--facts", action="store_true", help="add headline, authors, dates, captions … to each record")
    group.add_argument("--removed", action="store_true", help="add what was removed, and why, to each record")
    group.add_argument("--edits", metavar="FILE", help="write all edits with their places, as JSON Lines")
    group.add_argument(
        "--attributes", metavar="FILE", help="write spans by role, as dolma attributes"
    )


def add_chain(group: Any) -> None:
    """The arguments that say which steps there are."""
    group.add_argument("--preset", metavar="NAME", help="gentle (mend only), news (the default) or strict")
    group.add_argument("--steps", metavar="STEP,…", type=listed, help="these steps instead of the preset's")
    group.add_argument("--skip", metavar="STEP,…", type=listed, action="append", help="leave steps out")
    group.add_argument("--keep", metavar="ROLE,…", type=listed, action="append", help="remove no block of these roles")
    group.add_argument(
        "--set",
        dest="settings",
        action="append",
        default=[],
        metavar="STEP.OPTION=VALUE",
        help="an option of a step, as in captions.threshold=0.5",
    )
    files = group.add_mutually_exclusive_group()
    files.add_argument(
        "--config", metavar="FILE", help="instead of the nearest cleantext.toml or pyproject.toml with [tool.cleantext]"
    )
    files.add_argument("--no-config", action="store_true", help="look for no configuration file")


def _add_looking(group: Any) -> None:
    look = group.add_mutually_exclusive_group()
    look.add_argument("--explain", action="store_true", help="each block, its role, what became of it, and why")
    look.add_argument("--diff", action="store_true", help="what would change, as a unified diff")
    group.add_argument("--check", action="store_true", help="only say which documents would change")
    group.add_argument(
        "--color", "--colour", choices=("auto", "always", "never"), default="auto", metavar="WHEN",
        help="auto (on a terminal, unless NO_COLOR is set), always or never",
    )  # fmt: skip


def _add_about(group: Any) -> None:
    group.add_argument("--list-steps", action="store_true", help="the steps and their options")
    group.add_argument("--print-config", action="store_true", help="the chain as a configuration file")
    group.add_argument("-q", "--quiet", action="store_true", help="no warnings and no counts, errors only")
    group.add_argument("--debug", action="store_true", help="a traceback for an error")
    group.add_argument("-V", "--version", action="store_true", help="the version")
    group.add_argument("-h", "--help", action="store_true", help="this help")


def listed(text: str) -> list[str]:
    """The names in a list with commas."""
    return [name for name in (part.strip() for part in text.split(",")) if name]


def _settle(arguments: Arguments, parser: argparse.ArgumentParser) -> None:
    """Fill in what follows from other arguments, and refuse what does not go together."""
    arguments.assumed = arguments.source is None
    arguments.source = arguments.source or "text"
    arguments.to = arguments.to or _LIKE.get(arguments.source, arguments.source)
    arguments.files = arguments.files or ["-"]
    for wrong, message in _contradictions(arguments):
        if wrong:
            parser.error(message)
    arguments.field = arguments.field or "text"


def _contradictions(given: Arguments) -> list[tuple[bool, str]]:
    fields, json_out = given.source in FIELDS, given.to == "jsonl"
    looking = given.check or given.diff or given.explain
    return [
        (given.field is not None and not (fields or json_out), f"--field goes with {_AND_FIELDS} or --to jsonl"),
        ((given.facts or given.removed) and not json_out, "--facts and --removed go with --to jsonl"),
        ((given.facts or given.removed) and looking, "--facts and --removed do not go with --check, --diff, --explain"),
        (given.delimiter is not None and given.source != "csv", "--delimiter goes with --from csv"),
        (bool(given.known_from) and not fields, f"--known-from goes with {_AND_FIELDS}"),
        (given.rejected is not None and given.errors != "skip", "--rejected goes with --errors skip"),
        (given.rejected is not None and given.rejected == given.output, "--rejected wants a file of its own"),
        (given.check and given.explain, "--check does not go with --explain"),
        (bool(given.edits or given.attributes) and looking, "--edits and --attributes do not go with looking"),
        (given.check and given.output != "-", "--check writes nothing; leave out --output"),
        (given.files.count("-") > 1, "standard input can be read once only; leave one - out"),
    ]
