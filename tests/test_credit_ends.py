"""Credits in running text: where they end, and what is none."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.credit_ends import credit_ends, ends_signed
from cleantext.text.lexicon import lexicon

ENGLISH = lexicon("en")

NO_CREDITS = [
    "The latest USA TODAY/Suffolk University poll found that 42% of voters agree.",
    "In the NBC/Wall Street Journal survey two of five said so.",
    "She told the ARD/ZDF breakfast programme that the ferry would be back.",
    "He suffers from the syndrome (CFS/ME), and from migraine.",
    "A photo: nobody had seen one like it before.",
    "The indices at noon: DAX/Frankfurt -0.25 percent, FTSE/London -0.84 percent.",
    "The station plays Aerosmith, AC/DC, Ted Nugent and Van Halen.",
    "See https://example.org/Ferries/Harbour Ferries run daily.",
    "Photo by photo, she put the story together.",
    "Courtesy of the bank, the family kept the house.",
    "Getty Images said on Friday that it would sue.",
    "It said so. BBC Verify has looked into it. CNN Student News is made for schools.",
    "Stocks rose on Monday. The Dow Jones Industrial Average added 256 points, a fresh all-time high.",
    "Stocks rose on Monday. Dow Jones Industrial Average futures were little changed.",
    "It said so. The Associated Press Stylebook has a rule for it.",
    "„Mein Daumen vor dem Hafen. Foto: privat“, so etwas hätte geholfen.",
    "© The Financial Ferries Ltd. 2024",
]

CREDITS = [
    ("Ships off Tema Photo: Ada Quill The strike went on for a week.", "Photo: Ada Quill"),
    ("Ships off Tema Foto: Ada Quill/AFP The strike went on.", "Foto: Ada Quill/AFP"),
    ("The jumper lands Foto: AFP/Bo Tern Sven Berg was not amused.", "Foto: AFP/Bo Tern"),
    ("Ministers meet | Bildquelle: EU-Kommission The talks were short.", "Bildquelle: EU-Kommission"),
    ("The dock at duskImage: ADA QUILL Nobody was hurt.", "Image: ADA QUILL"),
    ("The dock at dusk Credit: PA The ferry is back.", "Credit: PA"),
    ("The dock at dusk Foto: AFPIn the end it sank.", "Foto: AFP"),
    ("Ships wait MERIDIAN/Bo Tern The dockers went on strike.", "MERIDIAN/Bo Tern"),
    ("He lands. AP Photo/Edgar H. Tern The ferry is back.", "AP Photo/Edgar H. Tern"),
    ("A walk on the ice Harbour Wire/Ines Palm The ice held.", "Wire/Ines Palm"),
    ("The old pier (AP Photo/Ada Quill)The ferry is back.", "AP Photo/Ada Quill)"),
    ("The old pier Ines Palm/Getty Images The ferry is back.", "Palm/Getty Images"),
    ("The dock at duskPhoto: Ada QuillEngineers came.", "Photo: Ada Quill"),
    ("The dock at dusk© Rex Lantern“We saw it.”", "© Rex Lantern"),
    ("The dock at dusk. Photo by Ada Quill Engineers came.", "Photo by Ada Quill"),
    ("The dock Credit...Ada Quill for The Isle Times The ferry is back.", "Credit...Ada Quill for The Isle Times"),
    ("The dock at dusk Foto: Ada Quill/The Guardian Engineers came.", "Foto: Ada Quill/The Guardian"),
    ("The dock at dusk PHOTO BY ADA QUILL /Postmedia Engineers came.", "PHOTO BY ADA QUILL /Postmedia"),
    ("The dock at dusk ADA QUILL / AFP Engineers came.", "ADA QUILL / AFP"),
    ("The dock at dusk imago/Ada Quill The ferry is back.", "imago/Ada Quill"),
    ("The dock at dusk. REUTERS/Ada Quill/File PhotoEngineers came.", "REUTERS/Ada Quill/File Photo"),
    ("The ferry is back. File photo Engineers came.", "File photo"),
    ("The ferry is back. AFP via Getty Images Engineers came.", "AFP via Getty Images"),
    ("The ferry is back. The Associated Press The strike went on.", "The Associated Press"),
    ("The ferry is back. Dow Jones Newswires Engineers came.", "Dow Jones Newswires"),
    ("The dock at dusk © DPA Images | Ada Quill The ferry is back.", "© DPA Images | Ada Quill"),
]


@pytest.mark.parametrize("text", NO_CREDITS)
def test_what_is_no_credit_is_not_cut(text: str) -> None:
    assert list(credit_ends(text, ENGLISH)) == []


@pytest.mark.parametrize(("text", "credit"), CREDITS)
def test_a_credit_ends_where_the_sentence_begins(text: str, credit: str) -> None:
    assert [text[a:b] for a, b in credit_ends(text, ENGLISH)] == [credit]


@pytest.mark.parametrize("text", ["Ships wait off Tema AFP/Bo Tern", "Ships wait off Tema Photo: Bo Tern/Getty Images"])
def test_a_text_may_end_signed(text: str) -> None:
    assert ends_signed(text)


@pytest.mark.parametrize("text", ["She works for ARD/ZDF", "Photo: Ada Quill", "Ferries and ships", "and/or"])
def test_a_text_that_does_not(text: str) -> None:
    assert not ends_signed(text)


def test_the_caption_goes_and_the_body_stays() -> None:
    body = [
        "Dockers in Tema went on with their strike on Monday, and forty ships waited off the coast for a berth.",
        "The union said that its members would not return before the new contract was signed by the port authority.",
        "“We have waited for nine months,” said its chairwoman, Esi Boateng, “and we can wait for one more week.”",
        "The government called on both sides to talk, and offered the help of a retired judge, who led earlier talks.",
    ]
    text = " ".join([*body[:2], "Ships wait at anchor off Tema on Sunday MERIDIAN/Yaa Serwaah", *body[2:]])
    document = cleantext.read(text)
    assert document.text.replace("\n\n", " ") == " ".join(body)
    assert "MERIDIAN/Yaa Serwaah" in document.facts.credits


@pytest.mark.parametrize("begun", ["Ghana is", "Osei-Mintah was", "John Marsh is", "Ghana President Ada Tern"])
@pytest.mark.parametrize("credit", ["REUTERS/Yaa Serwaah", "MERIDIAN/Yaa Serwaah", "Photo: Maria Serwaah"])
def test_a_name_is_glued_to_the_photographer_s(credit: str, begun: str) -> None:
    text = f"Ships wait off Tema {credit}{begun} well known."
    assert [text[a:b] for a, b in credit_ends(text, lexicon("en"))] == [credit]


@pytest.mark.parametrize("begun", ["Ghana", "Marsh", "The"])
@pytest.mark.parametrize("house", ["Getty Images", "Photo: Supplied", "AFP via Getty Images", "File photo"])
def test_a_name_is_glued_to_an_agency(house: str, begun: str) -> None:
    body = [
        "Dockers in Tema went on with their strike on Monday, and forty ships waited off the coast for a berth.",
        "The union said that its members would not return before the new contract was signed by the port authority.",
        f"{begun} is the second-largest grower of cocoa in the world, and most of what it grows is shipped from there.",
        "The government called on both sides to talk, and offered the help of a retired judge, who led earlier talks.",
    ]
    text = " ".join(body).replace(begun + " is", f"Ships wait at anchor off Tema on Sunday {house}{begun} is")
    assert cleantext.clean(text).replace("\n\n", " ") == " ".join(body)


WHOLE = ["GettyImages", "ReutersTV", "BloombergNews", "paÍs", "UniCredit", "PrivatBank", "AnadoluJet"]


@pytest.mark.parametrize("word", WHOLE)
def test_a_word_that_begins_as_an_agency_is_whole(word: str) -> None:
    text = f"The pictures were sold by {word} to the museum for a sum that nobody at the isle wants to name."
    assert cleantext.clean(text) == text


def test_a_name_is_glued_to_letters_before_an_agency() -> None:
    text = "Ships wait at anchor on the last day of the strikeAP Photo/Ada QuillGhana is its second-largest grower."
    assert [text[a:b] for a, b in credit_ends(text, ENGLISH)] == ["AP Photo/Ada Quill"]


@pytest.mark.parametrize("name", ["Ada MacTern", "Ada FitzMarsh", "Ada DeMarsh"])
def test_a_name_with_a_capital_within_is_not_parted(name: str) -> None:
    text = f"Ships wait off Tema REUTERS/{name} Dockers went on strike."
    assert [text[a:b] for a, b in credit_ends(text, lexicon("en"))] == [f"REUTERS/{name}"]


@pytest.mark.parametrize("name", ["Ada Quill/Harbour Post", "Quill Archive/Gado/Getty Images", "Bo Tern/AFP"])
def test_both_names_before_a_slash_are_the_credit_s_behind_a_stop(name: str) -> None:
    text = f"The pier was shut. {name} The ferry runs again."
    assert [text[a:b] for a, b in credit_ends(text, lexicon("en"))] == [name]


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Der Kai am Abend. BILD: ADA QUILLFrau Tern hat den Hafen gesehen.", "BILD: ADA QUILL"),
        ("Der Kai am Abend. Foto: dpa Norden. Der Hafen bleibt zu.", "Foto: dpa"),
        ("Der Kai am Abend. © Ada Quill für DIE ZEIT Am Dienstag lief sie ein.", "© Ada Quill für DIE ZEIT"),
        ("Der Kai am Abend. Symbolfoto: Bo TernNorden. Warum sie sank, ist unklar.", "Symbolfoto: Bo Tern"),
        ("Der Kai am Abend. IMAGO/Nordbild HSV-Trainer Bo Tern war zufrieden.", "IMAGO/Nordbild"),
        ("Der Kai am Abend. — © BELGANORDEN — Der Hafen bleibt zu.", "© BELGA"),
    ],
)
def test_what_follows_a_credit_is_no_part_of_it(text: str, credit: str) -> None:
    assert [text[a:b] for a, b in credit_ends(text, lexicon("de"), "de")] == [credit]


def test_a_turkish_word_is_glued_to_an_agency() -> None:
    text = "Fotoğraf: DHAFırıncı Ali Kaya dükkânı kapattı."
    assert [text[a:b] for a, b in credit_ends(text, lexicon("tr"), "tr")] == ["Fotoğraf: DHA"]


def test_a_surname_with_a_capital_within_stays_whole() -> None:
    text = "The pier at dusk Photo: Ada MacTern. The ferry is back."
    assert "Mac" not in [text[a:b][-3:] for a, b in credit_ends(text, ENGLISH)]


def test_a_small_word_glued_to_capitals_takes_no_letter_of_them() -> None:
    text = "Der Kai am Abend. Bildrechte: INSEL RUNDFUNKmehr dazu"
    assert not [text[a:b] for a, b in credit_ends(text, lexicon("de"), "de") if text[a:b].endswith("RUNDFUN")]


@pytest.mark.parametrize(
    ("language", "text", "credit"),
    [
        ("nl", "De boot ligt aan de kade.Beeld Ada QuillHet is stil op de kade.", "Beeld Ada Quill"),
        ("hu", "A komp a parton áll.Fotó: Tern Bo / SzigethíradóReggel hat óra van.", "Fotó: Tern Bo / Szigethíradó"),
        ("uk", "Пором повернувся.Фото: ДСНСПро це повідомив капітан.", "Фото: ДСНС"),
        ("vi", "Phà ở bến - Ảnh: A LỘCTheo thuyền trưởng, phà đã trở lại.", "Ảnh: A LỘC"),
        ("ro", "Bacul s-a întors.FOTO: ISU InsulaDoi oameni au coborât.", "FOTO: ISU Insula"),
    ],
)
def test_a_credit_ends_where_any_word_is_glued_to_it(language: str, text: str, credit: str) -> None:
    assert [text[a:b] for a, b in credit_ends(text, {}, language)] == [credit]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Beeld Ada zegt dat het goed is."),
        ("nl", "Het Beeld Van De Haven is terug."),
        ("nl", "Beeldende kunst trekt Ada en Bo naar de haven."),
        ("hu", "Fotó: Tern Bo / YouTube videó alapján."),
        ("hu", "Fotó: McTern volt ott."),
    ],
)
def test_names_with_a_capital_inside_are_not_cut(language: str, text: str) -> None:
    assert list(credit_ends(text, {}, language)) == []
