"""Dates in digits, calendars and forms of other languages: what they say, and where they are no stamps."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from cleantext import clean, read
from cleantext.text.calendars import solar
from cleantext.text.dates import read_stamp
from cleantext.text.stamps import is_stamp, stamps_in

_SENTENCES = (
    "เมื่อวันที่ 14 มีนาคม 2568 เวลา 06:02 น. เรือออกจากท่า",
    "เรือข้ามฟากกลับมาวิ่งวันที่ 14 มี.ค. 2568 เวลา 06:02 น. ตามที่เทศบาลแจ้ง",
    "ফেরিটি ১৪ মার্চ ২০২৫, ০৬:০২ মিনিটে ঘাট ছাড়ে।",
    "১৪ মার্চ ২০২৫, ০৬:০২ মিনিটে ফেরি ঘাট ছাড়ে।",
    "قایق در ۲۴ اسفند ۱۴۰۳ ساعت ۰۹:۱۴ از اسکله رفت.",
    "कप्तान ने १४ मार्च २०२५ को 06:02 बजे नाव चलाई।",
    "غادرت العبارة في ١٤ مارس ٢٠٢٥ الساعة ٠٦:٠٢ من الميناء.",
    "המעבורת יצאה ב-14 במרץ 2025 בשעה 06:02 מהנמל.",
    "여객선은 2025년 3월 14일 오전 6시에 항구를 떠났다.",
    "Le ferry partait à 1403/12/24, disait le code.",
    "A komp 2025 március 14. reggelén futott ki.",
    "Phà rời bến ngày 14 tháng 3 năm 2025 lúc 06:02 sáng.",
)


@pytest.mark.parametrize("text", _SENTENCES)
def test_a_date_in_a_sentence_is_no_stamp(text: str) -> None:
    assert not is_stamp(text)
    assert list(stamps_in(text)) == []
    assert clean(text).split() == text.split()


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("14 มี.ค. 2568 06:02 น.", "2025-03-14T06:02"),
        ("14 มีนาคม 2568", "2025-03-14"),
        ("14 ม.ค. 68", "2025-01-14"),
        ("วันศุกร์ที่ 14 มีนาคม พ.ศ. 2568", "2025-03-14"),
        ("14 มีนาคม 2025", "2025-03-14"),
        ("১৪ মার্চ ২০২৫, ০৬:০২", "2025-03-14T06:02"),
        ("প্রকাশিত: ০৬:০২, ১৪ মার্চ ২০২৫", "2025-03-14T06:02"),
        ("۱۴ مارس ۲۰۲۵", "2025-03-14"),
        ("تاریخ انتشار: ۲۴ اسفند ۱۴۰۳ - ۰۹:۱۴", "2025-03-14T09:14"),
        ("۱۴۰۳/۱۲/۲۴ - ۰۹:۱۴", "2025-03-14T09:14"),
        ("۳۰ اسفند ۱۴۰۲", None),
        ("14 במרץ 2025 06:02", "2025-03-14T06:02"),
        ("١٤ مارس ٢٠٢٥", "2025-03-14"),
        ("14 مارس/ آذار 2025", "2025-03-14"),
        ("14 كانون الثاني/ يناير 2025", None),
        ("१४ मार्च २०२५", "2025-03-14"),
        ("14 бер. 2025, 06:02", "2025-03-14T06:02"),
        ("2025 március 14. 06:02", "2025-03-14T06:02"),
        ("14 tháng 3 2025", "2025-03-14"),
        ("31 tháng 2 2025", None),
        ("14/03/2025 a las 06:02 h.", "2025-03-14T06:02"),
    ],
)
def test_a_day_is_read(text: str, published: str | None) -> None:
    assert read_stamp(text).published == published


def test_a_label_makes_a_day_of_three_numbers() -> None:
    assert read_stamp("Laatste update: 14-03-25, 06:02").updated == "2025-03-14T06:02"
    assert read_stamp("Zij wonnen met 14-03-25") == (None, None)


@pytest.mark.parametrize(
    ("numbers", "day"),
    [
        ((1300, 1, 1), date(1921, 3, 21)),
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1375, 12, 30), date(1997, 3, 20)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1403, 1, 1), date(2024, 3, 20)),
        ((1403, 7, 1), date(2024, 9, 22)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1404, 6, 31), date(2025, 9, 22)),
        ((1408, 12, 30), date(2030, 3, 20)),
    ],
)
def test_days_of_the_solar_calendar(numbers: tuple[int, int, int], day: date) -> None:
    assert solar(*numbers) == day


@pytest.mark.parametrize("numbers", [(1404, 12, 30), (1403, 7, 31), (1403, 13, 1), (1403, 1, 0), (1299, 1, 1)])
def test_days_that_the_solar_calendar_has_not(numbers: tuple[int, int, int]) -> None:
    assert solar(*numbers) is None


def test_the_days_of_the_solar_calendar_follow_each_other() -> None:
    numbers = ((y, m, d) for y in range(1300, 1499) for m in range(1, 13) for d in range(1, 32))
    days = [day for own in numbers if (day := solar(*own))]
    assert all(then - before == timedelta(days=1) for before, then in pairwise(days))


def test_a_day_alone_in_the_head_comes_off() -> None:
    body = "เรือข้ามฟากกลับมาให้บริการอีกครั้งหลังหยุดไปสามสัปดาห์ ชาวเกาะกว่าสี่สิบคนรออยู่ที่ท่าเรือตั้งแต่เช้า"
    document = read(f"เรือข้ามฟากกลับมาแล้ว\n14 มีนาคม 2568\n{body}\nกัปตันกล่าวว่าเรือจะออกทุกวันและค่าโดยสารจะไม่เปลี่ยนแปลง")
    assert "2568" not in document.text
    assert document.facts.published == "2025-03-14"
