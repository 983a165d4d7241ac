"""What stands around the body, read together."""

from __future__ import annotations

import pickle

import pytest

from cleantext import read
from cleantext.document import Role
from cleantext.models.headlines import BIAS, Heads
from cleantext.models.lines import Lines, joined, ranges_of
from cleantext.models.parts import ROLES, PartModel, shipped
from cleantext.models.surroundings import ALONE, MEASURES, SIGNS, Surroundings
from cleantext.text.asides import is_aside
from cleantext.text.kinds import READS, reads
from corpus import samples

BODY = "The bridge over the Mole was closed on Monday after engineers found cracks in two of its pillars, it was said."
MORE = "Traffic is led over the old ferry landing until the pillars have been mended, which will take until spring."


def lines(texts: list[str], roles: list[Role], seams: list[float]) -> Lines:
    """Pieces with scores such as pieces of their roles have."""
    scores = [{Role.BODY: 5.0, Role.CAPTION: -3.0, Role.CREDIT: -3.0}.get(role, -6.0) for role in roles]
    captions = [{Role.CAPTION: 1.5, Role.CREDIT: 0.5}.get(role, -2.0) for role in roles]
    return Lines(texts, roles, seams, scores, captions)


def told(*pieces: tuple[Role, str]) -> list[Role]:
    """The roles after all are read together, the seams plain."""
    roles, texts = [role for role, _ in pieces], [text for _, text in pieces]
    found = shipped().read(lines(texts, roles, [1.0] * len(pieces)))
    return [part.role if part else role for part, role in zip(found, roles, strict=True)]


def test_names_under_a_headline_signed_it_and_under_a_picture_they_took_it() -> None:
    page = [
        (Role.HEADLINE, "Bridge closed until spring"),
        (Role.FURNITURE, "Ada Quill"),
        (Role.STAMP, "7 November 2021, 10:09"),
        (Role.BODY, BODY),
        (Role.CAPTION, "Engineers below the eastern pillar of the bridge on Monday afternoon"),
        (Role.CREDIT, "Photo: Nils Moe"),
        (Role.BODY, MORE),
    ]
    found = told(*page)
    assert found[:3] == [Role.HEADLINE, Role.BYLINE, Role.STAMP]
    assert found[3:] == [Role.BODY, Role.CAPTION, Role.CREDIT, Role.BODY]


SIGNED = ["Maria Quill, Isle Post |", "Maria Quill in Oslo", "Maria Quill Senior Writer", "| Maria Quill and John Tern"]


@pytest.mark.parametrize("text", SIGNED)
@pytest.mark.parametrize("is_first", [True, False])
def test_names_beside_a_stamp_above_the_body_signed(text: str, is_first: bool) -> None:
    stamp, name = (Role.STAMP, "7 November 2021, 10:09"), (Role.CREDIT, text)
    page = [(Role.HEADLINE, "Bridge closed"), *((stamp, name) if is_first else (name, stamp)), (Role.BODY, BODY)]
    assert told(*page)[2 if is_first else 1] is Role.BYLINE


def test_a_name_and_an_agency_beside_a_stamp_took_the_picture() -> None:
    stamp, credit = (Role.STAMP, "7 November 2021, 10:09"), (Role.CREDIT, "Maria Quill/Getty Images")
    assert told((Role.HEADLINE, "Bridge closed"), stamp, credit, (Role.BODY, BODY))[2] is Role.CREDIT


def test_by_alone_and_the_name_after_it_are_the_byline() -> None:
    page = [(Role.HEADLINE, "Bridge closed"), (Role.BYLINE, "By"), (Role.CREDIT, "Ada Quill"), (Role.BODY, BODY)]
    assert told(*page)[1:3] == [Role.BYLINE, Role.BYLINE]


def test_there_is_no_summary_within_the_body() -> None:
    point = "Engineers found cracks in two of the pillars of the bridge on Monday"
    body = [(Role.BODY, BODY), (Role.BODY, MORE)]
    pictures = [(Role.SUMMARY, point), (Role.SUMMARY, "Residents heard the sound of a crash followed by shouts")]
    found = told((Role.HEADLINE, "Bridge closed"), (Role.SUMMARY, point), *body, *pictures, *body)
    assert Role.SUMMARY not in found[2:]


def test_a_stamp_that_was_cut_is_one() -> None:
    texts = ["Bridge closed until spring", "28.", "April 2024, 14:26 Uhr", BODY]
    roles = [Role.HEADLINE, Role.BYLINE, Role.FURNITURE, Role.BODY]
    found = shipped().read(lines(texts, roles, [1.0, 0.9, 0.4, 1.0]))
    assert [part.role for part in found[1:3] if part] == [Role.STAMP, Role.STAMP]


def test_a_line_that_signs_is_a_byline_whatever_it_was_judged() -> None:
    page = [(Role.BODY, BODY), (Role.BODY, "By Ada Quill"), (Role.BODY, MORE)]
    assert told(*page) == [Role.BODY, Role.BYLINE, Role.BODY]
    texts = [text for _, text in page]
    assert shipped().read(lines(texts, [Role.BODY] * 3, [1.0, 0.2, 1.0]))[1] is None  # no line of its own


def test_there_is_one_headline_at_most_and_its_pieces_are_one_line() -> None:
    texts = ["Bridge closed until spring:", "Council blames the frost", "By Ada Quill", BODY]
    roles = [Role.HEADLINE, Role.HEADLINE, Role.BYLINE, Role.BODY]
    found = shipped().read(lines(texts, roles, [1.0, 0.4, 1.0, 1.0]))
    heads = [i for i, part in enumerate(found) if part and part.role is Role.HEADLINE]
    assert heads in ([0], [1], [0, 1])
    assert [found[i].goes_on for i in heads] == [i > heads[0] for i in heads]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry at its dock in the harbour of the outer islands (Isle News photo: Ada Quill)",
        "The ferry at its dock in the harbour of the outer islands. Ada Quill/Getty Images",
        "Norrby, Sweden (Reuters)",
        "Two bids for the ferry were turned down.",
    ],
)
def test_what_reads_as_captions_datelines_or_sentences_do_is_no_headline(text: str) -> None:
    assert told((Role.FURNITURE, text), (Role.BODY, BODY), (Role.BODY, MORE))[0] is not Role.HEADLINE


def test_body_and_subheads_stand_as_they_were_judged() -> None:
    page = [(Role.BODY, BODY), (Role.SUBHEAD, "What comes next"), (Role.BODY, MORE)]
    assert told(*page) == [role for role, _ in page]
    assert told() == []


@pytest.mark.parametrize("text", ["", "x", "© ", "Photo:", "12", "–", "By", "\u202e", "記者", "«", "A" * 500])
def test_every_text_reads_as_something(text: str) -> None:
    if text.strip():
        assert reads(text) in READS


def test_what_is_measured_of_a_line_tells_its_neighbours() -> None:
    seen = Surroundings(lines(["By", "Ada Quill", BODY], [Role.BYLINE, Role.CREDIT, Role.BODY], [1.0, 0.5, 1.0]))
    row = dict(zip(MEASURES, seen.measures(1), strict=True))
    assert ALONE[int(row["reads as"])] == "names"
    near = {name: SIGNS[int(row[name])] for name in ("judged alone", "1 before", "2 before", "1 after", "2 after")}
    assert near == {
        "judged alone": "credit",
        "1 before": "by",
        "2 before": "edge",
        "1 after": "body",
        "2 after": "edge",
    }
    assert (row["lines to the body"], row["after By"], row["seam before"]) == (-1, True, 0.5)
    assert (row["score before"], row["score after"], row["characters after"]) == (-6.0, 5.0, len(BODY))


def test_furniture_between_furniture_is_not_asked_about() -> None:
    seen = Surroundings(lines(["Home", "Sport", "Log in"], [Role.FURNITURE] * 3, [1.0] * 3))
    assert [seen.is_plain(i) for i in range(3)] == [False, True, False]


def test_pieces_that_an_unlikely_seam_cut_are_one_line() -> None:
    cut = lines(
        ["Ships wait off", "Tema on Monday", "Photo: Ida Holm", "Ada Quill", "on the quay", BODY, "and so on"],
        [Role.CAPTION, Role.FURNITURE, Role.CREDIT, Role.BYLINE, Role.FURNITURE, Role.BODY, Role.FURNITURE],
        [1.0, 0.2, 0.2, 0.9, 0.2, 0.2, 0.2],
    )
    found = ranges_of(cut)
    assert found == [(0, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7)]  # a line that says what it is keeps that
    whole = joined(cut, found)
    assert whole.texts[0] == "Ships wait off Tema on Monday"
    assert whole.roles[0] is Role.CAPTION
    assert len(whole.texts) == len(whole.scores) == len(whole.captions) == 6


def test_the_pieces_of_a_line_have_one_role_and_are_joined() -> None:
    caption = ["Engineers below the eastern pillar of the Mole", "Bridge on Monday afternoon"]
    texts = ["Bridge closed until spring", BODY, *caption, MORE]
    roles = [Role.HEADLINE, Role.BODY, Role.CAPTION, Role.FURNITURE, Role.BODY]
    found = shipped().read(lines(texts, roles, [1.0, 1.0, 1.0, 0.2, 1.0]))
    first, second = found[2:4]
    assert first
    assert second
    assert (first.goes_on, second.goes_on) == (False, True)
    assert first.role is second.role


def test_a_changed_role_says_why() -> None:
    document = read(f"Bridge closed until spring\n\nBy Ada Quill\n\n{BODY}\n\n{MORE}")
    byline = next(b for b in document.blocks if b.text == "By Ada Quill")
    assert byline.role is Role.BYLINE
    assert byline.reasons[0].rule.startswith("reads")
    assert pickle.loads(pickle.dumps(byline)).reasons == byline.reasons


def test_a_page_without_a_body_takes_time_in_proportion() -> None:
    """Work is counted in the runs that may be the headline; the rest is one pass."""
    texts = ["Bridge closed until spring"] * 2000
    seen = Surroundings(lines(texts, [Role.HEADLINE] * len(texts), [1.0] * len(texts)))
    heads = Heads(seen)
    assert len(list(heads.spans())) < 1000
    assert len(heads.longer_lines) < 1000


def test_the_weights_are_those_of_the_roles_and_named() -> None:
    data = shipped().data
    assert set(data["roles"]) == set(map(str, ROLES))
    assert all(data["roles"].values())
    assert BIAS in data["headline"]
    assert pickle.loads(pickle.dumps(shipped())) is shipped()
    other = PartModel(data)
    assert pickle.loads(pickle.dumps(other)).data == data


def test_facts_come_from_what_was_read_together() -> None:
    facts = read(f"Bridge closed until spring\n\nBy Ada Quill\n\n7 November 2021, 10:09\n\n{BODY}\n\n{MORE}").facts
    assert (facts.headline, facts.authors) == ("Bridge closed until spring", ("Ada Quill",))
    assert facts.published == "2021-11-07T10:09"


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("READ MORE: Ferry refused by its engine", True),
        ("Also read | Why small clubs are rolling their own pitches", True),
        ("【関連記事】梅の湯、64年の歴史に幕", True),
        ("Lesen Sie auch: Die Fähre fährt wieder", True),
        ("Additional reporting by Nils Moe in Oslo", True),
        ("Nils Moe contributed to this report.", True),
        ("See also the report of 2019, which the minister never read: it is long.", False),
        ("The minister said: read more.", False),
        ("Reporting by night has its charms, the old editor said.", False),
    ],
)
def test_lines_that_point_elsewhere(text: str, aside: bool) -> None:
    assert is_aside(text) == aside


def test_a_line_that_says_who_else_reported_is_no_body_and_says_why() -> None:
    (sample,) = (sample for sample in samples() if sample.name == "en-b-contributed-wildfire-ranch")
    (helped,) = (block for block in read(sample.raw).blocks if "contributed to this report" in block.text)
    assert (helped.role, helped.dropped_by) == (Role.FURNITURE, "furniture")
    assert "aside" in [reason.rule for reason in helped.reasons]


@pytest.mark.parametrize("joint", ["", " "])
def test_what_stands_before_who_wrote_it_heads_a_short_text(joint: str) -> None:
    blocks = ("Ferry runs again", "By Ida Holm", "The ferry will run again on Monday, its owner said.", "Fares stay.")
    document = read(joint.join(blocks), language="en")
    assert document.facts.headline == "Ferry runs again"
    assert document.text.startswith("The ferry will run")
