"""How long ago a text came out; first sentences that say so of something else, and must stay whole."""


import pytest

import cleantext
from cleantext.models.neighbours import TEASED, neighbour_votes
from cleantext.models.pieces import Pieces
from cleantext.text.ages import ages_in, is_age
from timing import grows_with


def found(text: str, language: str) -> list[str]:
    return [text[a:b] for a, b in ages_in(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry left 3 hours ago, and the crew had called home 2 hours ago."),
        ("en", "It was sold 12 days ago to Quill & Tern. Some 3 hours ago President Tern spoke."),
        ("en", "The harbour opened over 20 years ago. Three hours ago Ada Quill left."),
        ("en", "The index fell to 1,203 hours ago in the story."),
        ("de", "Die Fähre war vor 3 Stunden Richtung Kiel ausgelaufen. Vor 3 Stunden war sie noch da."),
        ("de", "Er kam vor 2 Tagen nach Kiel, und vor 14 Minuten fuhr sie ab."),
        ("fr", "Le bac est parti il y a 3 heures de Brest."),
        ("es", "El ferri zarpó hace 3 horas de Cádiz."),
        ("ja", "船は3時間前に出た。"),
        ("ko", "배는 3시간 전 섬을 떠났다."),
        ("en", ""),
    ],
)
def test_sentences_hold_no_age(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "age"),
    [
        ("en", "Ferry back in service 3 hours ago Ada Quill The ferry", "3 hours ago"),
        ("en", "Ferry back in serviceAda Quill2 minutes agoThe ferry", "2 minutes ago"),
        ("en", "Pier to stay shut until 20275 hours ago Share", "5 hours ago"),
        ("en", "Isle Life | Published: 5 hours ago | Written by Ada Quill", "Published: 5 hours ago"),
        ("en", "Ada Quill Last updated 21 hours ago17 minute read", "Last updated 21 hours ago"),
        ("en", "the end of the line. 1d ago · By Ada Quill", "1d ago"),
        ("de", "Fähre wieder im Dienst Ada Quillvor 3 Stunden Teilen", "vor 3 Stunden"),
        ("de", "Aktuelle News 14 2 vor 22 Stunden Die Fähre ist zurück", "vor 22 Stunden"),
        ("de", "İİİ İstanbul Ada Quill. Vor 3 Stunden", "Vor 3 Stunden"),
        ("fr", "Le bac est de retour Publié il y a 3 heures, Par Ada Quill", ""),
        ("fr", "Le bac est de retour. Il y a 3 heures Par Ada Quill", "Il y a 3 heures"),
        ("es", "El ferri ha vuelto | hace 3 horas | Ada Quill", "hace 3 horas"),
        ("it", "Il traghetto è tornato 3 ore fa Ada Quill", "3 ore fa"),
        ("tr", "Feribot geri döndü 3 saat önce Ada Quill", "3 saat önce"),
        ("ru", "Паром вернулся 3 часа назад Ада Перова", "3 часа назад"),
        ("ja", "船が戻った 3時間前\n船は出た。", "3時間前"),
    ],
)
def test_ages_are_found(language: str, text: str, age: str) -> None:
    assert found(text, language) == ([age] if age else [])


@pytest.mark.parametrize("text", ["3 hours ago", "Updated 5 minutes ago", "vor 3 Stunden", "hace 3 horas", "3時間前"])
def test_a_line_may_be_an_age(text: str) -> None:
    assert is_age(text)


@pytest.mark.parametrize("text", ["3 hours", "ago", "3 hours ago he left the harbour", "", "7 November 2021"])
def test_other_lines_are_none(text: str) -> None:
    assert not is_age(text)


def test_what_stands_before_an_age_in_the_head_is_the_author() -> None:
    told = "The ferry to the outer isles runs again after nine days, the harbour master said on Monday. "
    more = "Crews had worked through three nights to free the rudder, and nobody had been hurt in the end."
    read = cleantext.read(f"Ferry back in service after nine days Ada Quill 3 hours ago Share {told}{more}")
    assert read.facts.authors == ("Ada Quill",)
    assert "hours ago" not in read.text
    assert told.strip() in read.text


def test_what_stands_between_ages_is_a_teaser() -> None:
    texts = ["Pier to reopen", "2 hours ago", "Gulls go quiet", "3 hours ago", "A cook comes home", "5 hours ago"]
    votes = neighbour_votes(Pieces(texts, [1] * 6, [1.0] * 7), [0.0] * 6)
    assert [i for i, vote in votes.items() if vote == TEASED] == [2, 4]
    long = [texts[0], texts[1], "The pier was shut. " * 20, texts[3], "It is open again. " * 20, texts[5]]
    votes = neighbour_votes(Pieces(long, [1] * 6, [1.0] * 7), [0.0] * 6)
    assert TEASED not in votes.values()


def test_ages_are_found_in_linear_time() -> None:
    text = "Ada Quill 3 hours ago vor 3 Stunden 12 ago 3 hours ago, 45 hours agoPier "
    few, many = (lambda n=n: list(ages_in(text * n, "en")) for n in (200, 1600))
    assert grows_with(8, few, many)
