"""What a piece is: features lie in their tables, the fast sums are the sums, reasons tell the score."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleantext
from cleantext.document import Block, Document, Role
from cleantext.models import glances, looks, trees
from cleantext.models.fates import CUTOFFS, Cutoff, doubtful_ends, least_score, one_fate
from cleantext.models.glances import MEASURES, Glance, twins
from cleantext.models.glue import STOPPED, UNSTOPPED, glue_votes
from cleantext.models.looks import Look
from cleantext.models.pieces import BLANK, Pieces, best_run, distances, measure, said_twice
from cleantext.models.roles import BIAS, FIRST, RoleModel, cue_names, cue_numbers, cues_in, shipped
from cleantext.models.space import Space, counts, spans
from cleantext.models.sums import FirstSums
from cleantext.models.trees import LEAVES, Forests, Trees
from cleantext.steps.judge import Judge, _whole_lines
from corpus import FOLDER
from timing import grows_with

WESTERN = [
    "By Ada Quill",
    "Published: 10:09, 7 November 2021",
    "The bridge was closed on Monday after engineers found cracks in two of its pillars.",
    "“We could not wait,” the mayor said: “nobody knew how deep they were.”",
    "READ MORE | Ferry strike (latest)",
    "A view of the bridge from the eastern shore (Photo: Nils Moe)",
    "Will it open again before winter comes?",
    "Traffic is led over the old ferry landing until the pillars have been mended, the council said.",
    "Write to desk@harbour.example or www.harbour.example © 2021",
    "12",
]
JAPANESE = ["港の橋は月曜日に閉鎖された。", "写真:港の橋", "柱に亀裂が見つかったためだと市長は話した。", "続きを読む"]
HINDI = ["पुल सोमवार को बंद कर दिया गया।", "फोटो: पुल", "मेयर ने कहा कि खंभों में दरारें मिली थीं।"]
POLISH = ["Most zamknięto w poniedziałek, gdy w filarach znaleziono pęknięcia.", "Zdjęcie: Łódź", "Nie można czekać."]

_ONCE = {  # one feature of each of these tables at every piece
    "words", "characters", "end", "words and end", "length over the usual sentence's (log)", "pieces since a sentence",
    "pieces to the next sentence", "sentences around", "gap before", "gap after", "gaps", "seam before", "seam after",
    "seams", "gaps unlike those between sentences", "layout", "document of short pieces", "document of sentences",
    "times said", "place in the document", "in, before, after the prose", "prose among three pieces before and after",
}  # fmt: skip


@st.composite
def rows_of_pieces(draw: st.DrawFn) -> Pieces:
    pool = draw(st.sampled_from([WESTERN, JAPANESE, HINDI, POLISH, [*WESTERN, *JAPANESE]]))
    odd = st.text(min_size=1, max_size=30).filter(lambda t: bool(t.strip())).map(str.strip)
    texts = draw(st.lists(st.one_of(st.sampled_from(pool), st.sampled_from(pool), odd), min_size=1, max_size=25))
    n = len(texts)
    gaps = draw(st.lists(st.integers(0, 3), min_size=n, max_size=n))
    seams = draw(st.lists(st.floats(0, 1), min_size=n, max_size=n))
    return Pieces(texts, gaps, seams)


def scores_for(p: Pieces) -> list[float]:
    return [float(len(t) % 17 - 8) * 0.9 for t in p.texts]


def glance_of(p: Pieces) -> Glance:
    scores = scores_for(p)
    return Glance(Look(p), scores, scores[::-1], [s / 2 for s in scores])


def tables(space: Space, numbers: list[int]) -> Counter[str]:
    return Counter(name for i in numbers for name, table in _ranges(space).items() if i in table)


def _ranges(space: Space) -> dict[str, range]:
    numbers = space.split([float(i) for i in range(len(space.names))])
    return {name: range(int(own[0]), int(own[-1]) + 1) for name, own in numbers.items()}


@given(rows_of_pieces())
def test_every_feature_lies_in_its_table(p: Pieces) -> None:
    for ids in looks.look(p):
        found = tables(looks.SPACE, ids)
        assert max(found.values()) == 1
        assert found.keys() >= _ONCE
        assert sum(found.values()) == len(ids)
    glance = glance_of(p)
    for i in range(len(p)):
        found = tables(glances.SPACE, glance.place(i))
        assert max(found.values()) == 1
        assert len(found) >= 4


@given(rows_of_pieces())
def test_every_piece_has_every_measure(p: Pieces) -> None:
    glance = glance_of(p)
    assert {len(column) for column in glance.columns()} <= {1, len(p)}
    rows = glance.rows()
    assert len(rows) == len(p)
    assert all(len(row) == len(MEASURES) for row in rows)
    assert all(isinstance(value, int | float) for row in rows for value in row)


@given(rows_of_pieces())
def test_the_fast_sums_are_the_sums_of_the_features(p: Pieces) -> None:
    first = [i * i % 997 for i in range(len(looks.SPACE.names))]
    look = Look(p)
    assert FirstSums(first).of(look) == [sum(first[n] for n in look.features(i)) for i in range(len(p))]


@given(rows_of_pieces())
def test_a_first_score_is_the_sum_of_the_weights_by_name(p: Pieces) -> None:
    model = shipped()
    look = Look(p)
    for table, scores in zip(FIRST, model.first(look), strict=True):
        weights = model.data[table]
        for i, score in enumerate(scores):
            names = [model.names[n] for n in look.features(i) + model.cues_of(p.words[i])]
            assert score == pytest.approx(weights.get(BIAS, 0.0) + sum(weights.get(n, 0.0) for n in names), abs=1e-6)


TREES = Trees(shipped().data["trees"], MEASURES)


def leaf_of(node: Any, row: Mapping[str, float]) -> float:
    while isinstance(node, Mapping):
        node = node["then"] if row[node["ask"]] > node["above"] else node["else"]
    return float(node)


@pytest.mark.parametrize("long", [1, 4, 2000])
@given(p=rows_of_pieces())
def test_the_trees_are_added_up_as_they_are_read(long: int, p: Pieces) -> None:
    model = shipped()
    glance = model.score(p).glance
    with patch.object(trees, "_LONG", long):  # a long document takes another way
        scores = TREES.sums(glance.columns(), [True] * len(p))
    for score, values in zip(scores, glance.rows(), strict=True):
        row = dict(zip(MEASURES, values, strict=True))
        assert score == pytest.approx(sum(leaf_of(tree, row) for tree in model.data["trees"]), abs=1e-6)


@given(rows_of_pieces())
def test_a_guess_is_the_sum_of_its_measures_and_leaves_what_is_open_to_the_trees(p: Pieces) -> None:
    glance = glance_of(p)
    own = shipped().data["guess"]
    for guess, values in zip(shipped().guesses(glance), glance.rows(), strict=True):
        row = dict(zip(MEASURES, values, strict=True))
        if guess is not None:
            assert guess == pytest.approx(sum(weight * row.get(name, 1.0) for name, weight in own.items()))
            assert abs(guess) > 4.5
            assert not p.caseless


def test_a_guess_is_explained_as_one() -> None:
    text = (FOLDER / "de-graz-kanalgasse-natural" / "clean.txt").read_text("utf-8")
    texts = text.strip().split("\n\n")
    p = Pieces([*texts, "Impressum"], [BLANK] * (len(texts) + 1), [1.0] * (len(texts) + 1))
    scores, _, _, glance, _ = shipped().score(p)
    found = shipped().judge(p, CUTOFFS["news"])
    guesses = shipped().guesses(glance)
    assert 0 < guesses.count(None) < len(guesses)
    for judged, guess, score in zip(found, guesses, scores, strict=True):
        assert judged.case.is_guessed(judged.at) == (guess is not None)
        if guess is not None:
            assert score == guess
        if guess is not None and judged.role is Role.BODY:
            told = sum(r.weight for r in judged.reasons()) + shipped().data["guess"]["bias"]
            assert told == pytest.approx(score, abs=3.0)


def glued_article(last: str) -> Pieces:
    texts = ["The bridge over the old river Mole was closed on Monday.", "Nobody was hurt in the whole incident today."]
    return Pieces([*texts * 4, last, "It reopens soon."], [*[1, 1, 0] * 3, 0], [1.0] * 10)


def test_glue_tells_captions_from_paragraphs_where_sentences_have_their_blanks() -> None:
    seen = glue_votes(glued_article("The bridge seen from the eastern shore on Monday"))
    assert seen[8] == UNSTOPPED
    assert seen[1] == STOPPED
    assert 8 not in glue_votes(glued_article("The bridge"))  # a heading
    assert 8 not in glue_votes(glued_article("“The bridge is seen from the eastern shore on Monday”"))
    assert glue_votes(Pieces(WESTERN, [0] * len(WESTERN), [1.0] * len(WESTERN))) == {}  # all is glued
    assert glue_votes(Pieces([], [], [])) == {}


def test_what_another_block_cuts_off_without_a_stop_must_be_likelier() -> None:
    texts = ["It was closed.", "The bridge", "on Monday", "It reopens."]
    scores, sure = [5.0, -2.9, -2.2, 5.0], [1.0, 1.0, 0.1, 1.0]
    assert list(doubtful_ends(scores, Pieces(texts, [3, 1, 1, 1], sure))) == [1, 2]  # a doubtful seam: one sentence
    assert list(doubtful_ends(scores, Pieces(texts, [3, 1, 1, 1], [1.0] * 4))) == [1, 2]
    in_doubt = [1.0, 1.0, 1.0, 0.7]  # what follows is
    assert list(doubtful_ends(scores, Pieces(texts, [3, 1, 1, 1], in_doubt))) == [1]
    quoted = [*texts[:2], "on “Monday”", texts[3]]
    assert list(doubtful_ends(scores, Pieces(quoted, [3, 1, 1, 1], [1.0] * 4))) == [1]  # a paragraph may end so
    assert list(doubtful_ends(scores, Pieces(texts, [3, 1, 1, 2], sure))) == []  # a line ends there
    assert list(doubtful_ends([-2.9], Pieces(["The bridge"], [3], [1.0]))) == []  # nothing follows
    assert list(doubtful_ends([-2.9] * 2, Pieces(["It was closed.", "It reopens."], [3, 1], [1.0] * 2))) == []


def test_a_value_on_the_threshold_is_not_above_it() -> None:
    tree = {"ask": "a", "above": 1.0, "mean": 0.0, "then": {"ask": "b", "above": 0, "mean": 0, "then": 4, "else": 2},
            "else": 1}  # fmt: skip
    few = Trees([tree, tree, 0.5], ["a", "b", "unasked"])
    columns: list[list[float]] = [[1, 1.1, 2], [5, 0, 0.1], [9, 9, 9]]
    assert few.sums(columns, [True] * 3) == [2.5, 4.5, 8.5]
    assert few.sums(columns, [True, False, True]) == [2.5, 8.5]
    assert few.sums(columns, [False] * 3) == []
    assert few.path([2, 0.1, 9]) == {"a": 0.0, "b": 8.0}
    assert Trees([0.25], ["a"]).sums([[1, 2]], [True] * 2) == [0.25, 0.25]


def test_a_tree_too_large_is_refused() -> None:
    tree: Any = 0.0
    for k in range(LEAVES):
        tree = {"ask": "a", "above": k, "mean": 0.0, "then": tree, "else": 1.0}
    with pytest.raises(ValueError, match=str(LEAVES)):
        Trees([tree], ["a"])


def test_a_tree_that_asks_for_what_is_not_measured_is_refused() -> None:
    tree = {"ask": "b", "above": 1.0, "mean": 0.0, "then": 1.0, "else": 0.0}
    with pytest.raises(ValueError, match="not measured: b"):
        Trees([tree], ["a"])


def test_forests_are_added_up_each_by_itself() -> None:
    tree = {"ask": "a", "above": 1.0, "mean": 0.5, "then": 2.0, "else": -1.0}
    forests = Forests([[tree, 0.5], [tree, tree], [0.25]], ["a"])
    columns: list[list[float]] = [[0, 2, 3]]
    assert list(forests.sums_of_each(columns, [True, False, True])) == [(-0.5, -2.0, 0.25), (2.5, 4.0, 0.25)]
    assert list(forests.sums_of_each(columns, [False] * 3)) == []
    assert [Trees(forest, ["a"]).sums(columns, [True] * 3)[1] for forest in forests.forests] == [2.5, 4.0, 0.25]
    assert forests.paths([2]) == [{"a": 1.5}, {"a": 3.0}, {}]


@pytest.mark.parametrize("name", sorted(CUTOFFS))
@given(p=rows_of_pieces())
def test_every_piece_gets_a_role_and_a_probability(name: str, p: Pieces) -> None:
    found = shipped().judge(p, CUTOFFS[name])
    assert len(found) == len(p)
    assert all(j.role in Role and 0.0 <= j.confidence <= 1.0 for j in found)
    assert found == shipped().judge(p, CUTOFFS[name])


def test_reasons_are_the_score_taken_apart() -> None:
    p = Pieces(WESTERN, [BLANK] * len(WESTERN), [1.0] * len(WESTERN))
    mean = sum(tree["mean"] for tree in shipped().data["trees"])
    for judged in shipped().judge(p, CUTOFFS["news"]):
        reasons = judged.reasons()
        assert reasons
        assert all(reason.weight for reason in reasons)
        if judged.role is Role.BODY:  # the first scores' bias is shared out, light reasons are left out
            assert sum(r.weight for r in reasons) + mean == pytest.approx(judged.score, abs=3.0)


def test_findings_survive_pickling_and_tell_the_same() -> None:
    document = Judge()(Document.of("\n\n".join(WESTERN)))
    again = pickle.loads(pickle.dumps(document))
    assert again.blocks == document.blocks
    assert [b.reasons for b in again.blocks] == [b.reasons for b in document.blocks]
    assert len({hash(b.evidence) for b in again.blocks}) <= len(again.blocks)


def test_a_model_of_other_weights_is_pickled_with_them() -> None:
    model = RoleModel({**shipped().data, "trees": [2.5]})
    p = Pieces(WESTERN[:3], [BLANK] * 3, [1.0] * 3)
    assert pickle.loads(pickle.dumps(model)).score(p)[0] == model.score(p)[0] == [2.5] * 3


def test_cue_words_count_anywhere_first_and_last() -> None:
    numbers = cue_numbers(["begins: by", "ends: quill", "says: ada", "says: by"])
    base = len(looks.SPACE.names)
    assert sorted(cues_in(["by", "ada", "quill"], *numbers)) == [base, base + 1, base + 2, base + 3]
    assert cues_in([], *numbers) == []
    assert cue_names([]) == set()
    assert cue_names(["by"]) == {"says: by", "begins: by", "ends: by"}


@pytest.mark.parametrize(
    ("texts", "wide", "caseless"),
    [(WESTERN, False, False), (POLISH, False, False), (JAPANESE, True, True), (HINDI, False, True)],
)
def test_scripts_are_taken_for_what_they_are(texts: list[str], wide: bool, caseless: bool) -> None:
    p = Pieces(texts, [BLANK] * len(texts), [1.0] * len(texts))
    assert (p.wide, p.caseless) == (wide, caseless)
    assert any(p.topic)


@pytest.mark.parametrize("text", ["Zoë's café: 12 naïve cœurs_2 — Œuvre, ½ Ÿ, “µ”…", "plain, 3x", "Łódź i 😀 Žižek"])
def test_words_found_by_table_are_those_found_by_search(text: str) -> None:
    alone = Pieces([text], [BLANK], [1.0]).words[0]
    with_others = Pieces([text, "Łan 人"], [BLANK] * 2, [1.0] * 2).words[0]  # not Western: searched
    assert alone == with_others


def test_a_separator_in_the_text_does_not_shift_the_words() -> None:
    p = Pieces(["one\x1etwo", "three"], [BLANK] * 2, [1.0] * 2)
    assert p.words == [["one", "two"], ["three"]]


def test_nothing_is_judged_where_there_is_nothing() -> None:
    empty = Pieces([], [], [])
    assert shipped().judge(empty, CUTOFFS["news"]) == []
    assert looks.look(empty) == []
    assert shipped().score(empty)[0] == []
    assert twins(empty) == {}
    assert Judge()(Document.of("  \n")).blocks == ()


def test_measures_of_rows() -> None:
    assert best_run([-1, 2, -1, 3, -9, 4]) == (1, 4)
    assert best_run([-1.0]) == (0, 0)
    assert distances([True, False, False, True]) == ([60, 1, 2, 3], [3, 2, 1, 60])
    assert said_twice([("a", "b"), ("b",), ()]) == ({"a", "b"}, {"b"})
    assert spans([1, 5])[1] == "1 to 5"
    assert counts([1, 2])[1] == "1"


def test_gaps_are_measured_between_blocks() -> None:
    text = "One.Two. Three.\nFour.\n\nFive."
    blocks = [Block(at, at + len(w), w) for w in ("One.", "Two.", "Three.", "Four.", "Five.") for at in [text.index(w)]]
    assert measure(blocks, text).gaps == [3, 0, 1, 2, 3, 3]


@pytest.mark.parametrize(
    ("scores", "least"),
    [([6.0, 5.0, -6.0], -0.5), ([-9.0, -9.0], -0.5), ([3.0, 1.0, -0.9, -0.9], -0.9), ([0.1] * 5, -0.5)],
)
def test_the_cut_off_is_the_documents_own(scores: list[float], least: float) -> None:
    cutoff = Cutoff(0.99, 0.99, -3.0, -0.5)
    assert least_score(scores, [400] * len(scores), cutoff) == least


def test_scripts_without_capitals_keep_lower_scores() -> None:
    cutoff = CUTOFFS["news"].flat
    assert least_score([6.0, -5.0], [400, 40], cutoff) == cutoff.high
    assert least_score([6.0, -5.0], [400, 40], cutoff.uncased(6.0, False)) < cutoff.high
    assert cutoff.uncased(6.0, True).high < cutoff.uncased(6.0, False).high
    assert cutoff.uncased(-2.0, False).high < cutoff.uncased(6.0, False).high


def test_a_sentence_cut_in_two_is_kept_or_goes_whole() -> None:
    texts = ["The bridge over the river Mole near", "Abbot's Landing was closed on Monday."]
    halves = Pieces(texts, [3, 1], [1.0, 0.2])
    assert one_fate([-2.0, 4.0], halves, -0.5, -0.5) == [True, True]
    assert one_fate([-6.0, 1.0], halves, -0.5, -0.5) == [False, False]


def test_few_characters_say_much_in_wide_scripts() -> None:
    least = CUTOFFS["news"].flat.low
    latin = Pieces(["Cracks in two pillars", WESTERN[0]], [3, 1], [1.0, 1.0])
    wide = Pieces(["港は月曜日に閉鎖され、船は風のため出られなかった。", "橋は渡れない。"], [3, 1], [1.0, 1.0])
    assert one_fate([-1.0, 4.0], latin, least, -0.6) == [False, True]
    assert one_fate([-1.0, 4.0], wide, least, -0.6) == [True, True]
    assert one_fate([4.0, -1.0], wide, least, -0.6) == [True, False]


def test_a_short_sentence_may_be_less_likely_than_a_short_line() -> None:
    pieces = Pieces(["Most do not.", "Most read", WESTERN[0]], [3, 1, 1], [1.0] * 4)
    assert one_fate([-1.3, -1.3, 4.0], pieces, -2.3, -1.1, -1.5) == [True, False, True]


def test_the_title_is_a_headline() -> None:
    blocks = (Block(0, 13, "Bridge closed"), Block(15, 20, "More."))
    document = Document("Bridge closed\n\nMore.", blocks, {"title": "Bridge closed "})
    assert Judge()(document).blocks[0].role is Role.HEADLINE


def test_dropped_blocks_are_not_judged() -> None:
    blocks = (Block(0, 4, "One.", dropped_by="x"), Block(5, 9, "Two."))
    judged = Judge()(Document("One. Two.", blocks)).blocks
    assert judged[0] == blocks[0]
    assert judged[1].role is not None


def test_twins_are_found_both_ways() -> None:
    said = "The bridge was closed on Monday after engineers found serious cracks in two of its pillars."
    found = twins(Pieces([said, WESTERN[6], said[:-1]], [BLANK] * 3, [1.0] * 3))
    assert {i: j for i, (_, j) in found.items()} == {0: 2, 2: 0}
    assert all(like > 98 for like, _ in found.values())


@pytest.mark.growth
@pytest.mark.parametrize(
    "texts",
    [["Short."], WESTERN, ["Engineers found serious cracks in several pillars on Monday morning."], ["x", "人。", "“"]],
    ids=["tiny", "mixed", "twins", "odd"],
)
def test_time_grows_with_length(texts: list[str]) -> None:
    few, many = (Pieces((texts * n)[:n], [1] * n, [0.1] * n) for n in (2_000, 16_000))
    judge = partial(shipped().judge, cutoffs=CUTOFFS["news"])
    assert grows_with(8, lambda: judge(few), lambda: judge(many), slack=2)


def blocks_of(*lines: tuple[Role, str, float]) -> list[Block]:
    out, at = [], 0
    for role, text, seam in lines:
        out.append(Block(at, at + len(text), text, role, seam=seam))
        at += len(text) + 1
    return out


def test_a_byline_cut_at_its_names_is_one_line() -> None:
    parts = blocks_of(
        (Role.BYLINE, "By Honor", 1.0), (Role.FURNITURE, "Featherstone and Idris", 0.2), (Role.CREDIT, "Wyn Pugh", 0.3),
        (Role.CREDIT, "Wyn Pugh/Reuters", 0.3), (Role.FURNITURE, "Share", 0.9),
    )  # fmt: skip
    whole = list(_whole_lines(parts))
    assert [b.role for b in whole] == [Role.BYLINE] * 3 + [Role.CREDIT, Role.FURNITURE]
    document = Document(" ".join(b.text for b in parts[:3]), tuple(whole[:3]))
    assert document.facts.authors == ("Honor Featherstone", "Idris Wyn Pugh")


def test_a_label_in_capitals_begins_a_caption_in_scandinavia() -> None:
    body = [
        "BODØ: Fergen mellom øyene går igjen etter en måned på verft, sier havnesjefen, som venter full båt i sommer.",
        "Den mistet roret i en storm i februar og måtte slepes hjem av en krabbebåt, som fikk betalt i appelsiner.",
        "Ingen ble skadet da roret røk, men en av passasjerene sverget på at han aldri ville om bord igjen.",
    ]
    caption = "TILBAKE I HAVN: Fergen ved kai i Bodø mandag kveld, etter en måned på verft."
    document = cleantext.read("\n".join([body[0], caption, *body[1:]]), language="no")
    assert document.text.split("\n\n") == body
    assert document.facts.captions == (caption,)
    assert "label in capitals" in {reason.rule for block in document.removed for reason in block.reasons}
    english = "BACK IN PORT: The ferry at its quay on Monday night, after a month in the dock, from the tower."
    assert "label in capitals" not in {
        reason.rule for block in cleantext.read(f"{english}\n{english.lower()}").blocks for reason in block.reasons
    }
