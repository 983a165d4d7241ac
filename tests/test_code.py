"""Scripts, style sheets and data that a scraper took along; first the braces of prose, which stay."""

import pytest

import cleantext
from cleantext.document import Document
from cleantext.steps.unglue import Unglue
from cleantext.text.code import code_in, is_code
from test_separator_tokens import BODY
from timing import grows_with

PLACES = "Northport, Port Ada, Gull Point, the pier, Eastmouth, the cape, Quill Bay, the light, Tern Rock, Wren".split(
    ", "
)
WEEKS = "two, three, four, six, seven, nine, ten, eleven, twelve, fifteen".split(", ")
DAYS = (
    "Monday, Thursday, Tuesday, the first of May, Friday, its web page, Sunday, television, the radio, a poster".split(
        ", "
    )
)
PROSE = "".join(
    f"The ferry to {place} runs again after {weeks} weeks in dock, the harbour board said on {day}. "
    for place, weeks, day in zip(PLACES, WEEKS, DAYS, strict=True)
)
CODES = (
    "if (window && window.ads && Array.isArray(window.ads.cmd)) { ads.push(1); } else { console.error('none'); }",
    "window.adtag = window.adtag || {cmd: []}; adtag.cmd.push(function() { adtag.show('div-1'); });",
    "var adWrapper = document.querySelector('.ad'); if (typeof adtag !== 'undefined') { adtag.push(1); }",
    '(function(w,d,s,i){w.ad=w.ad||[];w.ad.push({slot:13,id:"ad-23"});})(window,document,"script","ad-js");',
    '{"@context":"https://example.org/","@type":"NewsArticle","headline":"Ferry back in service"}',
    ".noteBox { border-left: 3px dotted grey; padding: 8px 4px; } a.noteLink { color: teal !important; }",
    "#masthead, #masthead-bar { display: none }",
    "{* #loginForm *} {* emailAddress *}",
)


@pytest.mark.parametrize(
    "text",
    [
        "The set {red, green} is open; the {other} is not.",
        "Dear {name}, your ferry leaves at {time}.",
        "He wrote {sic} twice; nobody minded.",
        "The formula {\\displaystyle a=b;c} holds.",
        "A function (so called) may return; if (as they say) it runs.",
        "{",
        "} {",
        "",
    ],
)
def test_prose_is_no_code(text: str) -> None:
    assert code_in(text + PROSE) == ([], [])
    assert not is_code(text)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("gap", [" ", "\n"])
def test_code_is_found_whole(code: str, gap: str) -> None:
    text = f"{PROSE}{gap}{code}{gap}{PROSE}"
    assert [text[a:b] for a, b in code_in(text).strayed] == [code]
    assert is_code(code)


@pytest.mark.parametrize("code", CODES)
def test_code_goes_and_the_body_stays(code: str) -> None:
    half = PROSE.index("The ferry to Eastmouth")
    text = f"{PROSE[:half]}{code} {PROSE[half:]}"
    document = cleantext.read(text)
    assert "{" not in document.text
    assert "".join(PROSE.split()) == "".join(document.text.split())
    (block,) = (block for block in document.blocks if "{" in block.text)
    assert block.text == code
    assert str(block.role) == "furniture"
    assert any(reason.rule == "code" for reason in block.reasons)


def test_code_that_only_mends_stays_as_it_was() -> None:
    assert CODES[0] in cleantext.clean(f"{PROSE}{CODES[0]} {PROSE}", preset="gentle")


def test_code_that_is_shown_stays() -> None:
    assert code_in(f"{PROSE}For instance: {CODES[0]} {PROSE}").strayed == []
    assert CODES[0] in cleantext.clean(f"{PROSE}For instance: {CODES[0]} {PROSE}", preset="gentle")
    document = cleantext.read(f"{PROSE}\n\nFor instance:\n\n{CODES[0]}\n\n{PROSE}")
    assert not any(reason.rule == "code" for block in document.blocks for reason in block.reasons)


def test_a_text_that_is_nearly_all_code_may_hold_the_article() -> None:
    assert code_in(f"Ferry {CODES[4]}").strayed == []


@pytest.mark.parametrize("piece", ["{a;}", "{ ", "} ", "{a: 1} ", "x=1; {};", "if (", '{"a":1}: ', "{a;}" + " " * 50])
def test_time_grows_with_length(piece: str) -> None:
    short, long = (piece * (size // len(piece)) + PROSE for size in (10_000, 80_000))
    assert grows_with(8, lambda: code_in(short), lambda: code_in(long))


def test_no_sign_is_read_in_code() -> None:
    code = "function f(h) { var t = $(this); if (h.charAt(0) === '_') { a.className = image.className; } return t; }"
    text = f"The ferry is back on Monday. {code} The captain was pleased."
    assert any(code in block.text for block in Unglue()(Document.of(text, language="de")).blocks)


GLUED = (
    *CODES[:7],
    "isletag.cmd.push(function() { isletag.display('div-1'); });",
    ".ad-slot{margin:0 auto;padding:0}",
    "@media (max-width:600px){.ad-slot{display:none;}}",
    "(adsbyisle = window.adsbyisle || []).push({});",
    "!function(d,s,id){var js=d.getElementsByTagName(s)[0];}(document,'script','isle-js');",
    'var isle_shortname = "ferry"; var isle_url = "/b";',
    'ga("create","UA-1","auto");ga("send","pageview");',
    "document.write('<scr'+'ipt src=a.js></scr'+'ipt>');",
    "ISLE.widgets.load();",
    "<script>var a = 1;</script>",
    '<script async src="https://isle.example/a.js"></script>',
    "<noscript><img src='https://isle.example/p.gif'></noscript>",
    '/* <![CDATA[ */ var a={"b":"c"}; /* ]]> */',
)


@pytest.mark.parametrize("code", GLUED)
@pytest.mark.parametrize("joint", ["", " ", "\n"], ids=["glued", "spaced", "lines"])
def test_code_goes_from_a_short_article(code: str, joint: str) -> None:
    text = "\n\n".join([f"{BODY[0]}{joint}{code}{joint}{BODY[1]}", *BODY[2:]])
    assert cleantext.clean(text) == "\n\n".join(BODY)


@pytest.mark.parametrize(
    "text",
    ["He left (on foot); she stayed.", "The var x = 3 of it.", "She said f(x); he said g(y).", "Call me(); he."],
)
def test_brackets_and_signs_of_prose_are_no_statements(text: str) -> None:
    assert code_in(text + PROSE).strayed == []
