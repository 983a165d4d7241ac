"""Sound articles in many scripts stay as they are, and come apart where their paragraphs were glued."""

from __future__ import annotations

from pathlib import Path

import pytest

import cleantext
from cleantext.text.language import language_of

NO_SIGNS = frozenset(("th", "zh"))  # glued paragraphs look like sentences there, or no stop ends them


def _by_language(name: str) -> dict[str, list[str]]:
    """The lines of a file by the language in brackets above them."""
    found: dict[str, list[str]] = {}
    for line in (Path(__file__).parent / name).read_text("utf-8").splitlines()[1:]:
        if line.startswith("["):
            lines = found[line.strip("[]")] = []
        else:
            lines.append(line)
    return found


WIDE = {
    "zh": (
        "海港市议会周一晚间决定，把图书馆迁到码头边的旧鱼市大厅，工程将在八月开始。",
        "“气味没有大家想的那么重。”图书管理员韩未来说，她从五月起在那里存放了四万本书。",
        "每天约有三百人到图书馆看书。新大厅的座位是原来的两倍，还能看到来往的渡船。",
        "渔民也希望使用这座大厅。市政府说，他们将得到海关后面一处较小的房子。",
    ),
    "ja": (
        "港町の議会は月曜日の夜、図書館を岸壁の古い魚市場に移すことを決めた。工事は八月に始まる。",
        "「思ったほどにおわない」と、五月から四万冊の本をそこに置いている司書の三島良子さんは話した。",
        "図書館には毎日およそ三百人が訪れる。新しい建物は座席が二倍になり、船も見える。",
        "漁師たちもこの建物を使いたいと望んでいた。市は税関の裏の小さな建物を渡すという。",
    ),
}
ARTICLES, AROUND = _by_language("scripts.txt"), _by_language("scripts_around.txt")


@pytest.mark.parametrize("joint", ["\n\n", "\n"])
@pytest.mark.parametrize("language", ARTICLES)
def test_a_sound_article_stays(language: str, joint: str) -> None:
    assert cleantext.clean(joint.join(ARTICLES[language])) == "\n\n".join(ARTICLES[language])


@pytest.mark.parametrize("language", [language for language in ARTICLES if language not in NO_SIGNS])
def test_glued_paragraphs_come_apart(language: str) -> None:
    assert cleantext.clean("".join(ARTICLES[language])).split("\n\n") == ARTICLES[language]


@pytest.mark.parametrize("joint", [" ", ""])
@pytest.mark.parametrize("language", ARTICLES)
def test_nothing_is_lost(language: str, joint: str) -> None:
    cleaned = cleantext.clean(joint.join(ARTICLES[language]))
    assert "".join(cleaned.split()) == "".join("".join(ARTICLES[language]).split())


@pytest.mark.parametrize("language", AROUND)
def test_what_stands_around_goes(language: str) -> None:
    around = AROUND[language]
    body = around.index("...")
    page = "\n".join([*around[:body], *ARTICLES[language], *around[body + 1 :]])
    assert cleantext.clean(page).split("\n\n") == ARTICLES[language]


@pytest.mark.parametrize(
    ("text", "language"), [("این کشتی پیر است", "fa"), ("هذه السفينة قديمة", "ar"), ("এই ঘাট পুরোনো", "bn")]
)
def test_languages_are_told_by_their_letters(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh", "测试显示，在常用的HarborNet-50测试中，这种芯片的性能达到每秒2万次，比前一代高出一倍。"),
        ("zh", "港口公司说，新船装的是自行研制的Kestrel 5100发动机，MacOS和iPad都可以看到它的位置。"),
        ("zh", "工程师说，程序通过LoadHarbor载入动态库，再用WHarbor.Shell对象修改船上系统的环境变量。"),
        ("ja", "船会社によると、新しい船にはHarborNet 50が積まれ、iPhone 15 Proでも位置が分かるという。"),
    ],
)
@pytest.mark.parametrize("joint", ["", " ", "\n"], ids=["glued", "spaced", "lines"])
def test_latin_names_stay_whole_in_wide_scripts(language: str, sentence: str, joint: str) -> None:
    body = WIDE[language]
    assert sentence in cleantext.clean(joint.join([*body[:2], sentence, *body[2:]]))
