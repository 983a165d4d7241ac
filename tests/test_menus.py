"""What sites say of themselves: where it runs into other text, where it ends the article, and where it is body."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.document import Document, Role
from cleantext.models.beyond import headed_off
from cleantext.models.neighbours import BEYOND, NOTICE, NOTICE_AMONG, NOTICES, RUN_TOGETHER, neighbour_votes
from cleantext.models.pieces import Pieces
from cleantext.steps.unglue import Unglue
from cleantext.text.credits import credits_in, is_plain_credit
from cleantext.text.endings import heads_what_follows
from cleantext.text.furniture import notices, telling
from cleantext.text.lexicon import lexicon
from cleantext.text.menus import fills_line, interruptions_in, is_interruption, menus_in
from cleantext.text.openers import is_pointer
from cleantext.text.sites import sites_in
from corpus import samples

BODY = "The ferry to the outer islands will run again on Monday, its owner said at the harbour."


def blocks(text: str) -> list[str]:
    return [block.text for block in Unglue()(cleantext.Document.of(text)).blocks]


def votes(*texts: str) -> dict[int, str]:
    n = len(texts)
    return neighbour_votes(Pieces(list(texts), [1] * n, [1.0] * (n + 1)), [4.0] * n)


@pytest.mark.parametrize(
    ("language", "text", "menus"),
    [
        ("ja", "船は戻った。コメントを書くシェアする船は月曜に出る。", ["コメントを書くシェアする"]),
        ("ja", "船は戻った。あわせて読みたい港の魚が高い理由", ["あわせて読みたい"]),
        ("zh", "渡轮周一恢复航行。延伸阅读发表评论港口的鱼为什么贵", ["延伸阅读发表评论"]),
        ("ko", "배가 돌아왔다.닫기인쇄하기공유하기선장은 기뻐했다.", ["닫기인쇄하기공유하기"]),
        ("ar", "عادت العبارة.سياسة الخصوصيةالشروط والأحكامقال القبطان", ["سياسة الخصوصيةالشروط والأحكام"]),
    ],
)
def test_menus_are_found_where_no_capitals_tell(language: str, text: str, menus: list[str]) -> None:
    assert [text[a:b] for a, b in menus_in(text, language)] == menus


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("de", "Die Fähre fährt wieder.Anzeige1976 war sie neu.", "Anzeige"),
        ("de", "Die Fähre fährt wieder. Werbung 2007 war sie neu.", "Werbung"),
        ("de", "Die Fähre fährt wieder. Anzeige Der Hafen bleibt zu.", "Anzeige"),
        ("en", "The ferry is back.ADVERTISEMENTShe was built in 1976.", "ADVERTISEMENT"),
        ("en", "“The ferry is back.” Advertisement The dock is open.", "Advertisement"),
        ("tr", "Vapur geri döndü. REKLAM Kaptan sevindi.", "REKLAM"),
        ("sv", "Färjan är tillbaka.ANNONS– Vi är glada.", "ANNONS"),
        ("ja", "船は月曜に出る。[PR]船長は喜んだ。", "[PR]"),
    ],
)
def test_labels_of_advertisements_stand_apart(language: str, text: str, label: str) -> None:
    assert [text[a:b] for a, b in interruptions_in(text, language, lexicon(language))] == [label]
    assert is_interruption(label)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Fähre fährt wieder. Anzeige gegen den Kapitän gibt es keine."),
        ("de", "Sie fährt wieder. Werbung Kölner Firmen hing an Bord."),
        ("de", "Im Hafen hing Werbung Der Kapitän las sie."),
        ("de", "Die Zeitung lebt von ihr.ANZEIGENTEIL und Abos sind alles."),
        ("en", "The dock is shut. Advertisements cost more now."),
        ("tr", "Vapur geri döndü. Reklam Kurulu ceza verdi."),
    ],
)
def test_words_of_sentences_are_no_labels(language: str, text: str) -> None:
    assert interruptions_in(text, language, lexicon(language)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "عادت العبارة. إعلان الحكومة لم يفاجئ أحدا."),
        ("ar", "عادت العبارة.إعلانات كثيرة على جدرانها."),
        ("ar", "عادت العبارة.إعلانهم لم يفاجئ أحدا."),
        ("fa", "قایق برگشت. تبلیغات این شرکت زیاد است."),
        ("fa", "قایق برگشت.آگهی‌ها روی دیوار بود."),
        ("he", "המעבורת חזרה. פרסומת אחת הופיעה על הסיפון."),
        ("he", "המעבורת חזרה.פרסומתית היא אינה."),
        ("hi", "नाव लौट आई। विज्ञापन में यही कहा गया।"),
        ("hi", "नाव लौट आई।विज्ञापनों में यही कहा गया।"),
        ("hi", "नाव लौट आई।विज्ञापनदाता खुश हैं।"),
        ("bn", "নৌকা ফিরেছে। বিজ্ঞাপন দেখে সবাই খুশি।"),
        ("bn", "নৌকা ফিরেছে।বিজ্ঞাপনের কথা সবাই জানে।"),
        ("ko", "배가 돌아왔다. 광고 업계는 반겼다."),
        ("ko", "배가 돌아왔다.광고를 본 사람은 없다."),
        ("ko", "배가 돌아왔다.광고소개 화면이 떴다. 그 광고 화면은 컸다."),
        ("ko", "배가 돌아왔다. 광고 3편이 붙어 있었다."),
        ("ja", "船が戻った。広告費は高い。"),
        ("ja", "船が戻った。広告には船の絵がある。"),
        ("ja", "船の広告を見た。広告船長は喜んだ。"),
        ("zh", "渡轮回来了。广告业很高兴。"),
        ("zh", "他看了广告。广告镇上的人都看了。"),
        ("pt", "A balsa voltou.PUBLICIDADE e tarifas não mudam."),
        ("pt", "A balsa voltou. Pub da ilha fecha às dez."),
        ("cs", "Trajekt je zpět. reklama na palubě zůstane."),
    ],
)
def test_a_sentence_that_begins_as_a_label_does_is_left_whole(language: str, text: str) -> None:
    assert interruptions_in(text, language, lexicon(language)) == []


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("ar", "عادت العبارة.إعلانوقال القبطان إنه سعيد.", "إعلان"),
        ("ar", "هل عادت العبارة؟ إعلان وقال القبطان إنها عادت.", "إعلان"),
        ("ar", "قال: «عادت».إعلان«نحن سعداء»", "إعلان"),
        ("fa", "گفت: «قایق برگشت.»تبلیغاتبه گفتهٔ او همه خوشحال‌اند.", "تبلیغات"),
        ("fa", "قایق برگشت. آگهی همچنین اسکله باز است.", "آگهی"),
        ("he", "המעבורת חזרה.פרסומתראש העיר שמח.", "פרסומת"),
        ("he", "המעבורת חזרה. פרסומת לדברי הקברניט, הכול בסדר.", "פרסומת"),
        ("hi", "नाव लौट आई। विज्ञापन उन्होंने कहा कि सब ठीक है।", "विज्ञापन"),
        ("hi", "नाव लौट आई।विज्ञापनकप्तान ने कहा कि सब ठीक है।", "विज्ञापन"),
        ("bn", "নৌকা ফিরেছে।বিজ্ঞাপনমাঝি বলেন, সব ঠিক আছে।", "বিজ্ঞাপন"),
        ("ko", "배가 돌아왔다.광고선장은 기뻐했다.", "광고"),
        ("ko", "배가 돌아왔다. 광고 그는 기뻐했다.", "광고"),
        ("ja", "船が戻った。 広告 当時、船長は喜んだ。", "広告"),
        ("ja", "船が戻った。広告船長は喜んだ。", "広告"),
        ("zh", "渡轮回来了。广告临海镇的人都很高兴。", "广告"),
        ("tr", "Vapur geri döndü. Haberin devamı aşağıda Kaptan Tern sevindi.", "Haberin devamı aşağıda"),
        ("pt", "A balsa voltou ontem.PUBAs tarifas ficam.", "PUB"),
        ("ro", "Bacul s-a întors.Articolul continuă după reclamăBo e bucuros.", "Articolul continuă după reclamă"),
    ],
)
def test_labels_stand_apart_in_other_scripts_and_languages(language: str, text: str, label: str) -> None:
    assert [text[a:b] for a, b in interruptions_in(text, language, lexicon(language))] == [label]


@pytest.mark.parametrize(
    ("text", "line", "is_one"),
    [
        ("Prom wrócił.\nUdostępnij\nKapitan jest zadowolony.", "Udostępnij", True),
        ("Prom wrócił. Udostępnij\nKapitan jest zadowolony.", "Udostępnij", False),
        ("Prom wrócił.\nUdostępnij zdjęcia, mówi kapitan.", "Udostępnij", False),
        ("युद्ध समाप्त", "समाप्त", False),
        ("नाव लौट आई।\nसमाप्त", "समाप्त", True),
        ("Kapal kembali.\n Perbesar \nNakhoda senang.", "Perbesar", True),
    ],
)
def test_what_is_a_sites_is_all_of_a_line(text: str, line: str, is_one: bool) -> None:
    at = text.index(line)
    assert fills_line(text, at, at + len(line)) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ", True),
        ("Διαβάστε επίσης:", True),
        ("Citeşte şi:", True),
        ("إقرأ أيضاً", True),
        ("اقرا ايضا", True),
        ("আরও পড়ুনঃ", True),
        ("Relaterat", True),
        ("Relaterat till hamnen", False),
        ("До теми", True),
        ("До теми повернулися капітан і боцман", False),
        ("Σχετικά", True),
        ("Σχετικά με το πλοίο", False),
    ],
)
def test_labels_before_titles_are_known_however_spelt(text: str, is_one: bool) -> None:
    assert is_pointer(text) is is_one


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "首相は３日、コメントを発表した。"),
        ("ja", "船会社のプライバシーポリシーが変わった。"),
        ("ja", "船は戻った。\nコメントを書くシェアする\n船は月曜に出る。"),
        ("ja", "港で新しいファッション業界の見本市が開かれた。"),
        ("zh", "市政府表示将努力促进经济社会健康发展。"),
        ("ko", "선장은 댓글을 읽고 공유했다."),
        ("ar", "قال الوزير إن الاقتصاد والثقافة يسيران معا."),
        ("en", "Read more Sign in Subscribe"),
    ],
)
def test_sentences_lines_and_other_languages_are_left_whole(language: str, text: str) -> None:
    assert list(menus_in(text, language)) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("رياضةثقافةالسياحة", [5, 10]),  # the letter before each only ends words
        ("مستوىالبحر", [5]),
        ("שלוםעולם", [4]),
        ("شىء", []),
        ("船は戻った【東京＝島良子】船長は", [5]),
    ],
)
def test_words_are_parted_behind_letters_that_only_end_them(text: str, parts: list[int]) -> None:
    assert list(sites_in(text)) == parts


def test_blanks_lost_in_arabic_come_back() -> None:
    assert blocks("عادت العبارة إلى الميناء بعد رحلة طويلةقال القبطان إنه سعيد.")[0].endswith("طويلة")


def test_a_glued_menu_is_no_body() -> None:
    menu = "الأخبارالبرامجالطقسالاقتصاد نشرةالأخبارالرئيسية"
    assert votes(menu, "عادت العبارة إلى الميناء يوم الاثنين.") == {0: RUN_TOGETHER}
    assert votes("เรือข้ามฟากกลับมาให้บริการอีกครั้งในวันจันทร์") == {}  # Thai is written without blanks


@pytest.mark.parametrize(
    "phrase",
    [
        "Story continues below advertisement", "Nach der Anzeige geht der Text weiter",
        "La suite après cette publicité", "Tekst loopt door onder de foto", "Artikeln fortsätter efter annonsen",
        "Continua após a publicidade",
    ],
)  # fmt: skip
def test_what_parts_a_text_is_no_body(phrase: str) -> None:
    assert is_interruption(phrase)
    assert is_interruption(f"– {phrase}:")
    assert not is_interruption(f"He said: {phrase}")


def test_an_interruption_is_cut_out_of_running_text() -> None:
    text = f"{BODY} Story continues below advertisement The captain was pleased, and so was the harbour master."
    document = cleantext.read(text)
    assert [(b.text, b.role) for b in document.blocks if not b.kept] == [
        ("Story continues below advertisement", Role.FURNITURE)
    ]
    assert document.text == text.replace(" Story continues below advertisement ", "\n\n")


def test_the_longest_interruption_is_taken() -> None:
    text = "The dock.Story continues below advertisementThe quay.Story continues below The pier."
    found = [text[a:b] for a, b in interruptions_in(text, "en", {})]
    assert found == ["Story continues below advertisement", "Story continues below"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Most read", True),
        ("Comments (12)", True),
        ("#Tags:", True),
        ("IMPRESSUM", True),
        ("Das könnte Sie auch interessieren", True),
        ("Quay reopened You might also like Dock sold", True),
        ("関連記事", True),
        ("Editor’s Picks", True),
        ("UP NEXT", False),  # what a team plays next, in reports of matches
        ("He had no comments.", False),
        ("The newsletter of the harbour", False),
        ("It is what you might also like.", False),
        ("Bo Tern/Copyright 2026 The Isle. All rights reserved", False),
        ("Share this article", False),
    ],
)
def test_what_heads_a_sites_other_matter(text: str, is_one: bool) -> None:
    assert heads_what_follows(text) is is_one


def test_a_box_does_not_end_a_live_blog() -> None:
    posts = ["12:31", "The water is back on in most of the streets.", "11:53", "Engineers are on the scene.", "11:05"]
    texts = [*posts, "A street is flooded, and two schools are shut.", "Newsletter", "10:12", "Calls came in."]
    scores = [-3.0, 2.0, -3.0, 2.0, -3.0, 2.0, -5.0, -3.0, -0.5]
    sizes = [5, 400, 5, 400, 5, 400, 10, 5, 90]
    assert headed_off(texts, scores, sizes) == len(texts)
    told = [text if ":" not in text else "The pier" for text in texts]
    assert headed_off(told, scores, sizes) == texts.index("Newsletter")


def test_what_stands_behind_the_article_is_headed_off() -> None:
    texts, sizes = [BODY, "Most read", "Dock sold", "A dock was sold on Tuesday."], [900, 9, 60, 90]
    assert headed_off(texts, [5.0, -3.0, -4.0, 2.0], sizes) == 1
    assert headed_off(texts, [5.0, 1.0, -4.0, 2.0], sizes) == 4  # it is likely body itself
    assert headed_off(texts, [5.0, -3.0, 4.0, 5.0], sizes) == 4  # a box: the article goes on behind it
    assert headed_off(texts[1:], [-3.0, -4.0, 2.0], sizes[1:]) == 3  # a menu: nothing of the article stands before it


def test_what_heads_boxes_ends_no_article_that_goes_on() -> None:
    texts, sizes = [BODY, "Newsletter", "Every Friday", BODY], [2900, 10, 12, 300]
    scores = [5.0, -5.0, -4.0, 1.5]
    for heading in ("Newsletter", "Most read"):  # nothing of the site stands behind it
        assert headed_off([texts[0], heading, *texts[2:]], scores, sizes) == 4
    texts, scores, sizes = [*texts, "Imprint", "Terms"], [*scores, -5.0, -5.0], [*sizes, 7, 5]
    assert headed_off([texts[0], "Most read", *texts[2:]], scores, sizes) == 1  # seldom within an article
    assert headed_off(texts, scores, [*sizes[:3], 120, 7, 5]) == 1  # too little to be sure that it goes on
    assert headed_off(texts, scores, sizes) == 6


def test_a_list_of_signed_articles_is_none_that_goes_on() -> None:
    texts = [BODY, "You might also like", "Dock sold", BODY, "By Ada Quill", "Quay reopened", BODY, "By Bo Tern"]
    sizes, scores = [2900, 19, 200, 500, 12, 200, 700, 10], [5.0, -5.0, -4.0, 6.0, -4.0, -4.0, 6.0, -4.0]
    assert headed_off(texts, scores, sizes) == 1
    assert headed_off(texts[:7], scores[:7], sizes[:7]) == 7  # one is no list
    assert headed_off(texts, scores, [*sizes[:5], 900, 2100, 10]) == 8  # too long for a teaser


JAPANESE = [
    "離島と本土を結ぶ連絡船が１日、９カ月ぶりに運航を再開した。船体の修理と船員の確保に時間がかかったためで、港には早朝から約２００人の島民が集まった。",
    "船長の白浜恒夫さん（５８）は「この日をずっと待っていた。台所の窓から空の桟橋を見るのはつらかった」と話し、汽笛を３度鳴らして岸壁を離れた。",
    "運航会社によると、新しい船は定員１２０人で、車も１０台まで積める。運賃は来年３月まで据え置き、その後の値上げについては町と協議するという。",
    "島の診療所では、薬の配達が週に２度に増える。医師の久保田みのりさんは「嵐の前に薬を頼めるだけで、患者の顔が変わる」と笑顔を見せた。",
]


def test_a_dateline_begins_the_article_and_a_long_gap_ends_it() -> None:
    about = "「島の声」は、島の新聞が運営する掲示板です。島で暮らす人の本音が分かる場として親しまれています。"
    menu = ["政治", "経済", "スポーツ", "天気", "地域", "暮らし", "文化", "写真", "動画", "訃報"]
    lines = [*menu * 9, "【ソウル＝三島良子】韓国の", *JAPANESE[:2], *menu * 9, *[about] * 3, *menu * 9]
    kept = cleantext.clean("\n".join(lines))
    assert "【ソウル＝三島良子】" in kept
    assert all(text in kept for text in JAPANESE[:2])
    assert about not in kept


def test_a_box_in_mid_article_ends_no_japanese_article() -> None:
    behind = [
        "一方で、漁協は桟橋の使い方に不満を持っている。組合長は「朝の競りの時間に船が着くと、荷を下ろす場所がない」と述べ、時刻の見直しを求めた。",
        "町は来月、島民と漁協、運航会社の三者で話し合う場を設ける方針だ。担当者は「誰かが我慢する形では続かない」と話している。",
        "白浜さんは最後の便を終えると、船室の明かりを一つずつ消して回った。「明日も６時に出ます」と言って、港の坂を上っていった。",
    ]
    titles = ["島の小学校、児童３人に", "漁港の灯台が百歳"]
    kept = cleantext.clean("\n".join([*JAPANESE, "関連記事", *titles, *behind]))
    assert all(text in kept for text in (*JAPANESE, *behind))
    assert titles[0] not in kept


PROSE = [
    "The ferry to the outer islands ran again on Monday after nine months in the yard, with a new engine and a cook.",
    "Some 200 people stood on the quay before dawn, and the school let its pupils come late so that they could see it.",
    "The captain sounded the horn three times, which he is allowed to do only in fog, and nobody complained about it.",
    "Fares stay as they were until March, the owner said, and after that the council will have a word in the matter.",
    "The clinic on the island can have medicines sent out twice a week again instead of once, its doctor said.",
]


def test_who_wrote_an_article_is_no_part_of_it_but_what_he_says_is() -> None:
    head, end = "The ferry is back\n\nBy Ada Quill\n\n", "has sailed to the islands since she was five years old."
    life = cleantext.clean(head + "\n\n".join([*PROSE, f"Ada Quill {end}"]))
    said = cleantext.clean(head + "\n\n".join([*PROSE, "Ada Quill: I have sailed on it since I was five years old."]))
    assert PROSE[-1] in life
    assert end not in life
    assert said.endswith("Ada Quill: I have sailed on it since I was five years old.")


def test_the_headed_off_say_why() -> None:
    (page,) = (sample for sample in samples() if sample.name == "en-a-page-us-mayor-verdict")
    told = [b for b in cleantext.read(page.raw).blocks if any(r.rule == BEYOND for r in b.reasons)]
    assert told
    assert not any(b.kept for b in told)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sign up for our newsletter to get the day's news.", 2),
        ("All rights reserved.", 1),
        ("An earlier version of this article misspelled the ferry's name.", 1),
        ("The ferry company sent out a newsletter to all of its guests.", 0),
    ],
)
def test_notices_are_counted(text: str, said: int) -> None:
    assert notices([telling("en").count(text.rstrip(".").lower().replace("'", " ").split())]) == [said]


def test_a_notice_votes_and_less_so_among_other_sentences() -> None:
    notice = "An earlier version of this article misspelled the ferry's name."
    assert votes(BODY, notice) == {1: NOTICE}
    assert votes(BODY, f"The dock was sold. {notice}") == {1: NOTICE_AMONG}
    assert votes(BODY, f"“{notice}”") == {}  # somebody's words
    assert votes(BODY, f"{BODY} {BODY} {BODY} {notice}") == {}  # most of it is body


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("会見する船長（港で、３日）＝ロイター船は戻った。", ["＝ロイター"]),
        ("港に戻った船＝島町で2024年12月3日、島良子撮影船は戻った。", ["島良子撮影"]),
        ("＝ＡＰ通信によると船は戻った。", []),
        ("船長は動画を、港で撮影した。", []),
    ],
)
def test_japanese_captions_are_signed(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in credits_in(text)] == found
    assert all(map(is_plain_credit, found))


def test_a_noun_follows_no_in_japanese() -> None:
    text = "港町の 船長は月曜日に記者団に語り、船は戻ったと述べた。"
    assert all(b.seam < 0.3 for b in Unglue()(cleantext.Document.of(text)).blocks[1:])


@pytest.mark.parametrize(
    "text",
    [
        "ظلت جبهة ثابتة فوق شمال أفريقيا طوال الأسبوع، وفق ما قاله خبير الطقس.",
        "قال الوزير إن اقتصاد أفريقيا ينمو هذا العام رغم ارتفاع الأسعار.",
        "رياضة الجري في ثقافة سكان الجزيرة أقدم من الميناء.",
    ],
)
def test_words_of_menus_in_arabic_sentences_cut_nothing(text: str) -> None:
    assert list(menus_in(text, "ar")) == []
    assert [b.text for b in Unglue()(Document.of(text)).blocks] == [text]


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Repairs to the station begin on Nov. 1 You might also like Ferry back at last", "You might also like"),
        ("The ferry is back.Most readA dock was sold on Monday", "Most read"),
        (
            "Die Fähre ist wieder da und fährt nach der Insel. Das könnte Sie auch interessieren Hafen zu",
            "Das könnte Sie auch interessieren",
        ),
    ],
    ids=["after a number", "glued", "German"],
)
def test_a_heading_of_other_matter_stands_apart(text: str, piece: str) -> None:
    assert piece in blocks(text)


def test_the_words_of_such_a_heading_in_a_sentence_are_not_cut() -> None:
    assert blocks("She said that you might also like the mole, and then she left for the harbour.") == [
        "She said that you might also like the mole, and then she left for the harbour."
    ]


def test_what_a_site_says_is_told_though_it_names_a_button() -> None:
    assert votes(BODY, "Click “Accept all cookies” to view this content.", BODY)[1] in (NOTICE, NOTICES)
    assert 1 not in votes(BODY, "“You agree to our terms of use or you do not sail with us again,” he said.", BODY)


def test_a_long_piece_must_say_it_often() -> None:
    notice = "Our newsletter is free. Read our privacy policy."
    filler = " The ferry runs again, and the dock is open." * 30
    assert votes(BODY, notice, BODY)[1] == NOTICES
    assert 1 not in votes(BODY, notice + filler, BODY)
