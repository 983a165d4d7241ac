"""Pictures whose source and caption broadcasters label with a comma: "Image source, Getty Images"."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.picture_labels import picture_label, picture_labels_in

BODY = [
    "The ferry to the outer islands ran again on Monday after nine months in the yard, with a new engine and a cook.",
    "Some 200 people stood on the quay before dawn, and the school let its pupils come late so that they could see it.",
    "The captain sounded the horn three times, which he is allowed to do only in fog, and nobody complained about it.",
    '"I have missed the noise of it more than I have missed the mainland," said Ada Quill, who keeps the harbour shop.',
    "Fares stay as they were until March, the owner said, and after that the council will have a word in the matter.",
    "The clinic on the island can have medicines sent out twice a week again instead of once, its doctor said.",
]
CAPTIONS = ["The ferry left its dock at six o'clock on Monday", "Pupils were allowed to watch from the pier."]
PAGE = [
    *BODY[:2], "Image source, Getty Images", f"Image caption, {CAPTIONS[0]}",
    *BODY[2:4], "Image source, PA Media", f"Image caption, {CAPTIONS[1]}",
    *BODY[4:],
]  # fmt: skip


@pytest.mark.parametrize("joint", ["", " ", "\n"])
def test_labelled_pictures_come_off_and_are_facts(joint: str) -> None:
    document = cleantext.read(joint.join(PAGE))
    assert all(text in document.text for text in BODY)
    assert not any(text in document.text for text in CAPTIONS)
    assert document.facts.captions == tuple(CAPTIONS)
    assert document.facts.credits == ("Getty Images", "PA Media")


@pytest.mark.parametrize(
    ("language", "source", "caption"),
    [
        ("hi", "इमेज स्रोत, Nisha Rao", "इमेज कैप्शन, घाट पर खड़ी नाव"),
        ("ar", "صدر الصورة، Getty Images", "التعليق على الصورة، العبارة عند الرصيف"),
        ("ru", "Автор фото, Getty Images", "Подпись к фото, Паром у причала"),
        ("pt", "Crédito, Getty Images", "Legenda da foto, A balsa no cais"),
        ("ja", "画像提供, Getty Images", "画像説明, 桟橋の船"),
    ],
)
def test_labels_in_other_languages(language: str, source: str, caption: str) -> None:
    found = picture_labels_in(f"{source}{caption}", language)
    assert [(label.start, label.is_source) for label in found] == [(0, True), (len(source), False)]
    assert [label and label.is_source for label in map(picture_label, (source, caption))] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "Kaynak, geminin pazartesi günü döneceğini söyledi.",
        "Crédito, juros e câmbio pesam no bolso, diz o estudo.",
        "An image caption, he said, should be short.",
        "Image captions, however short, are read by everybody.",
    ],
)
def test_what_only_looks_like_a_label(text: str) -> None:
    assert picture_label(text) is None
    assert picture_labels_in(text, "pt") == picture_labels_in(text, "tr") == []


@pytest.mark.parametrize("joint", ["", " ", "\n"])
def test_a_credit_behind_dots_is_one(joint: str) -> None:
    caption = "Cy Vole, the owner, in his office above the harbor."
    page = [*BODY[:3], "Image", caption, "Credit...Ada Quill for The Isle Times", *BODY[3:]]
    document = cleantext.read(joint.join(page))
    assert all(text in document.text for text in BODY)
    assert caption not in document.text
    assert document.facts.credits == ("Ada Quill for The Isle Times",)


@pytest.mark.parametrize("joint", ["", " ", "\n"])
def test_a_rule_parts_the_article_from_who_else_reported(joint: str) -> None:
    page = [*BODY, "___", "Isle Press writer Bo Tern in Oslo contributed to this report."]
    assert cleantext.clean(joint.join(page)).endswith(BODY[-1])
