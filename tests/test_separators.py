"""What stood between blocks is found where it parts them, and left alone where it is something else."""

from __future__ import annotations

import json

import pytest

import cleantext
from cleantext.document import Document, replay, undo
from cleantext.models.copies import second_copies
from cleantext.steps.encoding import Encoding
from cleantext.steps.judge import Judge
from cleantext.steps.spaces import Spaces
from cleantext.text.markdown import markdown_edits
from cleantext.text.openers import openers_in, pointers_in
from cleantext.text.separators import bar_edits, escape_edits, list_edits, tag_edits, wide_gaps

LINES = [
    "Home",
    "Island News",
    "Ferry back in service after a month",
    "By Ada Quill",
    "The ferry between the two islands runs again after a month in the dock. It had lost its rudder in a storm.",
    "“We missed it more than the sun,” said Bo Tern, who keeps the only shop on the smaller one. She laughed.",
    "The harbour master expects the boat to be full until the autumn. It leaves at nine and comes back at dusk.",
    "Nobody was hurt when the rudder broke, though a crate of oranges was lost to the gulls that afternoon.",
    "Read our letter from the islands",
]
BODY = LINES[4:8]


def paragraphs(text: str) -> list[str]:
    return cleantext.clean(text, preset="news").split("\n\n")


@pytest.mark.parametrize(
    "text",
    [
        "  ".join(LINES),
        "      ".join(LINES),
        "\t".join(LINES),
        " | ".join(LINES),
        "|".join(LINES),
        " ¶ ".join(LINES),
        "\\n".join(LINES),
        "\\r\\n\\r\\n".join(LINES),
        "<br>".join(LINES),
        "<br/>\n".join(LINES),
        "".join(f'<p class="x">{line}</p>' for line in LINES),
        "".join(f"&lt;p&gt;{line}&lt;/p&gt;" for line in LINES),
        json.dumps(LINES),
        json.dumps(LINES, ensure_ascii=False),
        repr(LINES),
        repr("\n".join(LINES).encode()),
        "\n\n".join(["# Island News", *LINES[1:3], "## [Ferries](/ferries)", *LINES[3:8], "[Letter](https://a.example/)"]),
    ],
    ids=lambda text: text[4:16],
)
def test_what_parted_blocks_parts_them(text: str) -> None:
    assert paragraphs(text) == BODY


@pytest.mark.parametrize(
    "text",
    [
        "  ".join(LINES),
        "".join(f"<p>{line}</p>" for line in LINES),
        json.dumps(LINES),
        "\\n".join(LINES),
    ],
    ids=lambda text: text[4:12],
)
def test_nothing_is_lost_silently(text: str) -> None:
    document = cleantext.read(text)
    assert replay(text, document.edits) == document.text
    assert undo(document.text, document.edits) == text


TYPED = "She came at nine.  Nobody was there.  He left.  Nobody saw him.  It rained.  It was late.  They slept."
REWRAPPED = (
    "The ferry between  the two islands runs again after  a month in the dock. It had lost  its rudder in a storm and  "
    "could not be steered. The harbour  master expects the boat to be  full until the autumn, when the  schools begin."
)


@pytest.mark.parametrize(
    "text",
    [
        TYPED,
        REWRAPPED,
        "Fares:  adults 9.50,  children 4.20,  dogs free,  as was decided  in May.",
        "She left at nine.\xa0 He came at ten.\xa0 They met at noon. \xa0It rained. \xa0Nobody minded.",
        "One line.\n\nTwo  blanks here.\n\nAnd  there.\n\nAnd  once more.",
        "no  blanks",
    ],
)
def test_other_wide_blanks_part_nothing(text: str) -> None:
    assert wide_gaps(text) == []
    assert "\n" not in Spaces()(Document.of(text.replace("\n", " "))).text


@pytest.mark.parametrize(
    ("find", "text"),
    [
        (bar_edits, "Home | News | Sport | Weather | " + " ".join(BODY * 3)),
        (bar_edits, "a | b | c | d | e"),
        (bar_edits, "Home | News\nSport | Weather\n" + "\n".join(BODY)),
        (tag_edits, "Wrap it in <p> and </p>, then close the <div> that you opened, and write <b> with care."),
        (tag_edits, "The sign is < and > is its twin; a<b and b>c, she wrote."),
        (tag_edits, "Scores: <unknown> and <none>."),
        (tag_edits, "if (a) { list.append('<li>' + name + '</li>'); } else { list.append('<p>none</p>'); }"),
        (escape_edits, r"The files lie in C:\new\news and D:\nothing\nowhere."),
        (escape_edits, r"Write \n where a line ends."),
        (escape_edits, r'It says print("Ferry\n"); and then print("Island\n"); twice.'),
        (escape_edits, r"Erwin Schr\"odinger, Kurt G\"odel, J\"urgen M\"uller and \"Osterreich"),
        (escape_edits, r"In \LaTeX{} \"o, \'e and \"u are \"letters\" and \textbf is bold."),
        (escape_edits, r"It is \"full\" and \"late\" in C:\Users\Ada."),
        (escape_edits, r'It is \"full\", she wrote, "and \"late\"".'),
        (escape_edits, r"See isle.example\/a, isle.example\/b and isle.example\/c, or isle.example/d."),
        (escape_edits, r"A fence is drawn as \/\/\/\/\/ in old games."),
        (escape_edits, r"The codes \u00e9 \u00e8 and \u2019 are letters, and so is é."),
        (escape_edits, r"function() { return \"a\" + \"b\" + \"c\"; }"),
        (escape_edits, r"It is \"full\"."),
        (list_edits, '["Yes", he said, "no"]'),
        (list_edits, "[sic]"),
        (list_edits, '["one"]'),
        (list_edits, '["a", "b"] and so on'),
        (list_edits, "[]"),
        (list_edits, "["),
        (markdown_edits, "He said [it] (twice). #1 of 2, #2 of 2. a_b_c and 2*3*4."),
        (markdown_edits, "# Ferry\n# Harbour\n# Islands"),
        (markdown_edits, "One [link](https://a.example/) only."),
    ],
)
def test_what_looks_like_it_stays(find: object, text: str) -> None:
    assert callable(find)
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"It is \"full\", he said.\"Nobody\" waited.", 'It is "full", he said."Nobody" waited.'),
        (r"He said: \"It is full.\"Ada: \"Yes.\"Nobody waited.", 'He said: "It is full."Ada: "Yes."Nobody waited.'),
        (r"Ada Quill\/Isle News 03\/10\/2026 06:52 PM", "Ada Quill/Isle News 03/10/2026 06:52 PM"),
        (r"At https:\/\/isle.example\/a: \"Full\".\nAll is well.", 'At https://isle.example/a: "Full".\nAll is well.'),
        (r"The caf\u00e9\u2019s owner, Zo\u00eb Quill, left.", "The café’s owner, Zoë Quill, left."),
        (r"It\u2019s \ud83d\ude00, it\u2019s late, isn\u2019t it?", "It’s \N{GRINNING FACE}, it’s late, isn’t it?"),
        (r"He said \"C:\\new\" and “no” and \"yes\".", 'He said "C:\\new" and “no” and "yes".'),
    ],
)
def test_the_inside_of_a_json_string(text: str, expected: str) -> None:
    document = Encoding()(Document.of(text))
    assert document.text == expected
    assert Encoding()(Document.of(expected)).text == expected
    assert undo(expected, document.edits) == text
    assert {edit.rule for edit in document.edits} <= {"encoding.escapes", "encoding.invisible"}


def test_inline_tags_leave_no_trace() -> None:
    text = '<p>The <b>ferry</b> runs <a href="/x?a=1&amp;b=2">again</a>.</p><p>It is <em>full</em>.</p>'
    assert Encoding()(Document.of(text)).text == "The ferry runs again.\nIt is full."


def test_markup_may_be_kept() -> None:
    text = "<p>The ferry runs.</p><p>It is full.</p>"
    assert Encoding(markup=False)(Document.of(text)).text == text


def test_a_picture_leaves_its_words() -> None:
    text = "![The pier](https://a.example/p_(1).jpg) The [ferry](/ferry) runs."
    assert Encoding()(Document.of(text)).text == "The pier\n The ferry runs."


def test_a_compound_keeps_its_quotation_marks() -> None:
    text = '["She said \\"no\\".", "It\'s late."]'
    assert Encoding()(Document.of(text)).text == "She said \"no\".\nIt's late."


@pytest.mark.parametrize("between", ["", "  ", "\\n"])
def test_many_marks_take_no_longer_each(between: str) -> None:
    text = between.join(["<" * 50, "[" * 50, "\\" * 50, "|" * 50, "  " * 50, "]("] * 400)
    assert len(Encoding()(Document.of(text)).text) > 0


def test_openers() -> None:
    text = "It is late. Read more: Ferry “back.” © Isle News (c) 2021. The RELATED: word. He said. RELATED: Harbour"
    begun = sorted([*openers_in(text), *(at for at, _ in pointers_in(text))])
    assert [text[at : at + 7] for at in begun] == ["Read mo", "© Isle ", "RELATED"]


def test_the_second_copy_of_an_article_goes() -> None:
    once = "\n\n".join(LINES[2:8])
    assert paragraphs(f"{once}\n\n{once}") == BODY


def test_a_copy_is_judged_like_its_original_but_for_its_role() -> None:
    once = "\n".join(LINES[2:8])
    document = cleantext.read(f"{once}\n{once}")
    copies = [block for block in document.blocks if block.dropped_by == "furniture"]
    assert len(copies) >= 4
    assert all("said before" in {reason.rule for reason in block.reasons} for block in copies)


def test_what_stands_far_apart_is_no_copy() -> None:
    unique = [line.replace(" ", f" {n} ") for n in range(4) for line in BODY]
    assert second_copies([*BODY, *unique, *BODY]) == {}
    assert len(second_copies([*BODY * 2, *unique])) == len(BODY)


def test_a_copy_may_be_cut_at_other_sentences() -> None:
    said = [f"The ferry number {n} left at dawn, and came back at {n + 9} with all its crew." for n in range(16)]
    first = [" ".join(said[k : k + 2]) for k in range(0, 16, 2)]
    second = [*said[:4], *(" ".join(said[k : k + 3]) for k in range(4, 16, 3))]
    repeated = ["Advertisement", "Remove ads"]
    texts = [part for piece in first for part in (piece, *repeated)] + second
    found = second_copies(texts)
    assert sorted(found) == [k for k, text in enumerate(texts) if k >= len(texts) - len(second)]
    assert found[len(texts) - len(second)] == 0


def test_short_headings_of_a_copy_are_of_it() -> None:
    once = [part for k, line in enumerate(BODY) for part in (f"Part {k}", line)]
    assert second_copies([*once, *once]).keys() >= {*range(len(once) + 1, 2 * len(once))}


@pytest.mark.parametrize("parting", ["Advertisement", "(To see the ferry leave, click here)"])
def test_a_copy_with_what_parts_the_text_is_one_too(parting: str) -> None:
    page = "\n".join([*BODY[:2], parting, *BODY[2:]])
    document = cleantext.read(f"{page}\n{page}")
    assert document.text == cleantext.clean(page)
    assert [block.kept for block in document.blocks if block.text == parting] == [False, False]


def test_an_empty_document_has_no_copies() -> None:
    assert Judge()(Document.of("")).text == ""
