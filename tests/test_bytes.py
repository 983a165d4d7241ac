"""Whatever bytes a text comes in, the command gives what the library makes of the text, or says what is wrong."""

from __future__ import annotations

import codecs
import io
import json
import sys
from typing import NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import cleantext
from cleantext.cli import exits, main
from cleantext.text.markdown import markdown_edits
from cleantext.text.mojibake import mojibake_edits
from cleantext.text.wrapping import is_rewrapped
from corpus import samples
from damage import LINE_ENDS, SINGLE_BYTE
from strategies import Article, articles, damaged, examples

MARKED = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
PRESETS = st.sampled_from(["gentle", "news", "strict"])
SENTENCES = (
    "Die Fähre fährt wieder, sagte der Eigner.",
    "„Endlich“, sagte Nils Moe.",
    "Élodie a répondu à côté : « déjà ».",
    "Nobody was hurt, its owner’s crew said – not even the dog.",
    "El niño volvió mañana.",
    "Det blåser på øya.",
    "It cost 3 € or £2…",
)


class Done(NamedTuple):
    code: int
    out: bytes
    err: str


def command(data: bytes, *arguments: str) -> Done:
    """Run the command in this process over bytes on standard input."""
    given, out, err = (io.TextIOWrapper(io.BytesIO(d), "utf-8") for d in (data, b"", b""))
    with pytest.MonkeyPatch.context() as patch:
        for name, stream in (("stdin", given), ("stdout", out), ("stderr", err)):
            patch.setattr(sys, name, stream)
        code = main(("--no-config", *arguments))
        out.flush()
        err.flush()
    return Done(code, out.buffer.getvalue(), err.buffer.getvalue().decode())


def printed(text: str, preset: str) -> bytes:
    """What the command prints for a text: one line break at its very end is not the text's."""
    cleaned = cleantext.clean(text.removesuffix("\n").removesuffix("\r"), preset)
    return (cleaned + "\n").encode() if cleaned else b""


@given(damaged(), st.sampled_from(sorted(MARKED)), PRESETS)
@settings(max_examples=examples(30))
def test_a_byte_order_mark_is_obeyed(article: Article, encoding: str, preset: str) -> None:
    done = command(MARKED[encoding] + article.raw.encode(encoding), "--preset", preset)
    assert (done.code, done.out) == (exits.OK, printed(article.raw, preset))


@given(articles(), st.sampled_from(["latin-1", "cp1252", "cp850", "koi8-r", "gb18030", "shift-jis", "utf-16-le"]))
@settings(max_examples=examples(30))
def test_a_named_encoding_is_obeyed_and_others_are_told(article: Article, encoding: str) -> None:
    raw = article.raw.encode(encoding, "ignore").decode(encoding)
    data = raw.encode(encoding)
    assume(not data.startswith(tuple(MARKED.values())))
    done = command(data, "--preset", "gentle", "--encoding", encoding)
    assert (done.code, done.out) == (exits.OK, printed(raw, "gentle"))
    wrong_at = first_wrong_byte(data)
    if wrong_at is not None:
        refused = command(data, "--preset", "gentle")
        assert (refused.code, refused.out) == (exits.BAD_DATA, b"")
        assert f"byte {wrong_at}" in refused.err
        assert refused.err.count("\n") == 1


def first_wrong_byte(data: bytes) -> int | None:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start
    return None


@given(st.binary(max_size=200), st.sampled_from(["text", "lines", "null", "jsonl", "csv", "tsv"]), PRESETS)
@settings(max_examples=examples(60))
def test_any_bytes_are_cleaned_or_refused_in_one_line(data: bytes, form: str, preset: str) -> None:
    done = command(data, "--from", form, "--preset", preset, "--quiet")
    assert done.code in (exits.OK, exits.BAD_DATA)
    assert "Traceback" not in done.err
    assert (done.code == exits.OK) <= (done.err == "")
    assert (done.code == exits.BAD_DATA) <= (done.err.count("\n") == 1)


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\u2028"])
def test_a_rewrapped_text_is_one_with_any_line_end(line_end: str) -> None:
    sentences = [f"The ferry left the harbour for the {n}th time. Its owner, Nils Moe, was pleased." for n in range(6)]
    assert is_rewrapped("\n\n\n\n".join(sentences))
    assert is_rewrapped((line_end * 4).join(sentences))


@given(articles(), st.sampled_from(LINE_ENDS))
def test_all_kinds_of_line_end_are_one(article: Article, line_end: str) -> None:
    raw = "\n".join(article.raw.splitlines())
    assert cleantext.clean(raw.replace("\n", line_end), "gentle") == cleantext.clean(raw, "gentle")
    assert cleantext.clean(raw.replace("\n", "\r\n"), "news") == cleantext.clean(raw, "news")


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_bars_among_few_line_breaks_are_read_whatever_ends_the_lines(line_end: str) -> None:
    point, body = "- Ida Holm opened the ferry", "Ida Holm opened the ferry."
    topics = "Topics: Ferries | Islands | Ida Holm| Advertisement |"
    raw = f"{point}\n- Ida Holm waits{point}\n- Ida Holm waits{body}{topics}{body} {body} {body}"
    assert cleantext.clean(raw.replace("\n", line_end), "gentle") == cleantext.clean(raw, "gentle")


@pytest.mark.parametrize("line_end", sorted(LINE_ENDS), ids=ascii)
def test_all_kinds_of_line_end_are_one_to_the_judge(line_end: str) -> None:
    raws = [sample.raw for sample in samples() if "\n" in sample.raw]
    changed = [raw[:40] for raw in raws if cleantext.clean(raw.replace("\n", line_end)) != cleantext.clean(raw)]
    assert changed == []


@pytest.mark.parametrize("line_end", sorted(LINE_ENDS), ids=ascii)
@pytest.mark.parametrize("raw", ["n\n\nr iataL", ";\n## #\n# #"], ids=["an empty line in a sentence", "headings"])
def test_all_kinds_of_line_end_are_one_in_what_was_found(raw: str, line_end: str) -> None:
    assert cleantext.clean(raw.replace("\n", line_end), "strict") == cleantext.clean(raw, "strict")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=ascii)
@pytest.mark.parametrize("lined", ["\n\u200b", "\u200b\n", "\u200b \n"], ids=ascii)
def test_what_shows_nothing_at_the_edges_of_lines_changes_nothing(lined: str, line_end: str) -> None:
    raws = [sample.raw for sample in samples() if "\n" in sample.raw and not mojibake_edits(sample.raw)]
    plain = [raw for raw in raws if not markdown_edits(raw)]  # whose marks stand at the edges of lines
    ended = [raw.replace("\n", lined).replace("\n", line_end) for raw in plain]
    changed = [a[:40] for a, b in zip(plain, ended, strict=True) if cleantext.clean(a) != cleantext.clean(b)]
    assert changed == []


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.lists(st.sampled_from(SINGLE_BYTE), max_size=3))
def test_mojibake_of_mojibake_of_mojibake_is_mended(sentences: list[str], taken_for: list[str]) -> None:
    raw = "\n\n".join(sentences)
    for encoding in taken_for:
        try:
            raw = raw.encode().decode(encoding)
        except UnicodeDecodeError:  # cp1252 has no such byte: what was read so would not be there
            assume(False)
    assert cleantext.clean(raw, "gentle") == "\n\n".join(sentences)


@pytest.mark.parametrize("encoding", MARKED)
def test_a_text_cut_in_mid_character_is_told(encoding: str) -> None:
    data = MARKED[encoding] + "Die Fähre 🛳".encode(encoding)[:-1]
    done = command(data)
    assert (done.code, done.out) == (exits.BAD_DATA, b"")
    assert f"does not decode as {encoding.upper()}" in done.err
    assert command(data, "--encoding-errors", "replace", "--preset", "gentle").code == exits.OK


@pytest.mark.parametrize("encoding", MARKED)
def test_records_may_come_in_any_of_them(encoding: str) -> None:
    line = json.dumps({"text": "Die  Fähre\u2028fährt.", "id": 1}, ensure_ascii=False) + "\r\n"
    done = command(MARKED[encoding] + (line * 2).encode(encoding), "--from", "jsonl", "--preset", "gentle")
    assert done.code == exits.OK
    texts = [json.loads(record)["text"] for record in done.out.splitlines()]
    assert texts == [cleantext.clean("Die  Fähre\u2028fährt.", "gentle")] * 2
