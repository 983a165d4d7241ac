"""Markup that was left in a text here and there."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.remnants import remnant_edits
from test_separator_tokens import BODY
from timing import grows_with

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
    "The <script> tag, he said, begins what the page does, and </script> ends it.",
    "It was <!-- not closed, and [caption was not, either.",
)  # fmt: skip


@pytest.mark.parametrize("markup", BETWEEN)
def test_between_paragraphs_it_goes(markup: str) -> None:
    assert cleantext.clean(f"{BODY[0]}{markup}{BODY[1]}\n\n" + "\n\n".join(BODY[2:])) == "\n\n".join(BODY)


def test_character_data_is_opened() -> None:
    assert cleantext.clean(f"<![CDATA[{'<br/><br/>'.join(BODY)}]]>") == "\n\n".join(BODY)


@pytest.mark.parametrize(("opening", "closing"), WITHIN)
def test_within_a_sentence_its_words_stay(opening: str, closing: str) -> None:
    marked = BODY[1].replace("fishing boats", f"{opening}fishing boats{closing}")
    assert cleantext.clean("\n\n".join([BODY[0], marked, *BODY[2:]])) == "\n\n".join(BODY)


@pytest.mark.parametrize("text", STAYS)
def test_what_speaks_of_markup_stays(text: str) -> None:
    assert remnant_edits(text) == []


@pytest.mark.parametrize("piece", ["<!--", "-->", "<script>", "</script>", "<![CDATA[", "]]>", "[a b", "[b]", "<"])
def test_time_grows_with_length(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (10_000, 80_000))
    assert grows_with(8, lambda: remnant_edits(short), lambda: remnant_edits(long))
