"""Notices that machines put beside a text, and what reports say in the same words."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.machine_notices import machine_notices_in

BODY = (
    "The ferry will run again on Monday, its owner said, after the harbour council had agreed to pay for a new engine.",
    "“We did not think that we would see it sail again,” said Bo Tern, who has lived on the island for sixty years.",
    "Fares stay as they are until spring, and the school will send its books by boat once more.",
)

REPORTS = (
    "She does not work for the council. The museum receives funding from the state.",
    "The museum receives funding from the state. Nobody else pays.",
    "This email was sent to the council by Ada Quill.",
    "He got this email. This email was sent to 300 people, and nobody answered.",
    "Was this forwarded to the council?",
    "Thanks for reading! she wrote, and left.",
    "The source of the river is SOURCE of joy.",
    "Readers can unsubscribe from this list of demands.",
    "The Associated Press said that the council receives support from Bo Tern.",
    "Se désabonner de tout est difficile.",
    "Sie wollte es im Browser ansehen und lachte.",
    "Distributed by Isle News, the paper was free.",
    "First published on Monday, the book sold well. It is long.",
    "The photos are available at https://isle.example.",
    "They had to find this article at home.",
)

NOTICES = (
    (
        "Ada Quill does not work for, consult, own shares in or receive funding from any company or organisation that"
        " would benefit from this article, and has disclosed no relevant affiliations beyond their"
        " academic appointment."
    ),
    "ProPublica is a nonprofit newsroom that investigates abuses of power.",
    "This story can be republished for free (details).",
    "Isle Star is part of States Newsroom, a nonprofit news network supported by grants and a coalition of donors.",
    "This story was produced by Isle Data and reviewed and distributed by Stacker.",
    "The Associated Press receives support from several private foundations. AP is solely responsible for all content.",
    "Visit Isle News at isle.example. Distributed by Tribune Content Agency, LLC.",
    "Provided by SyndiGate Media Inc. (Syndigate.info).",
    "View original content to download multimedia: https://www.prnewswire.com/news-releases/isle-302.html",
    "View original content: https://www.prnewswire.com/news-releases/isle-302.html SOURCE Isle Ferries Inc.",
    "SOURCE Isle Ferries Inc.",
    "Photos accompanying this announcement are available at https://www.globenewswire.com/NewsRoom/AttachmentNg/1b2c",
    "This information was brought to you by Cision http://news.cision.com",
    "This email was sent to ada@isle.example",
    "This email was sent to ada@isle.example Unsubscribe",
    "If you were forwarded this email, subscribe here.",
    "No longer want to receive these emails? Unsubscribe.",
    "Notes from the Quay is a reader-supported publication.",
    "To receive new posts and support my work, consider becoming a free or paid subscriber.",
    "Hosted on Acast. See acast.com/privacy for more information.",
    "Find this article at: https://isle.example/ferry",
    (
        "Dieser Inhalt ist ein Nachrichtenbeitrag der Deutschen Presse-Agentur (dpa) und wird als Teil eines"
        " automatisierten Angebots auf unserer Website ausgespielt."
    ),
    "Diese E-Mail wurde an ada@isle.example gesendet.",
    "Von meinem iPhone gesendet",
    "Consulter le texte original : https://www.prnewswire.com/fr/302.html",
    "Envoyé de mon iPhone",
    "URL de este artículo: https://isle.example/1",
    "Você está recebendo este e-mail porque se cadastrou em nosso site.",
    "Je ontvangt deze nieuwsbrief omdat je je hebt aangemeld.",
    "Du får detta nyhetsbrev eftersom du har anmält dig.",
    "Otrzymujesz tę wiadomość, ponieważ zapisałeś się do naszego newslettera.",
    "Отписаться от рассылки",
    "※この記事は島新聞からの転載です。",
    "이 메일은 수신에 동의하신 회원님께 발송되었습니다.",
    "海量资讯、精准解读，尽在新浪财经APP",
    "إخلاء مسؤولية إن بريد الجزيرة غير مسؤول عن محتوى هذا الخبر، والمصدر الأصلي هو وكالة النورس.",
)


@pytest.mark.parametrize("text", REPORTS)
@pytest.mark.parametrize("before", ["", "It is back. ", "It is back.\n"])
def test_what_reports_say_is_no_notice(text: str, before: str) -> None:
    assert machine_notices_in(f"{before}{text} Nobody was hurt.") == []


@pytest.mark.parametrize("text", NOTICES)
@pytest.mark.parametrize("between", ["\n", " ", ""])
def test_a_notice_goes_and_the_article_stays(text: str, between: str) -> None:
    found = cleantext.clean(between.join([*BODY, text]))
    assert "".join(found.split()) == "".join("".join(BODY).split())


@pytest.mark.parametrize("text", [notice for notice in NOTICES if notice[-1] == "."])
@pytest.mark.parametrize("between", ["\n", " ", ""])
def test_a_notice_goes_from_the_middle(text: str, between: str) -> None:
    if text.startswith("SOURCE") or "SOURCE" in text:
        pytest.skip("told at the end only")
    found = cleantext.clean(between.join([*BODY[:2], text, BODY[2]]))
    assert "".join(found.split()) == "".join("".join(BODY).split())


def test_an_address_ends_where_a_word_is_glued_to_it() -> None:
    text = "It is back. View original content: https://isle.example/isle-302.htmlThe council met on Monday."
    assert [text[a:b] for a, b in machine_notices_in(text)] == [text[12:69]]
