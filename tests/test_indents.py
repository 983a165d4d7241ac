"""Indented first lines begin paragraphs of wrapped text; verse, code, lists and quotations are indented otherwise."""

from __future__ import annotations

import textwrap

import pytest

from cleantext import read
from cleantext.text.indents import indent_of, indented_paragraphs

VERSE = """My neighbour keeps a dozen geese
   that never learnt to fly,
and when the wind is from the east
   they look up at the sky.
The oldest spreads her wings a bit
   and walks along the wall,
then turns around to where they sit
   and says no word at all."""
CODE = """def ferry(boats):
    if boats:
        return boats
    sail()
    return None
print(ferry(3))
and so on
that is all of it
to be read"""
QUOTED = """The letter that was found in the wreck said what
everybody on the isles had known for many years:
   we are lost, and the boat is lost with us, and
   nobody will come to look for her before spring.
It was signed by the captain and by the two men who
had been on board with him, and by nobody else at
all."""
HANGING = """Things to bring for the long crossing are
- a warm coat, for the wind comes from the
  north and is cold in every season
- bread for three days and water for
  as long as it may take the boat
and nothing else but what may fit into one
small bag, which
must be shut."""
INDENTED_ALL = "\n".join(f"   The ferry number {n} is full and will not\n   take on any more bags." for n in range(5))
CENTRED = """     The Isle Post
  A paper for the isles
      Founded in 1901
The ferry runs again after a month in the dock and
nobody was hurt when it came back. It had
been in there since
may of last year."""

MENU = "Home\nNews\nFerries\n   Port Ada\nContact.\n   Fares.\nMore\nSport.\n   Boats\nAll boats\nHelp\nfor you\nor us"


@pytest.mark.parametrize("text", [VERSE, CODE, QUOTED, HANGING, INDENTED_ALL, CENTRED, MENU])
def test_other_indents_begin_no_paragraphs(text: str) -> None:
    assert indented_paragraphs(text) == []
    assert indent_of(text) == 0


PARAGRAPHS = """\
Die Fähre zu den Außeninseln fährt erst nach Ostern wieder. Das teilte der Betreiber am Dienstag mit. Das Schiff \
sollte schon im Dezember aus der Werft kommen.

„Wir haben den Schaden unterschätzt“, sagte Betreiber Bo Tern. Die Welle sei an zwei Stellen gerissen, ein Ersatz \
müsse erst gegossen werden.

Auf den Inseln leben rund vierzig Menschen. Sie werden derzeit von Fischerbooten versorgt.""".split("\n\n")


@pytest.mark.parametrize("indent", ["  ", "   ", "    ", "\t"])
@pytest.mark.parametrize("width", [34, 40, 58, 72])
def test_indented_lines_begin_paragraphs(indent: str, width: int) -> None:
    lines = [textwrap.fill(paragraph, width, initial_indent=indent) for paragraph in PARAGRAPHS]
    text = "Von Ada Quill\n" + "\n".join(lines)
    assert len(indented_paragraphs(text)) == 3
    assert read(text).text.split("\n\n") == PARAGRAPHS
