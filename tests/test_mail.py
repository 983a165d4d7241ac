"""Quoted-printable and the marks of quoted mails."""

from __future__ import annotations

import pytest

import cleantext
from cleantext import Document
from cleantext.steps.encoding import Encoding
from cleantext.text.frontmatter import front_matter
from cleantext.text.mail import heading_mark_edits, quote_mark_edits, quoted_printable_edits


@pytest.mark.parametrize(
    "text",
    [
        "It is back.",
        "See https://isle.example/?id=E2&name=C3=A9&more=E9=A0 and https://isle.example/?q=D0=BF.",
        "If x=20 and y=30, then x+y=50.",
        "E=MC2, and a=B0 where b=A9.",
        "a = 20\nb =\nc",
        "The colours were red=FF and blue=0F.",
        "She wrote “caf=E9” on the board.",
        "=20 is a code.",
        "if a==B0 or b==C1: pass",
        "==FERRY BACK==\nIt runs.",
    ],
)
def test_what_is_not_quoted_printable_stays(text: str) -> None:
    assert quoted_printable_edits(text) == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("=E2=80=9CIt is back,=E2=80=9D she said.", "“It is back,” she said."),
        ("The caf=E9 of the h=F4tel is full.", "The café of the hôtel is full."),
        ("The caf=C3=A9 is full. =D0=9F=D0=B0=D1=80=D0=BE=D0=BC", "The café is full. Паром"),
        ("It is full.=20\nFares st=\nay.=20\nNobody paid.", "It is full. \nFares stay. \nNobody paid."),
        ("The ferry runs a=\ngain and the caf=C3=A9 too.", "The ferry runs again and the café too."),
        ("The ferry runs a= gain: =E2=80=9Cfull=E2=80=9D.", "The ferry runs again: “full”."),
        ("=E2=80=9Cfull=E2=80=9D, see https://isle.example/?a=3Db", "“full”, see https://isle.example/?a=b"),
        ("=E2=80=\n=9Cfull=E2=80=9D", "“full”"),
    ],
)
def test_quoted_printable_is_read(text: str, meant: str) -> None:
    assert Encoding()(Document.of(text)).text.replace("\n\n", "\n") == meant


@pytest.mark.parametrize(
    "text",
    ["> Home\nIt is back.\nIt is full.", "3 > 2\n> it\nis", "> It is back.\n> It is full.", "It is > that."],
)
def test_other_marks_stay(text: str) -> None:
    assert quote_mark_edits(text) == []


def test_the_marks_of_quoted_lines_go() -> None:
    text = "> It is back.\n>\n> It is full,\n> and fares stay.\n>> So they say."
    assert Encoding()(Document.of(text)).text == "It is back.\n\nIt is full,\nand fares stay.\nSo they say."


def test_a_line_may_be_broken_behind_a_blank() -> None:
    text = "=E2=80=9CIt is back,=E2=80=9D said the man who runs the line =\nwith his two sisters. It was=\n full."
    assert cleantext.clean(text) == "“It is back,” said the man who runs the line with his two sisters. It was full."


LINES = (
    "The ferry between the isles is back after a month, its owner said on",
    "Monday, and it will sail every day of the week until the end of March.",
    "Nobody was hurt when it ran aground in a fog that hid the whole pier.",
    "Fares stay as they are, and those who waited need not pay for a year.",
)


@pytest.mark.parametrize("mark", ["> ", ">", "> > ", ">> "])
def test_a_quotation_is_read_within_a_mail(mark: str) -> None:
    quoted = "\n".join(f"{mark}{line}" for line in (*LINES[:2], "", *LINES[2:]))
    text = f"Hello Bo,\n\nhave you seen this?\n\n{quoted}\n\nAda\n\n-- \nIsle Ferries, Port Ada\nTel. 555 0100"
    found = Encoding()(Document.of(text)).text
    assert ">" not in found
    assert all(line in found for line in LINES)
    assert cleantext.clean(text).count("The ferry between the isles") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Read on\n> Ferry back\n> Dock sold\n> Pier shut\n> Fares to rise\nIt is back in its berth.",  # they point
        "\n".join([*LINES, f"> {LINES[0]}", *LINES[2:]]),
        "Home > Isle > News > Ferries > Port Ada > Ferry back",
        f"if a > b and c > d and e > f and g > h and i > j: {' '.join(LINES)}",
    ],
)
def test_marks_that_quote_nobody_stay(text: str) -> None:
    assert quote_mark_edits(text) == []


def test_marks_are_found_where_lines_are_lost() -> None:
    wrapped = [
        "The ferry between the isles is back after a month, its owner said,",
        "and it will sail every day of the week until the end of March, as",
        "it did in the years before the fog.",
    ]
    text = " ".join(f"> {line}" for line in (*wrapped, "", *wrapped))
    assert Encoding()(Document.of(text)).text == f"{' '.join(wrapped)}\n{' '.join(wrapped)}"


def test_marks_before_headings_go_with_their_rules() -> None:
    text = f"** Ferry back\n{'-' * 60}\n\n{' '.join(LINES)}\n\n** Fares\n{'=' * 60}\n\nThey stay. ** No. 1 **"
    assert [text[a:b] for a, b, _ in heading_mark_edits(text)] == ["** ", "** "]
    assert Encoding()(Document.of(text)).text.split("\n\n")[0] == "Ferry back"


@pytest.mark.parametrize("text", ["** Read more", "** Ferry back\nIt is.", "a ** b -----", "**bold** ----------"])
def test_other_asterisks_stay(text: str) -> None:
    assert heading_mark_edits(text) == []


@pytest.mark.parametrize(
    "head",
    [
        "From: Ada Quill <ada@isle.example>\nSent: Friday, May 3, 2024 9:12 AM\nTo: Bo Tern\nSubject: FW: worth a look",
        "Von: Ada Quill <ada@isle.example>\nGesendet: Freitag, 3. Mai 2024 09:12\nAn: Bo Tern\nBetreff: WG: lesenswert",
        "De : Ada Quill\nEnvoyé : vendredi 3 mai 2024 09:12\nÀ : Bo Tern\nObjet : à lire",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_head_of_a_mail_is_no_headline(head: str, end: str) -> None:
    document = cleantext.read(f"{head}\n\nFerry back after a month\n\n{' '.join(LINES)}".replace("\n", end))
    assert document.text.endswith(" ".join(LINES))
    assert "Quill" not in document.text
    assert document.facts.headline == "Ferry back after a month"
    assert (document.facts.published or "").startswith("2024-05-03")


@pytest.mark.parametrize("text", ["From: the isle\nIt is back.", "Subject: the ferry\nDate: 3 May\n\nIt is back."])
def test_other_labels_are_no_head_of_a_mail(text: str) -> None:
    assert front_matter(text) is None
