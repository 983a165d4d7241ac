"""What feeds leave in a text."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.feeds import left_in

BODY = (
    "The ferry will run again on Monday, its owner said, after the harbour council had agreed to pay for a new engine.",
    "“We did not think that we would see it sail again,” said Bo Tern, who has lived on the island for sixty years.",
    "Fares stay as they are until spring, and the school will send its books by boat once more.",
)

REPORTS = (
    "The post office where the first letter appeared first on record was torn down in May.",
    "The post appeared first on Facebook, where thousands shared it.",
    "The post appeared first on Facebook.",
    "The post by Ada Quill was shared. The post appeared first on Facebook.",
    "The post about the ferry appeared first on Gullport Courier.",
    "The post Quill deleted appeared first on Truth Social. It was about the ferry.",
    "The post Quill deleted appeared first on Monday morning.",
    "The post Quill deleted appeared first on May 3.",
    "The article that Quill wrote first appeared on the front page.",
    "The post Swing Bridge appeared first on Isle News and was shared by thousands.",
    "The post Quill wrote appeared first on Isle News. Then it was gone.",
    "Der Beitrag erschien zuerst auf Facebook.",
    "Der Artikel von Ada Quill erschien zuerst auf Insel Online.",
    "L’article 3 de la loi est apparu en premier sur Facebook.",
    "Het bericht over de brug verscheen eerst op Facebook.",
    "La nota de Ada Quill apareció primero en Facebook.",
    "病毒最先出现在海岛。然后渡轮停航。",
    "这句话最先出现在《人民的渡轮》。",
    "ظهرت المقالة التي كتبها أولاً على فيسبوك.",
    "投稿は最初に表示されました。",
)

FOOTERS = (
    "The post Ferry runs again appeared first on Isle News.",
    "The post Ferry runs again first appeared on isle.example.",
    "The article Ferry runs again appeared first on Notes from the Quay.",
    "Der Beitrag Fähre fährt wieder erschien zuerst auf Möwenstädter Bote.",
    "Der Artikel Fähre fährt wieder erschien zuerst auf St. Insel Bote.",
    "L’article Le bac repart est apparu en premier sur Le Courrier du Port.",
    "L'article Le bac repart est apparu en premier sur Le Courrier du Port.",
    "Cet article Le bac repart est apparu en premier sur Le Courrier du Port.",
    "La entrada El ferri vuelve se publicó primero en El Correo del Muelle.",
    "La entrada El ferri vuelve aparece primero en El Correo del Muelle.",
    "El cargo El ferri vuelve apareció primero en El Correo del Muelle.",
    "L'articolo Il traghetto torna proviene da Il Corriere del Molo.",
    "L’articolo Il traghetto torna sembra essere il primo su Il Corriere del Molo.",
    "O post Balsa volta apareceu primeiro em Correio do Cais.",
    "O conteúdo Balsa volta aparece primeiro em Correio do Cais.",
    "Het bericht Veer vaart weer verscheen eerst op De Kadekoerier.",
    "Feribot dönüyor yazısı ilk önce Ada Postası üzerinde ortaya çıktı.",
    "Artykuł Prom wraca pochodzi z serwisu Kurier Wyspy.",
    "Post Prom wraca pojawił się poraz pierwszy w Kurier Wyspy.",
    "Inlägget Färjan går igen dök först upp på Öposten.",
    "Сообщение Паром вернулся появились сначала на Вестник острова.",
    "Запись Паром вернулся впервые появилась Вестник острова.",
    "投稿 フェリー再開 は 島新聞 に最初に表示されました。",
    "〈渡輪復航〉這篇文章最早發佈於《島報》。",
    "這篇文章 渡輪復航 最早出現於 島報",
    "海岛渡轮周一复航最先出现在海岛日报。",
    "ظهرت المقالة عودة العبارة أولاً على بريد الجزيرة.",
    "Το άρθρο Το πλοίο γυρίζει εμφανίστηκε πρώτα στο Νέα του Νησιού.",
    "הפוסט המעבורת חוזרת הופיע לראשונה ב-חדשות האי.",
    "여객선 재개 게시물이 섬신문에 처음 등장했습니다.",
)


@pytest.mark.parametrize("text", REPORTS)
@pytest.mark.parametrize("before", ["", "It is back. ", "It is back.\n"])
def test_what_reports_say_is_no_footer(text: str, before: str) -> None:
    assert left_in(before + text).spans == []


@pytest.mark.parametrize("text", FOOTERS)
@pytest.mark.parametrize("between", ["\n", " ", ""])
def test_a_footer_is_found_at_the_end(text: str, between: str) -> None:
    before = f"It is back.{between}"
    assert left_in(before + text).spans == [(len(before), len(before + text))]


@pytest.mark.parametrize("text", FOOTERS)
@pytest.mark.parametrize("between", ["\n", " ", ""])
def test_a_footer_goes_and_the_article_stays(text: str, between: str) -> None:
    found = cleantext.clean(between.join([*BODY, text]))
    assert "".join(found.split()) == "".join("".join(BODY).split())


@pytest.mark.parametrize("between", ["\n", " ", ""])
def test_footers_between_several_texts_go(between: str) -> None:
    other = "A gale of force ten tore the roof off the school on Friday, and nobody was hurt, the council said."
    first, second = "The post Ferry back appeared first on Isle News.", "The post Gale appeared first on Isle News."
    found = cleantext.clean(between.join([*BODY, first, other, *BODY[:0], second]))
    assert "".join(found.split()) == "".join("".join([*BODY, other]).split())


def test_a_footer_goes_where_blanks_were_lost_at_its_links() -> None:
    footer = "The postFerry runs againappeared first onIsle News."
    assert left_in(f"It is back.{footer}").spans == [(11, 11 + len(footer))]


def test_the_reason_is_told() -> None:
    document = cleantext.read("\n".join([*BODY, FOOTERS[0]]))
    assert [(b.role, [r.rule for r in b.reasons]) for b in document.removed] == [("furniture", ["left by a feed"])]


def test_a_footer_tells_the_title_and_the_site() -> None:
    facts = cleantext.read("\n".join([*BODY, FOOTERS[0]])).facts
    assert (facts.headline, facts.source) == ("Ferry runs again", "Isle News")


def test_what_else_tells_the_source_is_believed() -> None:
    dateline = f"GULLPORT (Reuters) - {BODY[0]}"
    assert cleantext.read("\n".join([dateline, *BODY[1:], FOOTERS[0]])).facts.source == "Reuters"


def test_footers_of_several_texts_tell_no_title() -> None:
    other = "The post Gale on the coast appeared first on Isle News."
    facts = cleantext.read("\n".join([*BODY, FOOTERS[0], *BODY[:0], other])).facts
    assert (facts.headline, facts.source) == (None, "Isle News")
