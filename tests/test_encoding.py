"""Characters that came out wrong are put right; what is right stays."""

from __future__ import annotations

import pickle
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleantext.document import Document, replay, undo
from cleantext.steps.encoding import Encoding
from strategies import examples
from timing import grows_with

ZWJ, ZWNJ, ZWSP, SHY, BOM, LRM, RLM = "\u200d", "\u200c", "\u200b", "\u00ad", "\ufeff", "\u200e", "\u200f"


def mended(text: str, **options: bool) -> str:
    return Encoding(**options)(Document.of(text)).text


@pytest.mark.parametrize(
    "text",
    [
        "AT&T and R&D; Q&A; the &copy sign without a semicolon, &lang=en in a query",
        "“Curly”, ‘single’, „unten“, «guillemets», 'straight'",
        "The oﬃce ﬁnally closed",
        "ｆｕｌｌ ｗｉｄｔｈ ＡＢＣ　１２３",
        "e\u0301 and o\u0308 stay decomposed",
        f"\N{WOMAN}{ZWJ}\N{ROCKET} \N{WAVING BLACK FLAG}{ZWJ}\u2620\ufe0f",
        f"می{ZWNJ}خواهم",
        f"क्{ZWJ}ष",
        f"ภาษา{ZWSP}ไทย",
        f"(قال{RLM})",
        "Ça gêne l’été à Besançon : « déjà », dit-il.",
        "Über Ärger und „Österreich“ – 20 % …",
        "A MANHÃ”, disse “IRMÔ",
        "Пусть она скажет: «Привет»",
        "Příliš žluťoučký kůň",
        "2 < 3 > 1 & 4",
        "He is 6' 10'' tall, the door 5' 3'', and the lap took 1' 12''.",
        "Write ``print`` and ``read``, or ```python",
        "In Python a '' string is empty, as is b'' (and u'').",
        "The '''bold''' word of a wiki",
        'set(title="", rel="") and "" too',
        "The ferry , she said, is `` back '', and it is n't full.",
        "'Twas the ships' crew's, and the '90s' own",
        "",
        "   ",
    ],
)
def test_leaves_alone(text: str) -> None:
    document = Document.of(text)
    assert Encoding()(document) is document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cafÃ©", "café"),
        ("itâ€™s â€œfineâ€\x9d", "it’s “fine”"),
        ("she said â€œnoâ€ and left", "she said “no” and left"),
        ("voilÃ  le travail", "voilà le travail"),
        ("Müller mag “GrÃ¶ÃŸe” → ja", "Müller mag “Größe” → ja"),
        ("doublÃƒÂ©", "doublé"),
        ("РџСЂРёРІРµС‚, РјРёСЂ", "Привет, мир"),
        ("caf√©", "café"),
        ("aquÃ\xad", "aquí"),
        ("price \x96 or \x93quote\x94", "price – or “quote”"),
        ("&Atilde;&copy;t&Atilde;&copy;", "été"),
        ("a &lt;b&gt; c &amp; d", "a <b> c & d"),
        ("5 < 6 &eacute;", "5 < 6 é"),
        ("&amp;amp;amp;lt;", "<"),
        ("caf&#233; &#xE9; &#8217; &#150;", "café é ’ –"),
        ("&am\u00adp;", "&"),
        (f"in{SHY}vis{ZWSP}ible", "invisible"),
        (f"{BOM}Start", "Start"),
        (f"{BOM} Start", "Start"),
        (f"Latin {LRM}only{RLM}", "Latin only"),
        (f"no{ZWJ}joining{ZWNJ}here", "nojoininghere"),
        ("nul\x00 bell\x07 esc\x1b[31mred\x1b[0m", "nul bell escred"),
        ("pair \ud83d\ude00 lone \ud800", "pair \N{GRINNING FACE} lone \N{REPLACEMENT CHARACTER}"),
        ("ï»¿Title", "Title"),
        ("''It is a street,'' she said. ''No.''", '"It is a street," she said. "No."'),
        ("``No,'' he said. ``We don't.''", '"No," he said. "We don\'t."'),
        ("It is full.''He left. ''Why?'' she said.", 'It is full."He left. "Why?" she said.'),
        ("the ''90s'' style, 6' 10'' of it", "the \"90s\" style, 6' 10'' of it"),
        ("don''t, l''Italia, dell''Alba, O''Brien", "don't, l'Italia, dell'Alba, O'Brien"),
        ('He said ""no"" and ""yes"".', 'He said "no" and "yes".'),
        ('"He said ""no"" and left."', 'He said "no" and left.'),
        ('"""No,"" he said. ""Yes.""\n"', '"No," he said. "Yes."'),
        ('"No," he said. "Yes."', '"No," he said. "Yes."'),
        ("-LRB- AP -RRB- `` It is n't , '' she said : `` No . ''", '(AP) "It isn\'t," she said: "No."'),
        ("-lrb- isle -rrb- the workers ' ship 's crew was paid $ 5 .", "(isle) the workers' ship's crew was paid $5."),
        ("&ldquoIt is back,&rdquo he said&mdashso.&nbspIt&amp;#8217s so.", "“It is back,” he said—so.\xa0It’s so."),
        ("AT&Tamp, Q&A, &copy, isle.example/?a&quot=1", "AT&Tamp, Q&A, &copy, isle.example/?a&quot=1"),
        ("he came , saw , sang , ate , slept , mr . moe left .", "he came, saw, sang, ate, slept, mr. moe left."),
        ("&#39;&#39;It is,&#39;&#39; she said.", '"It is," she said.'),
    ],
)
def test_mends(text: str, expected: str) -> None:
    document = Encoding()(Document.of(text))
    assert document.text == expected
    assert replay(text, document.edits) == expected
    assert undo(expected, document.edits) == text
    assert mended(expected) == expected


def test_edits_are_exact() -> None:
    edits = Encoding()(Document.of("Ein schÃ¶ner Tag &amp; mehr")).edits
    assert [(e.removed, e.replacement, e.rule) for e in edits] == [
        ("Ã¶", "ö", "encoding.mojibake"),
        ("&amp;", "&", "encoding.entities"),
    ]


@pytest.mark.parametrize("option", ["mojibake", "entities", "tokens", "quotes", "invisible"])
def test_options_switch_off(option: str) -> None:
    damage = {
        "mojibake": "cafÃ©",
        "entities": "a&lt;b",
        "tokens": "it is n't .",
        "quotes": "''a'' b",
        "invisible": f"a{SHY}b",
    }[option]
    assert mended(damage, **{option: False}) == damage
    assert mended(damage) != damage


def test_one_bad_line_changes_no_other() -> None:
    good = "“IRMÔ → Ã© is how it looks"
    assert mended(f"cafÃ©\n{good.replace('Ã©', 'é')}").split("\n") == ["café", good.replace("Ã©", "é")]


@pytest.mark.parametrize("line_end", ["\r", "\x0b", "\x0c", "\x1e", "\x85", "\u2028", "\u2029"], ids=ascii)
def test_a_line_ends_whatever_ends_it(line_end: str) -> None:
    bad, good = "Ã…se said: â€œItâ€™s lateâ€\x9d", "Dann die FÃ¤hre"
    document = Encoding()(Document.of(f"{bad}{line_end}{line_end}{good}"))
    assert document.text == f"Åse said: “It’s late”{line_end}{line_end}Dann die Fähre"
    assert all(line_end not in edit.removed for edit in document.edits)


@pytest.mark.parametrize(("text", "expected"), [("Ã\x85se", "Åse"), ("\x93Wait\x85\x94\nA cafÃ©", "“Wait…”\nA café")])
def test_nel_may_be_half_a_letter_or_an_ellipsis(text: str, expected: str) -> None:
    assert Encoding()(Document.of(text)).text == expected


def test_dropped_blocks_and_several_blocks() -> None:
    from cleantext.document import drop, split

    one = Document.of("cafÃ© cafÃ©")
    first, second = split(one.blocks[0], [(0, 5, 1.0), (6, 11, 1.0)], one.original)
    document = Encoding()(one.with_blocks([drop(first, "demo"), second]))
    assert [b.text for b in document.blocks] == ["cafÃ©", "café"]


def test_pickles_and_remembers_nothing() -> None:
    step = Encoding(entities=False)
    assert pickle.loads(pickle.dumps(step)) == step
    assert step(Document.of("cafÃ©")) == step(Document.of("cafÃ©"))


def test_one_bad_spot_in_a_long_line_is_cheap() -> None:
    few, many = ("plain words — and more. " * times + "cafÃ©" for times in (20_000, 160_000))
    assert mended(many).endswith("café")
    assert grows_with(8, partial(mended, few), partial(mended, many))


ALPHABET = st.one_of(
    st.sampled_from([*"aA é ÃÂâ€™œ\x9d©¶ß\u00ad\u200b\u200d\u200f\ufeff\x00\x85\n\r\t &;#39xltamp<", "&amp;", "Ã©"]),
    st.sampled_from(["a\\/", '\\"', "\\u00e9"]),
    st.characters(),
    st.characters(categories=["Cs"]),
)


@settings(max_examples=examples(300))
@given(st.lists(ALPHABET, max_size=60).map("".join))
def test_laws(text: str) -> None:
    document = Encoding()(Document.of(text))
    assert replay(text, document.edits) == document.text
    assert undo(document.text, document.edits) == text
    assert mended(document.text) == document.text
