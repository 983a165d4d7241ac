"""Columns of a newspaper are paragraphs again; verse, lists and all else that has short lines keeps them."""

from __future__ import annotations

import textwrap

import pytest

from cleantext.document import Document
from cleantext.steps.rejoin import Rejoin
from cleantext.text.wrapping import wrapped_breaks

ENGLISH = """
Every morning at six Ada Quill walks down to the pier and looks at the water where the ferry ought to be. She has done
so for six weeks, in all weathers, and nobody has told her when it will be back.

The Petrel lies in a dock forty miles away with a broken shaft. The company that owns her says that it has no money to
mend it. Its owner, Bo Tern, did not want to talk to a reporter. He has sold two of his three boats.

Some have begun to pack. A family will move to Port Ada in the fall, and their house is for sale."""
GERMAN = """
Die Fähre zu den Außeninseln fährt erst nach Ostern wieder. Das teilte der Betreiber am Dienstag mit. Ursprünglich
sollte das Schiff schon im Dezember aus der Werft kommen.

Auf den Inseln leben rund vierzig Menschen. Sie werden derzeit von Fischerbooten versorgt, sofern das Wetter es zulässt.
Der Bürgermeister verlangt vom Land, dass es ein Ersatzschiff schickt."""
BALLAD = """
The ferry left at break of day,
with forty souls on board,
and nobody had thought to pray
or look for what it stored.
The captain stood upon the bridge
and looked out for the light
that stands upon the outer ridge
and burns there every night.
But no light burned. And no bell rang,
and all the sea was black;
the sailors in the foresail sang
that nobody comes back."""
FREE_VERSE = """
the cow is sold
whoever comes
may come in
the door is open
and the fire is lit
there is bread
and a little milk
and nobody
to drink it
but the cat
who sleeps
on the chair
by the window"""
INGREDIENTS = """
200 g flour
a pinch of salt. Fine salt is best
2 eggs
half a litre of milk
some butter
a spoonful of sugar
one lemon
two apples, peeled. Red ones will do
cinnamon
a handful of raisins
and cream to serve"""
TIMETABLE = "\n".join(f"{h}:15 Gull Holm\nvia Mole Pier\n{h}:40 Port Ada\nno bicycles" for h in range(6, 12))
HEADLINES = """
Ferry to the isles will not
be back before the winter
Mayor asks the council for
a second loan for the boat
No fish, no bread, no post:
how forty people live there
Storm is coming, say pilots
who know every single rock"""
ONE_WORD = "\n".join("the ferry of the isles was late. Nobody knew why it was late. It never came back.".split())
MESSAGES = "\n".join(f"at {h} we left. Then it\nrained and the boat" for h in ("six", "seven"))
JAPANESE = """
船は月曜日に
また島へ行く。
会社が土曜日の夜
に発表した。
住民はその間、
漁船で運ばれた。
パンと郵便で
暮らしていた。"""


@pytest.mark.parametrize(
    "text",
    [BALLAD, FREE_VERSE, INGREDIENTS, TIMETABLE, HEADLINES, ONE_WORD, MESSAGES, JAPANESE],
    ids=["ballad", "verse", "ingredients", "timetable", "headlines", "words", "messages", "Japanese"],
)
def test_other_short_lines_stay(text: str) -> None:
    assert wrapped_breaks(text.strip()) == []


@pytest.mark.parametrize("width", [22, 26, 30, 34, 38, 60])
@pytest.mark.parametrize("whole", [ENGLISH, GERMAN], ids=["English", "German"])
def test_columns_are_paragraphs_again(width: int, whole: str) -> None:
    paragraphs = [" ".join(paragraph.split()) for paragraph in whole.split("\n\n")]
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    assert Rejoin()(Document.of(text)).text.split("\n\n") == paragraphs
