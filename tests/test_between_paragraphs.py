"""What sites put between paragraphs as a rule: whatever joins it to them, it goes, and they stay as they are."""

from __future__ import annotations

import pytest

import cleantext


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, each on one line."""
    return tuple(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


ENGLISH = paragraphs("""\
The council voted on Tuesday to close the harbour road for six months while engineers repair the sea wall.
Residents said they had been given no warning.

Shopkeepers fear that they will lose half of their summer trade. “We live from June to August,” said Maria
Marsh, who sells ice cream by the pier.

Engineers found the first cracks in January, after two storms had thrown waves over the promenade. Divers then
looked at the foundations and reported that the sea had washed out nearly a third of the stones.

“It is not a question of whether the wall falls, but of when,” the harbour engineer, Bo Tern, told the
council. His report puts the cost at 4.2 million pounds.

Fishermen are less worried. Their boats lie on the other side of the breakwater, and the road to the fish
market stays open.
""")
GERMAN = paragraphs("""\
Der Gemeinderat hat am Dienstag beschlossen, die Hafenstraße für sechs Monate zu sperren, weil die Ufermauer
saniert werden muss. Anwohner klagten, niemand habe sie gewarnt.

Die Händler fürchten um die Hälfte ihres Sommergeschäfts. „Wir leben von Juni bis August“, sagte Grete Lund,
die am Kai Eis verkauft.

Die ersten Risse hatten Ingenieure im Januar entdeckt, nachdem zwei Stürme die Wellen über die Promenade
geworfen hatten. Taucher sahen sich daraufhin die Fundamente an.

Das Land will die Hälfte davon übernehmen. Der Rest kommt aus einem Topf, der für die neue Bücherei gedacht
war, die nun ein Jahr später öffnet.
""")
JOINTS = {"glued": "", "blank": " ", "line": "\n"}

ENGLISH_PIECES = [
    "Photo: Ada Quill",
    "© Rex Lantern",
    "Photograph: Bo Marsh/The Guardian",
    "REUTERS/Ada Quill",
    "ADA QUILL / AFP",
    "Photo courtesy of Ada Quill",
    "Photo / Ada Quill",
    "Credit...Ada Quill for The Isle Times",
    "PHOTO BY ADA QUILL /Postmedia",
    "Getty Images",
    "AFP via Getty Images",
    "File photo",
    "A worker inspects the sea wall. Photograph: Bo Marsh/The Guardian",
    "A worker inspects the sea wall© Rex Lantern",
    "A worker inspects the sea wall REUTERS/Ada Quill",
    "Advertisement. Scroll to continue reading.",
    "ADVERTISEMENT - SCROLL TO CONTINUE",
    "Article continues after this advertisement",
    "Story continues after photo gallery",
    "Related Articles",
    "You might also like",
    "Promoted Stories",
    "Loading...",
    "Watch the video below",
    "Follow us on X and Facebook",
    "Share on FacebookShare on Twitter",
    "Listen to this article5 min",
    "READ ALSO: Governor visits the port",
    "ALSO READ | Ferry fares to rise in April",
    "Don't miss: How the ferry was saved",
]
GERMAN_PIECES = [
    "Foto: Ida Holm",
    "© Ida Holm/dpa",
    "(Foto: dpa)",
    "Foto: Ida Holm/dpa",
    "(c) dpa",
    "Ein Arbeiter prüft die Ufermauer am Montag. Foto: Ida Holm",
    "Ein Arbeiter prüft die Ufermauer (Archivbild)",
    "Weiterlesen nach der Anzeige",
    "Hier geht es zum Livestream",
    "Empfohlener Inhalt",
    "Lesen Sie auch: Fähre bleibt im Hafen",
]
CASES = [(ENGLISH, piece) for piece in ENGLISH_PIECES] + [(GERMAN, piece) for piece in GERMAN_PIECES]


@pytest.mark.parametrize("joint", JOINTS.values(), ids=JOINTS)
@pytest.mark.parametrize(("article", "piece"), CASES, ids=[piece for _, piece in CASES])
def test_a_piece_between_paragraphs_goes_alone(article: tuple[str, ...], piece: str, joint: str) -> None:
    text = joint.join([*article[:2], piece, *article[2:]])
    assert " ".join(cleantext.clean(text).split()) == " ".join(article)


@pytest.mark.parametrize("article", [ENGLISH, GERMAN], ids=["en", "de"])
@pytest.mark.parametrize("joint", JOINTS.values(), ids=JOINTS)
def test_paragraphs_with_nothing_between_them_stay(article: tuple[str, ...], joint: str) -> None:
    assert " ".join(cleantext.clean(joint.join(article)).split()) == " ".join(article)
