"""Who speaks, said between dashes, interrupts no paragraph."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.attributions import attributions_in

GOES_ON = [
    ("ru", "«Мы подпишем соглашения,— начал министр Иван Перов.— Господин посол сказал, что готов».", 1),
    ("ru", "— Это наш ответ, — закончил посол. — Других ответов не будет, и все это знают.", 1),
    ("ru", "Решили все (кроме Анны.— А. К.). Потом разошлись.", 1),
    ("pl", "Rada gminy nie dała na to pieniędzy, bo jest ich za mało – mówi Anna Wrona. – I tak już będzie.", 1),
    ("uk", "— Міст відкриють восени, — сказала інженерка. — Роботи тривають.", 1),
]
ENDS = [
    ("ru", "Он приехал вечером. — Я ждал, — сказал он.", 0),
    ("no", "– Vi er klare, sier Ada Tern. – Det blir bra.", 0),
    ("en", "It was late – too late. – Nobody spoke.", 0),
]


@pytest.mark.parametrize(("language", "text", "count"), GOES_ON + ENDS)
def test_where_speech_is_interrupted(language: str, text: str, count: int) -> None:
    assert len(list(attributions_in(text, language))) == count


@pytest.mark.parametrize("text", [text for _, text, _ in GOES_ON])
def test_the_paragraph_goes_on(text: str) -> None:
    assert "\n" not in cleantext.clean(text, "gentle")


def test_no_blank_is_put_before_a_dash_that_is_glued() -> None:
    text = "Совет проголосовал за мост. " + GOES_ON[0][1] + " Затем все разошлись по домам.Посол уехал утром."
    assert "соглашения,— начал министр Иван Перов.— Господин" in cleantext.clean(text, "gentle")


def test_a_turkish_ending_stays_behind_its_quotation_mark() -> None:
    text = 'Savcılık "Basın Suçları Bürosu"nca dava açıldı.Başkan "Zafer"in ardından konuştu.'
    found = cleantext.clean(text, "gentle")
    assert '"Basın Suçları Bürosu"nca' in found
    assert '"Zafer"in' in found
