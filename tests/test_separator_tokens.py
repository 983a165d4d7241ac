"""Words and signs that data sets, tokenizers and spreadsheets put where lines and paragraphs ended."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.separator_tokens import token_edits

BODY = (
    "The ferry will run again on Monday, its owner said, after the harbour council had agreed to pay for a new engine.",
    "Some forty people live on the islands all year, and fishing boats had supplied them with post from Port Ailsa.",
    "“We are glad to be back,” said Nils Moe, who runs the line with his two sisters. “The engine is quiet.”",
    "Fares stay as they are until spring, Mr. Moe said, and the school will send its books by the first boat.",
    "The council had closed the old pier in March, when a storm tore three planks from it and sank a launch.",
)
TOKENS = (
    " NEWLINE_CHAR ", "NEWLINE_CHAR", " NEWLINE_CHAR NEWLINE_CHAR ", " <n> ", "<n>", " </s> ", "<s> ", " [SEP] ",
    "[newline]", "_x000D_", "_x000D_\n", " story_separator_special_tag ", " // ", " ~ ", "###", " *** ", " * * * ",
    "@@@", " ;; ", " » ", " — — — ", " > ", " / ",
)  # fmt: skip
STAYS = (
    "Write to isle.example//a, https://isle.example/b or ftp://isle.example/c. See // below.",
    "It cost ~5,000 crowns. ~Half of it was paid. He had ~30 men.",
    "Home > News > Sport > Ferry. It is back. Council > Harbour.",
    "He is gone / she is here / it is late. They sang / and left.",
    "The tag <s> begins a sentence and </s> ends it, as the book says.",
    "He said [sic] and [SEP] and [CLS] are three words in brackets.",
    "It was f***, s*** and more. **Bold** words. He **said so**.",
    "“Er ist » gut « hier.” » Ja. « Nein.",
)


@pytest.mark.parametrize("token", TOKENS)
def test_they_part_paragraphs_and_go(token: str) -> None:
    assert cleantext.clean(token.join(BODY)) == "\n\n".join(BODY)


@pytest.mark.parametrize("token", [" NEWLINE_CHAR ", "_x000D_\n"])
def test_in_mid_sentence_they_make_a_blank(token: str) -> None:
    broken = BODY[1].replace(", and fishing", f",{token}and fishing")
    assert cleantext.clean("\n\n".join([BODY[0], broken, *BODY[2:]])) == "\n\n".join(BODY)


@pytest.mark.parametrize("text", STAYS)
def test_what_is_written_so_stays(text: str) -> None:
    assert token_edits(text) == []
