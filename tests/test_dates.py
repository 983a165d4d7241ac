"""When an article was published and updated, as its time stamps say it."""

from __future__ import annotations

from functools import partial

import pytest

from cleantext.text.dates import read_stamp, stamp_spans
from timing import grows_with

STAMPS = [
    ("2024. január 12. 21:04", "2024-01-12T21:04", None),
    ("2024 m. kovo 31 d. 10:15", "2024-03-31T10:15", None),
    ("12. siječnja 2024. 21:04", "2024-01-12T21:04", None),
    ("In 2024 May 5 people came", None, None),
    # English
    ("Published: 08:15, 3 June 2021 | Updated: 19:40, 4 June 2021", "2021-06-03T08:15", "2021-06-04T19:40"),
    ("17:05 BST, 12 July 2024", "2024-07-12T17:05+01:00", None),
    ("Jan. 9, 2022 at 6:07 p.m. ET", "2022-01-09T18:07-05:00", None),
    ("Jul. 9, 2022 at 6:07 p.m. ET", "2022-07-09T18:07-04:00", None),
    ("Posted: Sep 02, 2024 4:00 AM EDT | Last Updated: 5 hours ago", "2024-09-02T04:00-04:00", None),
    ("June 11, 2022 6 AM PT", "2022-06-11T06:00-07:00", None),
    ("12:20pm Jan 7, 2024", "2024-01-07T12:20", None),
    ("12:20am Jan 7, 2024", "2024-01-07T00:20", None),
    ("August 30, 2026 - 4.34pm", "2026-08-30T16:34", None),
    ("09:48, Thu, Oct 17, 2024 | UPDATED: 09:50, Thu, Oct 17, 2024", "2024-10-17T09:48", "2024-10-17T09:50"),
    ("9 October 2024 • 4:45pm", "2024-10-09T16:45", None),
    ("March 12th, 2024", "2024-03-12", None),
    ("the 12th of March 2024", "2024-03-12", None),
    ("Sep 5, 2023, 18:09 IST", "2023-09-05T18:09", None),  # India, Israel or Ireland
    ("Published 5:30 p.m. CST Nov. 7, 2021", "2021-11-07T17:30", None),  # Chicago or Shanghai
    ("Published on 19/02/2023 - 10:45 GMT+1 •Updated 11:30", "2023-02-19T10:45+01:00", "2023-02-19T11:30"),
    ("Last Updated on March 3, 2024", None, "2024-03-03"),
    # glue
    ("by Daily ExampleNovember 4, 202301226", "2023-11-04", None),
    ("3 May 2024 03:39 PM ESTPresident speaks", "2024-05-03T15:39-05:00", None),
    ("12.02.202312. Februar 2023", "2023-02-12", None),
    ("Publicerad 11 okt 2022 kl 08.41Uppdaterad kl 09.30", "2022-10-11T08:41", "2022-10-11T09:30"),
    # numbers
    ("2021-11-07", "2021-11-07", None),
    ("date 2022-05-09 2022/05/09 | 21:36 - Source: Example", "2022-05-09T21:36", None),
    ("2023-03-15T11:25:40Z", "2023-03-15T11:25:40+00:00", None),
    ("2024-02-14T16:15:30.123+02:00", "2024-02-14T16:15:30+02:00", None),
    ("25.4.24", "2024-04-25", None),
    ("03. 02. 2022, 11:08 Uhr Lesedauer: 7 Minuten", "2022-02-03T11:08", None),
    # German
    ("7.11.2021, 10.30 Uhr", "2021-11-07T10:30", None),
    ("Stand: 12.03.2024, 14:05 Uhr", "2024-03-12T14:05", None),
    ("Veröffentlicht: 11.03.2024 Stand: 12.03.2024, 14:05 Uhr", "2024-03-11", "2024-03-12T14:05"),
    ("Aktualisiert am 17. März 2023", None, "2023-03-17"),
    ("21. Juni 2023,\n13:49 Uhr", "2023-06-21T13:49", None),
    ("17. Mai 2024, 9 Uhr MESZ", "2024-05-17T09:00+02:00", None),
    # Romance
    ("Publié le 3 août 2023 à 14h52, modifié le 4 août 2023 à 9h05", "2023-08-03T14:52", "2023-08-04T09:05"),
    ("1er mars 2024 à 9h", "2024-03-01T09:00", None),
    ("14 de mayo de 2023 12:34 h", "2023-05-14T12:34", None),
    ("14/06/2023 Actualizado a las 11:20h.", "2023-06-14", "2023-06-14T11:20"),
    ("8 luglio 2023 ( modifica il 9 luglio 2023 | 11:06)", "2023-07-08", "2023-07-09T11:06"),
    ("Postado em 12 de março de 2024 às 14:05", "2024-03-12T14:05", None),
    # Nordic, Turkish, Slavic, Vietnamese
    ("Publisert mandag 08. mai 2023 - 11:16", "2023-05-08T11:16", None),
    ("02/02/2025 KL. 09:00", "2025-02-02T09:00", None),
    ("12 Mart 2024 Salı 14:05 Güncelleme: 13 Mart 2024", "2024-03-12T14:05", "2024-03-13"),
    ("14 мая 2025, 20:28", "2025-05-14T20:28", None),
    ("22/10/2025, 19:25 (GMT+7)", "2025-10-22T19:25+07:00", None),
    # East Asian, Arabic, Hindi
    ("2024年3月12日 14時05分", "2024-03-12T14:05", None),
    ("2024年3月12日（火） 午後2時05分", "2024-03-12T14:05", None),
    ("입력 2023-07-05 03:26:19", "2023-07-05T03:26:19", None),
    ("2024년 3월 12일 오후 3:39", "2024-03-12T15:39", None),
    ("12 مارس 2024 الساعة 12:42", "2024-03-12T12:42", None),
    ("12 كانون الثاني 2026", "2026-01-12", None),
    ("4 सितंबर 2024", "2024-09-04", None),
    # nothing to read
    ("03:39 PM EST", None, None),
    ("0:00 / 0:00", None, None),
    ("vor 3 Stunden", None, None),
    ("31/02/2024", None, None),
    ("12-10-24", None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("text", "published", "updated"), STAMPS)
def test_reads(text: str, published: str | None, updated: str | None) -> None:
    assert read_stamp(text) == (published, updated)


@pytest.mark.parametrize(
    ("text", "language", "published"),
    [
        ("03/04/2024", "", None),
        ("03/04/2024", "en", None),
        ("03/04/2024", "en-US", "2024-03-04"),
        ("03/04/2024", "en-GB", "2024-04-03"),
        ("03/04/2024", "fr", "2024-04-03"),
        ("03/04/2024 3:39 PM EST", "en", "2024-03-04T15:39-05:00"),
        ("03/04/2024 15:39 GMT", "en", "2024-04-03T15:39+00:00"),
        ("Publié le 03/04/2024", "", "2024-04-03"),
        ("03/04/2024 Updated 05/25/2024", "en", "2024-03-04"),
        ("03/04/2024 15:39", "", "2024-04-03T15:39"),
        ("04/04/2024", "", "2024-04-04"),
    ],
)
def test_day_or_month_first(text: str, language: str, published: str | None) -> None:
    assert read_stamp(text, language=language).published == published


def test_spans() -> None:
    text = "Ada Quill3 May 2024, 14:05 • 5 min"
    assert [text[a:b] for a, b in stamp_spans(text)] == ["3 May 2024", "14:05"]


def test_long_text_is_cheap() -> None:
    few, many = ("12 " * 2 * n + "a" * 5 * n + "1:2.3/" * n for n in (1_250, 10_000))
    assert grows_with(8, partial(read_stamp, few), partial(read_stamp, many))
