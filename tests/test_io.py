"""Records in and out: encodings, cutting, JSON that keeps its spelling, files that are whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext.document import Block, Document, Reason, Role, drop
from cleantext.errors import RecordError, UsageError
from cleantext.io import READERS, WRITERS, Item, Place, Reader, Record, Rejected, Source
from cleantext.io.encodings import Encoding
from cleantext.io.files import CreateError, InputError, OutputError, check_not_read, replacing, source
from cleantext.io.jsonl import JsonlReader, JsonlWriter
from cleantext.io.jsonobject import JsonObject, spell
from cleantext.io.pieces import pieces
from cleantext.io.text import LinesReader, LinesWriter, NullWriter, TextReader, TextWriter
from drip import Drip

PLACE = Place("a.txt")


def records(reader: Reader, data: bytes, size: int = 1 << 16) -> list[Item]:
    return list(reader(Source("a.txt", Drip(data, size))))


def texts(reader: Reader, data: bytes, size: int = 1 << 16) -> list[str]:
    return [r.text if isinstance(r, Record) else f"! {getattr(r, 'error', r)}" for r in records(reader, data, size)]


def two_paragraphs() -> Document:
    original = "Rain fell.\n\nPhoto: Ida\n\nIt stopped."
    caption = Block(12, 22, "Photo: Ida", Role.CREDIT, 0.9, (Reason("credits.cue", 2.5, "begins with Photo:"),))
    return Document(original, (Block(0, 10, "Rain fell."), drop(caption, "captions"), Block(24, 35, "It stopped.")))


# --- encodings --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("size", [1, 3, 4096])
def test_byte_order_marks_are_understood(encoding: str, size: int) -> None:
    data = "Grüße\n東京ਊ\n".encode(encoding)
    assert texts(LinesReader(), data, size) == ["Grüße", "東京ਊ"]
    assert texts(TextReader(), data, size) == ["Grüße\n東京ਊ"]


def test_big_endian_is_understood() -> None:
    assert texts(LinesReader(), "\ufeffa\nਊ\n".encode("utf-16-be")) == ["a", "ਊ"]


def test_named_encoding_goes_before_a_mark_that_is_none_in_it() -> None:
    assert texts(TextReader(encoding=Encoding(name="cp1252")), b"caf\xe9") == ["café"]
    assert texts(TextReader(encoding=Encoding(name="latin-1")), b"\xff\xfea") == ["ÿþa"]


def test_undecodable_bytes_are_placed() -> None:
    (found,) = texts(TextReader(), b"\xef\xbb\xbfone\ntwo \xe9 three")
    assert found.startswith("! a.txt: byte 11, line 2: 0xe9 does not decode as UTF-8")


def test_undecodable_lines_leave_the_others() -> None:
    found = records(LinesReader(), b"one\ntwo \xe9\nthree\n")
    assert [r.text for r in found if isinstance(r, Record)] == ["one", "three"]
    (rejected,) = (r for r in found if isinstance(r, Rejected))
    assert rejected.raw == b"two \xe9"
    assert str(rejected.error).startswith("a.txt:2: byte 8: ")


@pytest.mark.parametrize(("errors", "text"), [("replace", "a\ufffdb"), ("ignore", "ab")])
def test_undecodable_bytes_can_be_let_pass(errors: str, text: str) -> None:
    assert texts(TextReader(encoding=Encoding(errors=errors)), b"a\xe9b") == [text]


@pytest.mark.parametrize("name", ["nope", "rot13", "base64", "a\0b"])
def test_unknown_encodings_are_errors(name: str) -> None:
    with pytest.raises(UsageError, match="unknown encoding"):
        Encoding(name=name)


def test_unknown_error_handlers_are_errors() -> None:
    with pytest.raises(UsageError, match="strict, replace, ignore"):
        Encoding(errors="shrug")


# --- cutting ----------------------------------------------------------------------------------------------------------


@given(st.binary(max_size=60).map(lambda b: b.replace(b"a", b"\n")), st.integers(1, 7))
def test_pieces_are_those_of_split(data: bytes, size: int) -> None:
    wanted = data.split(b"\n")
    found = list(pieces(Drip(data, size), b"\n"))
    assert [piece for _, piece in found] == (wanted if wanted[-1] else wanted[:-1])
    assert all(data[at : at + len(piece)] == piece for at, piece in found)


@given(st.lists(st.text(max_size=5).filter(lambda t: "\n" not in t), max_size=6), st.integers(1, 7))
def test_wide_separators_are_found_where_they_are_aligned(lines: list[str], size: int) -> None:
    stream = Drip("".join(f"{line}\n" for line in lines).encode("utf-16-le"), size)
    assert [piece.decode("utf-16-le") for _, piece in pieces(stream, b"\n\0")] == lines


def test_a_long_line_takes_linear_work() -> None:
    """A search that began anew with every chunk would look at 8 GB here."""
    data = b"x" * 4_000_000 + b"\n"
    assert [len(piece) for _, piece in pieces(Drip(data, 1000), b"\n")] == [4_000_000]


# --- plain text -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "data", "wanted"),
    [
        ("text", b"", [""]),
        ("text", b"a\nb\n", ["a\nb"]),
        ("text", b"a\r\n", ["a"]),
        ("lines", b"", []),
        ("lines", b"a\r\n\nb", ["a", "", "b"]),
        ("lines", "a\u2028b\x85c\n".encode(), ["a\u2028b\x85c"]),
        ("null", b"a\nb\0c", ["a\nb", "c"]),
    ],
)
def test_plain_readers(form: str, data: bytes, wanted: list[str]) -> None:
    assert texts(READERS[form](), data) == wanted


def test_places_count_from_one() -> None:
    assert [str(r.place) for r in records(LinesReader(), b"a\nb\n") if isinstance(r, Record)] == ["a.txt:1", "a.txt:2"]


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("text", b"Rain fell.\n\nIt stopped.\n"),
        ("lines", b"Rain fell. It stopped.\n"),
        ("null", b"Rain fell.\n\nIt stopped.\0"),
    ],
)
def test_plain_writers(form: str, wanted: bytes) -> None:
    document = two_paragraphs()
    assert WRITERS[form]()(Record(document.original, PLACE), document) == wanted


def test_a_separator_stands_between_paragraphs() -> None:
    document, record = two_paragraphs(), Record("", PLACE)
    assert TextWriter(separator="\n")(record, document) == b"Rain fell.\nIt stopped.\n"
    assert LinesWriter(separator=" | ")(record, document) == b"Rain fell. | It stopped.\n"


def test_a_line_stays_a_line() -> None:
    with pytest.raises(UsageError, match="line break"):
        LinesWriter(separator="\n")
    assert LinesWriter()(Record("", PLACE), Document.of("one\r\ntwo\u2028three")) == b"one two three\n"


def test_an_empty_document_is_empty() -> None:
    empty = Document.of(" \n")
    assert [WRITERS[form]()(Record("", PLACE), empty) for form in ("text", "lines", "null")] == [b"", b"\n", b"\0"]


def test_what_a_format_cannot_hold_is_an_error() -> None:
    with pytest.raises(RecordError, match="holds NUL"):
        NullWriter()(Record("", PLACE), Document.of("a\0b"))
    with pytest.raises(RecordError, match=r"surrogate pair \(U\+D800\)"):
        TextWriter()(Record("", PLACE), Document.of("a\ud800b"))


# --- JSON that keeps its spelling -------------------------------------------------------------------------------------

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), json_values), st.sampled_from([None, 1]), st.booleans(), st.text())
def test_only_what_is_replaced_changes(value: dict[str, Any], indent: int | None, plain: bool, text: str) -> None:
    spelling = json.dumps(value, indent=indent, ensure_ascii=plain)
    frame = JsonObject.parse(spelling)
    assert frame.replaced({}) == spelling
    changed = json.loads(frame.replaced({"text": spell(text)}))
    assert list(changed) == list(value | {"text": text})
    assert repr(changed) == repr(value | {"text": text})


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "{,}",
        '{"a"}',
        '{"a":}',
        '{"a":1,}',
        '{"a":1 "b":2}',
        "{'a':1}",
        "{a:1}",
        '{"a":1}x',
        '{"a":01}',
        '{"a":"\t"}',
        '{"a":"\\x"}',
        '{"a":tru}',
        '{"a":1}{"a":1}',
        '["a"',
    ],
)
def test_what_json_refuses_is_refused(line: str) -> None:
    with pytest.raises(json.JSONDecodeError):
        json.loads(line)
    with pytest.raises(json.JSONDecodeError):
        JsonObject.parse(line)


@given(st.text(alphabet='{}[]",:\\01eE.- \tabnul', max_size=14))
def test_agrees_with_json_on_what_is_an_object(text: str) -> None:
    try:
        value = json.loads("{" + text)
    except ValueError:
        value = None
    try:
        frame = JsonObject.parse("{" + text)
    except ValueError:
        frame = None
    assert (frame is None) == (value is None)
    if frame is not None:
        assert set(frame.spans) == set(value)


def test_numbers_order_and_blanks_stay_as_they_were() -> None:
    line = '  {"n":1.50, "big":1e999,"z" : [1,\t2.0] ,"text":"a  b","id":12345678901234567890123,"é":"\\u00e9"} '
    (record,) = records(JsonlReader(), line.encode())
    assert isinstance(record, Record)
    written = JsonlWriter()(record, Document.of("a b")).decode()
    assert written == line.replace("a  b", "a b") + "\n"


def test_an_unchanged_text_keeps_its_spelling() -> None:
    line = b'{"text":"caf\\u00e9 \\/"}'
    (record,) = records(JsonlReader(), line)
    assert isinstance(record, Record)
    assert JsonlWriter()(record, Document.of(record.text)) == line + b"\n"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": "a"', r"a\.txt:2: broken JSON at column 13: expected ',' or '}'"),
        ('["text"]', "a.txt:2: not a JSON object"),
        ('{"title": "a", "body": "b"}', "a.txt:2: no field 'text'; the fields are: title, body; --field names another"),
        ("{}", "the fields are: none"),
        ('{"text": 3}', "not a string but a number"),
        ('{"text": ' + "9" * 9999 + "}", "not a string but a number"),
        ('{"text": ["a"]}', "not a string but a list"),
        ('{"text": {}}', "not a string but an object"),
        ('{"text": "a", "text": "b"}', "'text' is there twice"),
        ('{"text": "a", "x": ' + "[" * 100_000, "nested too deeply"),
    ],
)
def test_bad_records_are_told_and_the_others_read(line: str, message: str) -> None:
    first, bad, last = records(JsonlReader(), f'{{"text":"one"}}\n{line}\n{{"text":"two"}}\n'.encode())
    assert isinstance(bad, Rejected)
    assert bad.raw == line.encode()
    with pytest.raises(RecordError, match=message):
        raise bad.error
    assert isinstance(first, Record)
    assert isinstance(last, Record)
    assert (first.text, last.text, str(last.place)) == ("one", "two", "a.txt:3")


def test_blank_lines_between_records_are_passed_over() -> None:
    assert texts(JsonlReader(), b'\n{"text":"a"}\r\n \r\n{"text":"b"}') == ["a", "b"]


def test_what_is_known_comes_from_fields() -> None:
    reader = JsonlReader(known_from={"title": "headline", "authors": "by", "url": "link"}, known={"language": "en"})
    lines = [
        {"text": "a", "headline": "Rain", "by": "Ida Holm; Per Lund", "link": None},
        {"text": "b", "by": ["Ida Holm"]},
        {"text": "c", "headline": 3},
    ]
    first, second, third = records(reader, "\n".join(map(json.dumps, lines)).encode())
    assert isinstance(first, Record)
    assert dict(first.known) == {"language": "en", "title": "Rain", "authors": ["Ida Holm", "Per Lund"]}
    assert isinstance(second, Record)
    assert dict(second.known) == {"language": "en", "authors": ["Ida Holm"]}
    assert isinstance(third, Record)  # a number is taken as it is spelled
    assert dict(third.known) == {"language": "en", "title": "3"}


@pytest.mark.parametrize("value", [{}, True, [1, [2]]])
def test_what_is_known_is_a_string_or_a_list(value: object) -> None:
    (bad,) = records(JsonlReader(known_from={"title": "t"}), json.dumps({"text": "a", "t": value}).encode())
    assert isinstance(bad, Rejected)
    assert "'t', taken as title" in str(bad.error)


def test_removed_blocks_are_written_with_their_reasons() -> None:
    document = two_paragraphs()
    written = json.loads(JsonlWriter(removed=True)(Record(document.original, Place("a.txt", 7)), document))
    assert written["id"] == "a.txt:7"
    assert written["text"] == "Rain fell.\n\nIt stopped."
    (removed,) = written["removed"]
    assert removed == {
        "role": "credit",
        "step": "captions",
        "text": "Photo: Ida",
        "start": 12,
        "end": 22,
        "confidence": 0.9,
        "reasons": [{"rule": "credits.cue", "weight": 2.5, "note": "begins with Photo:"}],
    }
    assert document.original[removed["start"] : removed["end"]] == removed["text"]


def test_no_field_of_the_record_is_written_over() -> None:
    (record,) = records(JsonlReader(), b'{"text":"a","removed":1}')
    assert isinstance(record, Record)
    with pytest.raises(RecordError, match="has a field 'removed' already"):
        JsonlWriter(removed=True)(record, Document.of("a"))


def test_half_a_surrogate_pair_is_escaped_in_json() -> None:
    (record,) = records(JsonlReader(), b'{"text":"a  \\ud800"}')
    assert isinstance(record, Record)
    assert JsonlWriter()(record, Document.of("a \ud800")) == b'{"text":"a \\ud800"}\n'


@given(st.sampled_from(sorted(READERS)), st.binary(max_size=80), st.integers(1, 9))
def test_any_bytes_are_read_or_refused_with_their_place(form: str, data: bytes, size: int) -> None:
    for item in records(READERS[form](), data, size):
        if isinstance(item, Rejected):
            assert str(item.error).startswith("a.txt")
            assert item.raw in data
        elif isinstance(item, Record):
            assert str(item.place).startswith("a.txt")


@given(st.sampled_from(["jsonl", "lines", "null", "text"]), st.lists(st.text(max_size=8), max_size=4))
def test_what_is_written_is_read_again(form: str, parts: list[str]) -> None:
    parts = ["".join(part.split()).replace("\0", "") or "x" for part in parts]
    written = b"".join(WRITERS[form]()(Record("", PLACE), Document.of(part)) for part in parts)
    read = texts(READERS[form](), written)
    assert read == (["\n".join(parts)] if form == "text" else [line_of(p) if form == "lines" else p for p in parts])


def line_of(text: str) -> str:
    return LinesWriter().text(Document.of(text))


# --- files ------------------------------------------------------------------------------------------------------------


def write_half(path: Path) -> None:
    with replacing(str(path)) as stream:
        stream.write(b"half")
        raise RuntimeError("half-way")


def test_a_file_takes_its_name_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    with replacing(str(target)) as stream:
        stream.write(b"whole")
        assert not target.exists()
    assert target.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_bytes(b"before")
    with pytest.raises(RuntimeError):
        write_half(target)
    assert target.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_replaced_file_keeps_its_mode_and_its_links(tmp_path: Path) -> None:
    target, link = tmp_path / "out.txt", tmp_path / "link.txt"
    target.write_bytes(b"before")
    target.chmod(0o640)
    link.symlink_to(target)
    with replacing(str(link)) as stream:
        stream.write(b"after")
    assert link.is_symlink()
    assert target.read_bytes() == b"after"
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("path", ["missing/out.txt", ".", "/", "a\0b"])
def test_what_cannot_be_created_is_told(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CreateError, match="cannot create"), replacing(path):
        pass


def test_a_full_device_is_told() -> None:
    with pytest.raises(OutputError, match="no space left"), replacing("/dev/full") as stream:
        stream.write(b"x")


@pytest.mark.parametrize(("path", "message"), [("nope.txt", "no such file"), (".", "is a directory"), ("a\0b", "null")])
def test_what_cannot_be_read_is_told(path: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=message), source(path):
        pass


@pytest.mark.parametrize("alias", [Path.symlink_to, Path.hardlink_to])
def test_a_file_being_read_is_not_written_over(tmp_path: Path, alias: Callable[[Path, Path], None]) -> None:
    file, other = tmp_path / "a.txt", tmp_path / "b.txt"
    file.write_text("a")
    alias(other, file)
    with pytest.raises(UsageError, match="would be written over"):
        check_not_read(str(other), ["-", str(file)])
    check_not_read(str(tmp_path / "c.txt"), [str(file)])
