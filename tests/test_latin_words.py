"""Words in Latin letters within Chinese sentences, set off by blanks."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.latin_words import set_off_in

PARAGRAPHS = [
    "上个月，一家名叫 Tidewater 的创业公司在里斯本发布了它的第 3 款应用，用户可以在 App 里预订往返 12 座小岛的渡轮。",
    "创始人 Ada Quill 此前在 Harbour Labs 工作了 9 年，她说 Tidewater 最初只是她写给 2 位船长朋友的小工具。",
    "目前这款应用已有 4 万名注册用户，每天大约卖出 1500 张船票，其中 60% 来自 iOS 用户。",
    "不过它也有局限，比如 Android 版本还不支持离线地图，Quill 表示团队会在 6 月推出更新。",
]
TITLE = "她写了一个应用，让渡轮不再空着开"


@pytest.mark.parametrize("joint", ["", "\n", "\n\n"], ids=["glued", "lines", "paragraphs"])
def test_sentences_stay_whole(joint: str) -> None:
    kept = cleantext.clean(joint.join([TITLE, *PARAGRAPHS])).replace("\n\n", "")
    assert all(paragraph in kept for paragraph in PARAGRAPHS)


def test_menus_are_cut_all_the_same() -> None:
    menu = "首页 App 下载 关于我们 VIP 会员 登录"
    text = "".join([*PARAGRAPHS, menu])
    assert max(set_off_in(text)) < text.index(menu)


def test_texts_that_set_no_word_off_have_none() -> None:
    others = " 评论 3 条，分享 5 次，App 下载，VIP 会员，回复 2 条，登录 1 次。"
    assert not set_off_in("".join(PARAGRAPHS).replace(" ", "") + others)
