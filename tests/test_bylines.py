"""Where bylines stand in flat text; first what is a sentence and must stay whole."""

from functools import partial

import pytest

import cleantext
from cleantext.document import Block, Document
from cleantext.steps.judge import Judge
from cleantext.steps.rejoin import Rejoin
from cleantext.text.bylines import bylines_in, is_whole_byline, names_in
from cleantext.text.datelines import undashed_datelines_in
from cleantext.text.facts import facts_of
from cleantext.text.kinds import reads
from cleantext.text.stamps import stamps_in
from timing import grows_with


def found(text: str, language: str) -> list[str]:
    return [text[a:b] for a, b in bylines_in(text, list(stamps_in(text)), language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The song was written by Ada Quill. By Ada Quill standards it was short."),
        ("en", "By Ada Quill's own account the ferry was late. By Monday noon Bo Tern had left."),
        ("en", "The bill, signed by Ada Quill on June 3, 2021 at 10:09, was withdrawn."),
        ("en", "Harbour Law Signed By Ada Quill Faces Test In Court"),
        ("en", "HARBOUR LAW SIGNED BY ADA QUILL FACES TEST"),
        ("en", "The new \"Tern By Quill Racing Team\", as it is called, is fast."),
        ("en", "It was Done By Ada May and nobody knew. It is said By Cleo Will and then."),
        ("en", "It was announced by Harbour Minister Ada Quill.\nThe ferry runs."),
        ("en", "Stand By Me was played by the U.S. Navy Band."),
        ("de", "Von Ada Quill war nichts zu hören. Von Ada Quill, der Ministerin, kam kein Wort."),
        ("de", "Die Fähre wurde von Ada Quill getauft. Das Buch ist von Bo Tern."),
        ("de", "Er sprach z. B. von Ada Quill und Bo Tern."),
        ("fr", "Le navire a été baptisé par Ada Quill. Par Ada Quill, la maire, on apprend tout."),
        ("it", "Un libro di Ada Quill. La grande nave di Bo Tern."),
        ("es", "La obra fue escrita por Ada Quill. Por Ada Quill no hay noticias."),
        ("de", 'Das Team von Bimota. "Bimota By Quill Racing Team", was dahintersteckt.'),
        ("en", "It was shut (see the map) by Ada Quill and her crew. “It is late” by Ada Quill is a song."),
        ("en", "The song was released on May 7, 2021 by Ada Quill and her band. It was built in 1998 by Bo Tern Ltd."),
        ("en", "The picture was posted by Ada Quill in May on the beach, and by Bo Tern @ home in June."),
        ("ko", "홍길동 기자가 말했다. (제주=한빛뉴스) 고은별 기자 = 지난 27일 [사진 = 김혜진 기자]"),
        ("en", ""),
    ],
)  # fmt: skip
def test_sentences_hold_no_byline(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "byline"),
    [
        ("en", "ferry is back By Ada Quill and Bo Tern For Exampleonline Published: 10:09, 7 November 2021 Images",
         "By Ada Quill and Bo Tern For Exampleonline"),
        ("en", "all night By Ada Quill and Cleo May and Bo Tern-marsh For Example.com Updated: 10:09, 7 November 2021",
         "By Ada Quill and Cleo May and Bo Tern-marsh For Example.com"),
        ("en", "March 28, 2024 3:00 AM By Associated Press Gulls circled the pier",
         "By Associated Press"),
        ("en", "and nobody minds by Ada Quill March 2, 2023 1:15 pm Share", "by Ada Quill"),
        ("en", "Shelters Hardly Exist by Ada Quill in News on Mar 9, 2017 10:15 am The basement", "by Ada Quill"),
        ("en", "Gulls Back At The Pier December 22, 2016 by Ada Quill 0 0 Gulls have returned to the", "by Ada Quill"),
        ("en", "why the gulls are wholly misguided by Ada Quill @adaquillisle 22h ago Gulls have", "by Ada Quill"),
        ("en", "What Is The Hold-Up At PierX? by Ada Quill\nShare", "by Ada Quill"),
        ("en", "By Ada QuillAssistant Harbour EditorFollow June 26, 2023 5 AM PT", "By Ada Quill"),
        ("en", "Read Listen Dive Deeper By Ada Quill, Bo Tern-Marsh, Cleo Marsh and Dee Wren 6 Jan 2026 0 The harbour",
         "By Ada Quill, Bo Tern-Marsh, Cleo Marsh and Dee Wren"),
        ("en", "the ferry tastes different By Ada Quill Emma Wren after her crossing", "By Ada Quill"),
        ("en", "Ferries are late By Ada Q. Tern The harbour", "By Ada Q. Tern"),
        ("en", "The best piers By Ada Quill Contributor The best ferries", "By Ada Quill Contributor"),
        ("en", "in our favour By Ada Quill February 11, 2025 3 The minister", "By Ada Quill"),
        ("en", "Our news Written by Ada Quill The harbour", "Written by Ada Quill"),
        ("en", "next vote By Ada Quill, Chief Political Correspondent and Bo Tern 8 November 2017 • 9:30pm The",
         "By Ada Quill, Chief Political Correspondent and Bo Tern"),
        ("en", "in the lab By Ada Ní Quill, science correspondent Bacteria", "By Ada Ní Quill, science correspondent"),
        ("de", "Es drohen Strafen.vonAda Quill,Bo TernDarum gehts", "vonAda Quill,Bo Tern"),
        ("de", "die dabei helfen.vonAda de TernWenn die Fähre", "vonAda de Tern"),
        ("de", "Ende gut. von Ada Quill Große Aufregung herrschte", "von Ada Quill"),
        ("de", "Foto: Cleo Marsh Von Ada Quill Politische Korrespondentin Hafenlärm ist",
         "Von Ada Quill Politische Korrespondentin"),
        ("de", "Es wird eng. von Ada Quill, HRF KÜSTE In Teilen der Stadt", "von Ada Quill, HRF KÜSTE"),
        ("de", "die Fähre hadert Von Ada Quill, Kiel 05.08.2024, 20:59 Uhr Einer der", "Von Ada Quill, Kiel"),
        ("de", "5 Minuten Von Ada Quill, Bo Tern und Cleo Marsh Kräfte der Feuerwehr sind im Einsatz",
         "Von Ada Quill, Bo Tern und Cleo Marsh"),
        ("fr", "la campagne pour 2025 Par Ada Quill et AFP Publié il y a 3 heures", "Par Ada Quill et AFP"),
        ("en", "at the pier. (Cleo Marsh/The Isle Post) By Ada Quill and Bo TernA ferry", "By Ada Quill and Bo Tern"),
        ("en", "(Cleo Marsh/The Isle Post) By Ada Quill, Bo Tern and Dee Wren Twenty-five piers",
         "By Ada Quill, Bo Tern and Dee Wren"),
        ("en", "The pier is shut. By Ada Quill-Wren Matane, July 13, 2025 (IPA) The pier", "By Ada Quill-Wren"),
        ("en", "Photo: Bo Tern. By Ada Quill OSLO, Oct. 30 (IPA) -- The pier", "By Ada Quill"),
        ("en", "(Photo: Bo Tern) BY ADA McQUILL-WREN Observer staff reporter March 3",
         "BY ADA McQUILL-WREN Observer staff reporter"),
        ("de", "Was hilft? Von Ada Quill, SWR Artikel vorlesen lassen", "Von Ada Quill, SWR"),
        ("de", "Security Von Dr. Ada Quill 3. Mai 2024, 10:09 Uhr Die Fähre", "Von Dr. Ada Quill"),
        ("de", "auf Rädern kommt. Von Ada Quill, Pleystein Um kurz nach vier", "Von Ada Quill, Pleystein"),
        ("da", "Foto: Bo Tern Af Ada Quill, ada@example.dk Del", "Af Ada Quill"),
        ("es", "El ferri ha vuelto. 3 de mayo de 2024, 10:09 Por Ada Quill Enviado especial a Vigo",
         "Por Ada Quill Enviado especial"),
        ("fr", "remit les piliers à l’heure\nPar Ada d’Aubigny-Tern\nLe bac", "Par Ada d’Aubigny-Tern"),
        ("ko", "원인 찾았다 임채린 기자, 도현우 기자 입력 2025.02.18", "임채린 기자, 도현우 기자"),
        ("ko", "임채린 기자 lim@example.co.kr 입력", "임채린 기자 lim@example.co.kr"),
    ],
)  # fmt: skip
def test_bylines_are_found(language: str, text: str, byline: str) -> None:
    assert found(text, language) == [byline]


def test_korean_names_may_be_glued_to_addresses() -> None:
    text = "신화 댓글 임채린 기자lim@example.co.kr도현우 기자do@example.co.kr입력"
    assert found(text, "ko") == ["임채린 기자lim@example.co.kr도현우 기자do@example.co.kr"]
    assert facts_of([("byline", found(text, "ko")[0])], {})["authors"] == ("임채린", "도현우")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "ranked from least to most daring Amanda Quill 2024-02-14T16:15:30Z Share", "Amanda Quill"),
        ("de", "und wie das Wetter wird Daniel Quill Redakteur 03.05.2024 15:42 Uhr Teilen", "Daniel Quill Redakteur"),
        ("it", "in esercitazione nell’Artico Marco Tern 4 febbraio 2025 - 14:41 L’Artico", "Marco Tern"),
        ("en", "The ferry was seen by the crew on Monday 2024-02-14T16:15:30Z Share", ""),
        ("en", "said Amanda Quill. “Quill was late” Amanda Quill 2024-02-14T16:15:30Z Share", ""),
    ],
)
def test_a_name_may_stand_before_a_time_stamp(language: str, text: str, name: str) -> None:
    names = [text[a:b] for a, b in names_in(text, list(stamps_in(text)), language)]
    assert names == ([name] if name else [])


def test_a_text_that_is_a_byline() -> None:
    assert is_whole_byline("By Ada Quill, Bo Tern and Cleo Marsh")
    assert is_whole_byline("임채린 기자")
    assert not is_whole_byline("By Ada Quill, as she says")
    assert not is_whole_byline("")
    assert reads("임채린 기자, 도현우 기자") == "byline"


def test_authors_of_a_flat_text() -> None:
    body = "The ferry to the island runs again after three weeks in dock, the harbour board said on Monday. "
    text = f"Island ferry is back in service By Ada Quill and Bo Tern March 2, 2023 1:15 pm {body}" + 4 * (
        "Passengers had waited at the pier since the early morning, some of them with their bicycles. "
        "The captain said that the engine had been taken apart twice before the fault was found. "
    )
    facts = cleantext.read(text).facts
    assert facts.authors == ("Ada Quill", "Bo Tern")
    assert facts.published == "2023-03-02T13:15"


def test_blanks_that_the_names_lost_come_back() -> None:
    body = "Die Fähre zur Insel fährt wieder, nachdem sie drei Wochen im Dock gelegen hatte, wie die Stadt mitteilte. "
    text = f"Die Fähre fährt wieder.vonAda Quill,Bo Tern{body * 6}"
    assert cleantext.read(text).facts.authors == ("Ada Quill", "Bo Tern")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "a ferry for everyone Ada Quill 7 November 2021, 10:09 The ferry", ["Ada Quill"]),
        ("en", "A ferry for everyone.Ada QuillUpdated - January 24, 2021 10:40 pm IST", ["Ada Quill"]),
        ("de", "Ein Beitrag. Ada Bo Quill 17.05.2026, 19:06 Uhr 8 Min", ["Ada Bo Quill"]),
        ("en", "a ferry for Ada Quill 7 November 2021, 10:09 Quill said that the ferry", []),  # whom the text is about
        ("en", "a ferry for New Harbour 7 November 2021, 10:09 The ferry", []),
        ("en", "Ferry Run Ends Read Later 7 November 2021, 10:09", []),
        ("de", "Fähren im Überblick Redaktion 17.05.2026, 19:06 Uhr", []),
        ("en", "7 November 2021, 10:09 The ferry", []),
    ],
)
def test_a_name_before_a_time_stamp(language: str, text: str, name: list[str]) -> None:
    assert [text[a:b] for a, b in names_in(text, list(stamps_in(text)), language)] == name


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "기자"),
        ("ko", "기자기자"),
        ("ko", "특파원"),
        ("en", "Chief Political Correspondent"),
        ("en", "PNS Read Later Print"),
        ("de", "Alle Berichte"),
        ("de", "Zum Inhalt"),
    ],
)
def test_what_names_nobody(language: str, text: str) -> None:
    assert facts_of([("byline", text)], {"language": language})["authors"] == ()


@pytest.mark.parametrize("name", ["Ada Read", "Will Hay", "Jan de Boer", "Frank Ernst", "Rosa Marina"])
def test_names_that_are_words_too(name: str) -> None:
    for language in ("en", "de", "nl", "it"):
        assert facts_of([("byline", name)], {"language": language})["authors"] == (name,)


def test_a_line_break_before_a_byline_stays() -> None:
    text = "La fabbrica di formaggio ha riaperto dopo il furto\ndi Ada Quilli\nIl direttore ne ha parlato a lungo."
    assert "furto\ndi Ada Quilli" in Rejoin()(Document.of(text)).text.replace("\n\n", "\n")


@pytest.mark.parametrize(
    ("blocks", "source"),
    [
        ([("furniture", "(CNN)"), ("body", "Friends called for calm.")], "CNN"),
        ([("source", "(Reuters) -"), ("body", "Friends called for calm.")], "Reuters"),
        ([("body", "CNN — The path to the harbour was clear.")], "CNN"),
        ([("body", "The ferry — a small one — runs again.")], None),
        ([("body", "The ferry"), ("furniture", "(CNN)")], "CNN"),
        ([("furniture", "(pictured)"), ("body", "The ferry runs.")], None),
        ([("credit", "Ada Quill (AFP)"), ("body", "The ferry runs.")], None),
        ([("body", "The ferry runs."), ("furniture", "Isle News Agency"), ("furniture", "Share")], "Isle News Agency"),
        ([("body", "The ferry runs."), ("credit", "EFE")], "EFE"),
        ([("body", "The ferry runs."), ("furniture", "Share"), ("furniture", "Reuters")], None),
    ],
)
def test_the_agency_before_the_body_is_the_source(blocks: list[tuple[str, str]], source: str | None) -> None:
    assert facts_of(blocks, {"language": "en"})["source"] == source


@pytest.mark.growth
@pytest.mark.parametrize(
    "piece",
    ["By Ada Quill, ", "By ", "By Ada ", "By Ada Quill and ", "by Ada Quill. ", "Von Ada Quill und ", "김기자 기자 ",
     "By Ada Quill" + " " * 40, "By A. B. C. D. E. F. "],
)  # fmt: skip
def test_time_grows_with_length(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (20_000, 160_000))
    assert grows_with(8, partial(_all, short), partial(_all, long))


def _all(text: str) -> list[tuple[int, int]]:
    return list(bylines_in(text, [], "en"))


@pytest.mark.parametrize("dateline", ["(CNN)", "Oslo, Norway (CNN)", "OSLO (Reuters) - "])
def test_what_follows_a_dateline_is_body(dateline: str) -> None:
    first = "Reigning harbour champion Ada Quill and her crew left Northport Bay for Eastport on the morning tide. "
    text = (
        dateline
        + first
        + 5
        * (
            "The ferry to the island runs again after three weeks in dock, the harbour board said. "
            "Passengers had waited at the pier since the early morning, some of them with their bicycles. "
        )
    )
    assert "Reigning harbour champion Ada Quill" in cleantext.clean(text)
    assert cleantext.read(text).facts.source in ("CNN", "Reuters")


@pytest.mark.parametrize("dateline", ["(CNN)", "(CNN) ", "Oslo, Norway (CNN)", "Port Ada (INN)"])
def test_a_dateline_without_a_dash_stays_with_its_sentence(dateline: str) -> None:
    body = "The ferry to the outer islands will run again on Monday, its owner said at the harbour. It is full."
    text = f"{dateline}{body} {body.replace('Monday', 'Friday')}"
    assert cleantext.clean(text).startswith(f"{dateline.rstrip()} The ferry to the outer islands")


def test_what_stands_in_brackets_is_no_agency_everywhere() -> None:
    stays = "Port Ada (INN)It is back in its berth at last.", "(AFP) The dock is closed."
    goes = "(Photo) The dock is closed.", "Isle Boat Sales (IBS)It is back in its berth.", "World (USA)NewsSport"
    later = "It sank. (AFP) The dock is closed.", "Bo Tern (AFP) The dock is closed.", "the port (INN) It is back."
    assert [next(undashed_datelines_in(text, ()), None) for text in stays] == [(0, 15), (0, 7)]
    assert not [span for text in goes + later for span in undashed_datelines_in(text, (9,))]


def test_a_credit_is_no_dateline() -> None:
    def ruled(credit: str, gap: str) -> bool:
        text = f"{credit}{gap}Harbour chief Ada Quill | The ferry was full on Monday, the board said in a statement."
        at, bar = len(credit) + len(gap), text.index(" |")
        blocks = (
            Block(0, len(credit), credit),
            Block(at, bar, text[at:bar]),
            Block(bar + 3, len(text), text[bar + 3 :]),
        )
        judged = Judge()(Document(text, blocks)).blocks[1]
        return any(reason.rule == "after the dateline" for reason in judged.reasons)

    assert not ruled("Bo Tern (AFP)", " ")
    assert not ruled("(Bo Tern)", "")
