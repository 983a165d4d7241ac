"""Markup that was left in a text here and there."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.remnants import remnant_edits

BODY = (
    "The ferry will run again on Monday, its owner said, after the harbour council had agreed to pay for a new engine.",
    "Some forty people live on the islands all year, and fishing boats had supplied them with post from Port Ailsa.",
    "“We are glad to be back,” said Nils Moe, who runs the line with his two sisters. “The engine is quiet.”",
    "Fares stay as they are until spring, Mr. Moe said, and the school will send its books by the first boat.",
)
BETWEEN = (
    "<!-- ad slot 1 -->", "\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n",
    '<iframe src="https://isle.example"></iframe>',
    '\n<img src="https://isle.example/a.jpg" alt="The old pier" width="300">\n', '<div class="ad"></div>',
    '\n\n[gallery ids="1,2,3"]\n\n', '[ad id="7"]', "<br class='x'/>",
)  # fmt: skip
WITHIN = (
    ('<a href="https://isle.example/b?c=d&e=f" target="_blank">', "</a>"), ('<span style="color:red">', "</span>"),
    ("[url=https://isle.example]", "[/url]"), ("[b]", "[/b]"), ("<!-- from -->", ""),
)  # fmt: skip
STAYS = (
    "The <b> tag and the <a> tag, he said, are <i>old</i>.",
    "You may use these: <a href=\"\" title=\"\"> <abbr title=\"\"> <b>",
    "He [sic] said [the ferry] was [b] back, if x < y and y > z.",
    "if (x) { document.write('<img src=\"a.jpg\">'); }",
    "It was <!-- not closed, and [caption was not, either.",
)  # fmt: skip


@pytest.mark.parametrize("markup", BETWEEN)
def test_between_paragraphs_it_goes(markup: str) -> None:
    assert cleantext.clean(f"{BODY[0]}{markup}{BODY[1]}\n\n{BODY[2]}\n\n{BODY[3]}") == "\n\n".join(BODY)


def test_character_data_is_opened() -> None:
    assert cleantext.clean(f"<![CDATA[{'<br/><br/>'.join(BODY)}]]>") == "\n\n".join(BODY)


@pytest.mark.parametrize(("opening", "closing"), WITHIN)
def test_within_a_sentence_its_words_stay(opening: str, closing: str) -> None:
    marked = BODY[1].replace("fishing boats", f"{opening}fishing boats{closing}")
    assert cleantext.clean("\n\n".join([BODY[0], marked, *BODY[2:]])) == "\n\n".join(BODY)


@pytest.mark.parametrize("text", STAYS)
def test_what_speaks_of_markup_stays(text: str) -> None:
    assert remnant_edits(text) == []
