"""Where time stamps stand in flat text; first what is a sentence and must stay whole."""

import pytest

from cleantext.text.dates import read_stamp
from cleantext.text.facts import facts_of
from cleantext.text.kinds import reads
from cleantext.text.stamps import days_alone_in, is_stamp, is_timed_label, stamps_in


@pytest.mark.parametrize(
    "text",
    [
        "It left on 7 November 2021 at 10:09 and came back on Monday.",
        "On June 3, 2021 at 10:09 p.m. Smith left the building.",
        "The paper, published June 3, 2021 in the journal Ferries, was withdrawn.",
        "The law was created on June 3, 2021 Born said.",
        "Am 14. Januar 2024 um 12:30 Uhr begann die Sitzung.",
        "Am Samstag, 14. Januar 2024, 12:30 Uhr ist Beginn.",
        "Termin: Samstag, 28.04.2024, 19:30 Uhr, Rathaus",
        "Le 3 juin 2021 à 10 h 09, le navire est parti.",
        "La reunión será el 3 de junio de 2021 a las 10:09 horas en el puerto.",
        "2011年3月11日14時46分、大きな揺れが町を襲った。",
        "2024년 2월 18일 17시 3분에 열차가 멈췄다.",
        "The page was last updated 10:51 on 4 October 2018, and nobody noticed.",
        "He was mayor from 2011 to 2019 and again in 2023.",
        "The score was 21:14 in 2019.",
        "She wrote 'June 3, 2021 10:09' on the wall.",
        "",
    ],
)
def test_sentences_hold_no_stamp(text: str) -> None:
    assert list(stamps_in(text)) == []


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("Isle NewsPublished: 10:09, 7 November 2021The ferry", "Published: 10:09, 7 November 2021"),
        ("Ada Quill 14. Jänner 2024, 12:30 287 Postings", "14. Jänner 2024, 12:30"),
        ("Ada Quill11.09.2021 um 17:20 von Bo Tern", "11.09.2021 um 17:20"),
        ("Ada QuillTue 5 Apr 2022 08.15 EDTLast modified on Thu 7 Apr 2022 09.40 EDTShare",
         "Tue 5 Apr 2022 08.15 EDTLast modified on Thu 7 Apr 2022 09.40 EDT"),
        ("BergenPublisert19.02.2021 - 07.40Sist oppdatert19.02.2021 - 09:12NÅ",
         "Publisert19.02.2021 - 07.40Sist oppdatert19.02.2021 - 09:12"),
        ("By Ada Quill Posted at 5:28 PM EDT, Oct 04, 2018and last updated 10:51 PM EDT, Oct 04, 2018Former",
         "Posted at 5:28 PM EDT, Oct 04, 2018and last updated 10:51 PM EDT, Oct 04, 2018"),
        ("NewsUpdated 6:20 PM EDT, Tue April 16, 2024Published 3:39 PM EDT, Tue April 16, 2024Oslo (Reuters)A",
         "Updated 6:20 PM EDT, Tue April 16, 2024Published 3:39 PM EDT, Tue April 16, 2024"),
        ("pierUpdated 13:41, Sat 7 Dec 2024First published 06:05Share",
         "Updated 13:41, Sat 7 Dec 2024First published 06:05"),
        ("Published Tuesday, June 9, 2020 4:38AM EDTOSLO, Norway — The ferry",
         "Published Tuesday, June 9, 2020 4:38AM EDT"),
        ("TernMarch 14, 20227 AM PTPort", "March 14, 20227 AM PT"),
        ("Updated - January 24, 2021 10:40 pm IST PNS", "Updated - January 24, 2021 10:40 pm IST"),
        ("보내송고시간 2023-05-30 08:00수정시간 2023-05-30 10:22기자",
         "송고시간 2023-05-30 08:00수정시간 2023-05-30 10:22"),
        ("山田 2022/3/9 06:45（最終更新 3/9 07:10）321字", "2022/3/9 06:45（最終更新 3/9 07:10）"),
        ("قراءة2021-05-17 | 08:33 اقرأ", "2021-05-17 | 08:33"),
    ],
)  # fmt: skip
def test_stamps_are_found(text: str, stamp: str) -> None:
    assert [text[a:b] for a, b in stamps_in(text)] == [stamp]
    assert is_stamp(stamp)


def test_what_the_stamps_say() -> None:
    assert read_stamp("March 14, 20227:15 PM PT").published == "2022-03-14T19:15-07:00"
    assert read_stamp("2024年10月21日 5:00 （2024年10月21日 11:36 更新）").updated == "2024-10-21T11:36"
    assert read_stamp("2023-05-30 08:00 수정시간 2023-05-30 10:22").published == "2023-05-30T08:00"


def test_time_is_linear_in_length() -> None:
    calls = [len(list(stamps_in("Ada Quill 7.11.2021, 10:09 Uhr Oslo. It was 2019 then. " * n))) for n in (10, 1000)]
    assert calls == [10, 1000]


@pytest.mark.parametrize(
    ("text", "published", "updated"),
    [
        ("Updated 13:41, Sat 7 Dec 2024First published 06:05", "2024-12-07T06:05", "2024-12-07T13:41"),
        ("Published Tuesday, June 9, 2020 4:38AM EDTOSLO", "2020-06-09T04:38-04:00", None),
        ("Published Tuesday, June 9, 2020 4:38AM EDTA ferry sank", "2020-06-09T04:38-04:00", None),
        ("Published Tuesday, June 9, 2020 4:38AM ESTATE", "2020-06-09T04:38", None),
        ("Published Tuesday, June 9, 2020 4:38 a.m. ETOSLO, Norway — The ferry", "2020-06-09T04:38-04:00", None),
        ("13 ottobre 2021 alle 09:20\nAggiornato alle 18:47", "2021-10-13T09:20", "2021-10-13T18:47"),
    ],
)
def test_times_take_the_day_that_is_given(text: str, published: str | None, updated: str | None) -> None:
    assert read_stamp(text) == (published, updated)


def test_a_label_with_a_time_is_a_stamp() -> None:
    assert is_timed_label("Updated 9:45 p.m. MDT")
    assert is_timed_label("Aktualisiert: 14:20 Uhr")
    assert not is_timed_label("Updated")
    assert not is_timed_label("Updated 14:20 by the harbour office")
    assert not is_timed_label("Published in 2021")
    assert reads("Updated 9:45 p.m. MDT") == "stamp"
    blocks = [("stamp", "Published Aug. 14, 2023 at 6:12 p.m."), ("stamp", "Updated 9:45 p.m."), ("body", "A ferry.")]
    found = facts_of(blocks, {"language": "en"})
    assert (found["published"], found["updated"]) == ("2023-08-14T18:12", "2023-08-14T21:45")


def test_hours_in_characters_are_a_stamp_on_their_own_line() -> None:
    text = "船が戻る\n2024年9月3日 18時47分\n船は３日に港に戻った。"
    assert [text[a:b] for a, b in stamps_in(text)] == ["2024年9月3日 18時47分"]
    assert not any(stamps_in("船は2024年9月3日 18時47分に港に戻った。"))


@pytest.mark.parametrize("between", [" | ", " ", " – "])
def test_a_day_before_an_update_is_of_its_stamp(between: str) -> None:
    text = f"09.02.2023{between}Aktualisiert 10.02.2023, 07:15"
    assert is_stamp(text)
    assert read_stamp(text) == ("2023-02-09", "2023-02-10T07:15")
    led = f"Gesperrt bis 09.02.2023{between}Aktualisiert 10.02.2023, 07:15"
    assert [led[a:b] for a, b in stamps_in(led)] == ["Aktualisiert 10.02.2023, 07:15"]


def test_a_zone_of_two_regions_may_be_glued_to_capitals() -> None:
    glued = "June 9, 2020 4:38 PM CSTOSLO, Norway (AP) — The ferry", "June 9, 2020 4:38 PM ISTANBUL (AP) — The ferry"
    found = [text[a:b] for text in glued for a, b in stamps_in(text)]
    assert found == ["June 9, 2020 4:38 PM CST", "June 9, 2020 4:38 PM"]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Ferry back in berth Ada Quill 14 March 2023 People cheered", "en", ["14 March 2023"]),
        ("Ferry back in berthAda Quill14 March 2023OSLO (AP) — People", "en", ["14 March 2023"]),
        ("Neue Fähre im Hafen Dienstag, 14. März 2023 „Endlich“, sagt sie", "de", ["Dienstag, 14. März 2023"]),
        ("La navette est de retour Ada Quill 14 mars 2023 Les pilotes", "fr", ["14 mars 2023"]),
        ("Паром вернулся Ада Квилл 14 марта 2023 Жители", "ru", ["14 марта 2023"]),
        ("Prom wraca Ada Quill 14 marca 2023 Mieszkańcy", "pl", ["14 marca 2023"]),
        ("A piece of 14 March 2023 The Times wrote", "en", []),
        ("It was born 14 March 2023 Ada said", "en", []),
        ("The ferry at dusk, 14 March 2023 Ada Quill", "en", []),
        ("The ferry sailed on Tuesday 14 March 2023 and", "en", []),
        ("Oslo 14 March 2023 Bergen 16 March 2023 Molde", "en", []),
        (f"{'The ferry sank. ' * 80}Ada Quill 14 March 2023 People", "en", []),
    ],
)
def test_a_day_alone_parts_the_head(text: str, language: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in days_alone_in(text, [], language)] == found
