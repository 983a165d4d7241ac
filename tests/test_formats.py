"""Every format, compressed in every way: read, written, types untouched; what is broken is told, with its place."""

from __future__ import annotations

import bz2
import csv
import datetime as dt
import gzip
import io
import json
import lzma
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext.batch import Settings, Summary, run
from cleantext.config import chain_of
from cleantext.errors import UsageError
from cleantext.io import READERS, Item, Passed, Record, Rejected, Source
from cleantext.io.codecs import compressed, decompressed
from cleantext.io.extras import extra
from cleantext.io.files import InputError
from cleantext.io.records import DamagedError
from cleantext.io.sampled import Share

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
pytest.importorskip("fastwarc")
pytest.importorskip("zstandard")

ENDINGS = ("", ".gz", ".bz2", ".xz", ".zst")
TEXTS = ["One  two.", 'He said: "no",\nand left.', "", "東京は  雨。", "x" * 9000 + "  y"]
CLEAN = ["One two.", 'He said: "no",\nand left.', "", "東京は 雨。", "x" * 9000 + " y"]
CHAIN = chain_of(steps=["spaces"])

every_ending = pytest.mark.parametrize("ending", ENDINGS)


def clean(output: str | Path, *inputs: str | Path, **options: Any) -> Summary:
    return run(Settings(inputs=tuple(map(str, inputs)), output=str(output), chain=CHAIN, jobs=1, **options))


def errors_of(output: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(f"{output}.errors.jsonl").read_text("utf-8").splitlines()]


def packed(data: bytes, ending: str) -> bytes:
    return compressed(data, ending[1:] or None)


def unpacked(path: Path) -> bytes:
    return decompressed(io.BytesIO(path.read_bytes()), path.name).read()


# --- compression ------------------------------------------------------------------------------------------------------


@every_ending
@given(data=st.binary(min_size=1, max_size=2000))
def test_what_is_compressed_is_read_again(ending: str, data: bytes) -> None:
    pieces = packed(data[:700], ending) + packed(data[700:], ending)
    assert decompressed(io.BytesIO(pieces), f"a{ending}").read() == data


def test_others_read_what_is_compressed() -> None:
    import zstandard

    data = b"news " * 100
    assert gzip.decompress(packed(data, ".gz")) == data
    assert bz2.decompress(packed(data, ".bz2")) == data
    assert lzma.decompress(packed(data, ".xz")) == data
    assert zstandard.ZstdDecompressor().decompressobj().decompress(packed(data, ".zst")) == data


@pytest.mark.parametrize("ending", ENDINGS[1:])
@given(cut=st.integers(1, 200))
def test_a_cut_off_file_is_told(ending: str, cut: int) -> None:
    whole = packed(bytes(range(256)) * 20, ending)
    with pytest.raises(DamagedError, match=rf"^a\{ending}: "):
        decompressed(io.BytesIO(whole[: max(1, len(whole) - cut % len(whole))]), f"a{ending}").read()


@pytest.mark.parametrize("ending", ENDINGS[1:])
@given(at=st.integers(0, 10_000), flip=st.integers(1, 255))
def test_a_damaged_file_is_told_or_reads_as_it_was(ending: str, at: int, flip: int) -> None:
    data = bytes(range(256)) * 20
    whole = bytearray(packed(data, ending))
    whole[at % len(whole)] ^= flip
    try:
        found = decompressed(io.BytesIO(bytes(whole)), f"a{ending}").read()
    except DamagedError as error:
        assert str(error).startswith(f"a{ending}: ")  # noqa: PT017 (what is read otherwise is looked at too)
    else:
        assert found in (data, b"")


# --- formats in and out -----------------------------------------------------------------------------------------------


@every_ending
def test_json_lines_keep_their_spelling(tmp_path: Path, ending: str) -> None:
    spelled = [f'{{"n": 1.50,  "text": {json.dumps(text)}, "b": [1e3, null]}}' for text in TEXTS]
    (tmp_path / f"in.jsonl{ending}").write_bytes(packed("\n".join(spelled).encode(), ending))
    clean(tmp_path / f"out.jsonl{ending}", tmp_path / f"in.jsonl{ending}")
    found = unpacked(tmp_path / f"out.jsonl{ending}").decode().splitlines()
    assert [json.loads(line)["text"] for line in found] == CLEAN
    assert all(line.startswith('{"n": 1.50,  "text": "') for line in found)
    assert all(line.endswith(', "b": [1e3, null]}') for line in found)


@every_ending
def test_nothing_is_compressed_too(tmp_path: Path, ending: str) -> None:
    (tmp_path / "in.jsonl").write_bytes(b"")
    clean(tmp_path / f"out.jsonl{ending}", tmp_path / "in.jsonl")
    assert unpacked(tmp_path / f"out.jsonl{ending}") == b""
    assert bool((tmp_path / f"out.jsonl{ending}").read_bytes()) == bool(ending)


@every_ending
@pytest.mark.parametrize(
    ("form", "delimiter", "line_break"),
    [("csv", ",", "\n"), ("csv", ",", "\r\n"), ("csv", ";", "\n"), ("tsv", "\t", "\n")],
)
def test_rows_keep_their_other_cells(tmp_path: Path, ending: str, form: str, delimiter: str, line_break: str) -> None:
    rows = [[str(n), text, ' a,"b"\tc', ""] for n, text in enumerate(TEXTS)]
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, lineterminator=line_break).writerows([["id", "text", "x", "y"], *rows])
    (tmp_path / f"in.{form}{ending}").write_bytes(packed(written.getvalue().encode(), ending))
    given = delimiter if delimiter == ";" else None
    clean(tmp_path / f"out.{form}{ending}", tmp_path / f"in.{form}{ending}", delimiter=given)
    found = unpacked(tmp_path / f"out.{form}{ending}").decode()
    read = list(csv.reader(io.StringIO(found, newline=""), delimiter=delimiter))
    assert read == [
        ["id", "text", "x", "y"],
        *([row[0], text, *row[2:]] for row, text in zip(rows, CLEAN, strict=True)),
    ]
    assert found.splitlines(keepends=True)[1].endswith(line_break)


def table(kind: Any = None) -> Any:
    """Rows of all sorts of types, nested and null ones among them."""
    n = len(TEXTS)
    pairs = pa.map_(pa.string(), pa.int32())
    columns = {
        "id": pa.array(range(n), pa.uint16()),
        "when": pa.array([dt.datetime(2021, 5, 1, tzinfo=dt.UTC), *[None] * (n - 1)], pa.timestamp("us", "UTC")),
        "text": pa.array(TEXTS).dictionary_encode() if kind == "dictionary" else pa.array(TEXTS, kind or pa.string()),
        "nested": pa.array([{"a": [1, None], "b": {"c": "x"}}, None, {"a": [], "b": None}, *[None] * (n - 3)]),
        "bytes": pa.array([b"\x00\xff"] * n, pa.large_binary()),
        "price": pa.array([Decimal("1.50")] * n, pa.decimal128(9, 2)),
        "pairs": pa.array([[("k", 1)], None, *[[]] * (n - 2)], pairs),
        "choice": pa.array(["a", "b", None, *["a"] * (n - 3)]).dictionary_encode(),
        "nothing": pa.nulls(n),
        "half": pa.array([1.5] * n, pa.float32()),
    }
    found = pa.table(columns)
    schema = found.schema.with_metadata({b"origin": b"invented"})
    return found.cast(schema.set(0, schema.field(0).with_nullable(False).with_metadata({b"unit": b"rows"})))


def write_table(given: Any, path: Path, form: str, ending: str, rows: int = 2) -> None:
    into = io.BytesIO()
    if form == "parquet":
        pq.write_table(given, into, row_group_size=rows)
    else:
        make = pa.ipc.new_stream if form == "stream" else pa.ipc.new_file
        with make(into, given.schema) as writer:
            writer.write_table(given.unify_dictionaries(), max_chunksize=rows)
    path.write_bytes(packed(into.getvalue(), ending))


def read_table(path: Path) -> Any:
    data = unpacked(path)
    return pq.read_table(io.BytesIO(data)) if ".parquet" in path.name else pa.ipc.open_file(data).read_all()


@every_ending
@pytest.mark.parametrize("form", ["parquet", "arrow", "stream"])
def test_tables_keep_their_types(tmp_path: Path, form: str, ending: str) -> None:
    name = "arrow" if form == "stream" else form
    given, output = table(), tmp_path / f"out.{name}{ending}"
    write_table(given, tmp_path / f"in.{name}{ending}", form, ending)
    clean(output, tmp_path / f"in.{name}{ending}")
    found = read_table(output)
    before = read_table(tmp_path / f"in.{name}{ending}") if form == "parquet" else given  # Parquet has its own ways
    assert found.schema.equals(before.schema, check_metadata=True)
    assert found.column("text").to_pylist() == CLEAN
    assert all(
        found.column(name).to_pylist() == given.column(name).to_pylist()
        for name in given.schema.names
        if name != "text"
    )


@pytest.mark.parametrize("kind", [pa.large_string(), "dictionary", pa.string_view()], ids=str)
@pytest.mark.parametrize("form", ["parquet", "arrow"])
def test_a_text_of_any_text_type(tmp_path: Path, form: str, kind: Any) -> None:
    write_table(table(kind).select(["id", "text"]), tmp_path / f"in.{form}", form, "")
    clean(tmp_path / f"out.{form}", tmp_path / f"in.{form}")
    found = read_table(tmp_path / f"out.{form}")
    assert found.column("text").to_pylist() == CLEAN
    assert found.schema.field("text").type == read_table(tmp_path / f"in.{form}").schema.field("text").type


@pytest.mark.parametrize("form", ["parquet", "arrow"])
def test_what_cleaning_found_is_typed(tmp_path: Path, form: str) -> None:
    write_table(table(), tmp_path / f"in.{form}", form, "")
    clean(tmp_path / f"out.{form}", tmp_path / f"in.{form}", facts=True, removed=True)
    found = read_table(tmp_path / f"out.{form}")
    assert pa.types.is_struct(found.schema.field("facts").type)
    assert found.schema.field("removed").type.value_type.field("start").type == pa.int64()
    assert found.column("facts")[0].as_py()["authors"] == []


@pytest.mark.parametrize("into", ["jsonl", "csv", "tsv", "parquet", "arrow", "lines"])
@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet", "arrow", "lines", "text"])
def test_any_format_becomes_any_other(tmp_path: Path, form: str, into: str) -> None:
    texts = [text.replace("\n", " ") for text in TEXTS if text] if form != "text" else TEXTS[:1]
    source = tmp_path / "in"
    match form:
        case "jsonl":
            source.write_text("".join(json.dumps({"id": f"{n}", "text": t}) + "\n" for n, t in enumerate(texts)))
        case "csv":
            with source.open("w", newline="", encoding="utf-8") as stream:
                csv.writer(stream).writerows([["id", "text"], *enumerate(texts)])
        case "parquet" | "arrow":
            write_table(pa.table({"id": [f"{n}" for n in range(len(texts))], "text": texts}), source, form, "")
        case _:
            source.write_text("\n".join(texts), encoding="utf-8")
    assert clean(tmp_path / "out", source, source=form, to=into).stats.rejected == 0
    found = list(texts_of(into, (tmp_path / "out").read_bytes()))
    assert found == [" ".join(text.split()) for text in texts]


def texts_of(form: str, data: bytes) -> Iterator[str]:
    for item in READERS[form]()(Source("out", io.BytesIO(data))):
        assert isinstance(item, Record), item
        yield item.text


def test_a_lone_carriage_return_in_a_cell_is_quoted(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(b'id,text,note\n1,a b,"one\rtwo"\n')
    clean(tmp_path / "out.csv", tmp_path / "in.csv")
    assert (tmp_path / "out.csv").read_bytes() == b'id,text,note\n1,a b,"one\rtwo"\n'


def test_records_that_differ_become_columns(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"text": "a", "n": 1},
        {"text": "b", "n": 1.5, "tags": ["x"]},
        {"text": "c", "who": None},
    ]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    clean(tmp_path / "out.parquet", tmp_path / "in.jsonl")
    found = read_table(tmp_path / "out.parquet")
    assert found.schema.field("n").type == pa.float64()
    assert found.column("tags").to_pylist() == [None, ["x"], None]
    clean(tmp_path / "out.csv", tmp_path / "in.jsonl")
    assert (tmp_path / "out.csv").read_text().splitlines() == ["text,n,tags,who", "a,1,,", 'b,1.5,"[""x""]",', "c,,,"]


def test_records_that_do_not_agree_are_told_beforehand(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": "a", "n": 1}\n{"text": "b", "n": "one"}\n')
    with pytest.raises(UsageError, match="do not agree on the type"):
        clean(tmp_path / "out.parquet", tmp_path / "in.jsonl")
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


# --- web pages --------------------------------------------------------------------------------------------------------

PAGE = """<html><head><title>Ferry</title><meta charset="{charset}"></head><body><article>
<p>The café on the quay opened its doors on Monday, an hour before the first ferry in two years came in.</p>
<p>Some three hundred islanders stood in the rain to see it, and the town band played until the ropes were cast.</p>
</article></body></html>"""


def archived(number: int, body: bytes, kind: str = "text/html", status: str = "200 OK", headers: str = "") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2021-05-01T00:00:00Z\r\n"
        f"WARC-Target-URI: https://example.org/{number}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def archive() -> bytes:
    """Pages in several encodings, and what is no page."""
    chunk = b"%x\r\n%s\r\n0\r\n\r\n"
    zipped = gzip.compress(PAGE.format(charset="utf-8").encode())
    request = b"WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 4\r\n\r\nGET \r\n\r\n"
    return b"".join(
        [
            archived(1, PAGE.format(charset="utf-8").encode()),
            request,
            archived(2, b"\x89PNG", "image/png"),
            archived(3, PAGE.format(charset="x").encode("latin-1"), "text/html; charset=iso-8859-1"),
            archived(
                4, chunk % (len(zipped), zipped), headers="Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
            ),
            archived(5, PAGE.format(charset="utf-8").encode(), headers="Content-Encoding: gzip\r\n"),  # stored decoded
            archived(6, b"<html>gone</html>", status="404 Not Found"),
        ]
    )


@every_ending
def test_the_pages_of_an_archive(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"in.warc{ending}").write_bytes(packed(archive(), ending))
    summary = clean(tmp_path / "out.jsonl", tmp_path / f"in.warc{ending}", facts=True)
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [row["url"] for row in rows] == [f"https://example.org/{n}" for n in (1, 3, 4, 5)]
    assert {row["date"] for row in rows} == {"2021-05-01T00:00:00Z"}
    assert all(row["text"].startswith("The café on the quay") for row in rows)
    assert {row["facts"]["headline"] for row in rows} == {"Ferry"}
    assert summary.stats.passed == {"request": 1, "response: image/png": 1, "response without success": 1}


def pages(data: bytes) -> list[Item]:
    return list(READERS["warc"]()(Source("a.warc", io.BytesIO(data))))


def test_an_archive_cut_off_anywhere_gives_what_was_whole() -> None:
    one, two = archived(1, b"<p>one</p>"), archived(2, b"<p>two</p>")
    for cut in range(len(one) + 12, len(one + two) - 4):
        first, *rest = pages((one + two)[:cut])
        assert isinstance(first, Record)
        assert all(isinstance(item, Rejected) for item in rest)
        assert rest


def test_an_archive_is_read_on_after_a_gap() -> None:
    good = [archived(n, b"<p>%d</p>" % n) for n in range(1, 5)]
    for gap in (b"garbage\r\n\r\n", archived(9, b"<p>nine</p>")[:-200], b"\0" * 3_000_000):
        found = pages(b"".join([*good[:2], gap, *good[2:]]))
        known = [item.known["url"] for item in found if isinstance(item, Record)]
        assert {f"https://example.org/{n}" for n in range(1, 5)} <= set(known)
        assert any(isinstance(item, Rejected) for item in found)


def test_a_response_that_does_not_decode_leaves_the_others() -> None:
    broken = archived(1, gzip.compress(b"<p>one</p>")[:-9] + b"\0" * 9, headers="Content-Encoding: gzip\r\n")
    bad, good = pages(broken + archived(2, b"<p>two</p>"))
    assert isinstance(bad, Rejected)
    assert isinstance(good, Record)


def test_passed_records_are_counted_in_the_filter_too() -> None:
    assert [item.kind for item in pages(archive()) if isinstance(item, Passed)] == [
        "request",
        "response: image/png",
        "response without success",
    ]


# --- what is broken ---------------------------------------------------------------------------------------------------


def test_broken_rows_leave_the_others(tmp_path: Path) -> None:
    rows = b'id,text\n1,a  b\n2,"no"end\n3\n4,a,b\n5,\xff\n\n6,"c  d"\n7,"never closed\n8,x\n'
    (tmp_path / "in.csv").write_bytes(rows)
    summary = clean(tmp_path / "out.csv", tmp_path / "in.csv")
    assert (tmp_path / "out.csv").read_text() == "id,text\n1,a b\n6,c d\n"
    found = errors_of(tmp_path / "out.csv")
    assert [error["place"].rpartition(":")[2] for error in found] == ["3", "4", "5", "6", "9"]
    assert found[0]["raw"] == '2,"no"end'
    assert found[3]["raw_base64"] == "NSz/"
    assert summary.stats.rejected == 5


@pytest.mark.parametrize(
    ("form", "data", "message"),
    [
        ("csv", b"id,body\n1,a\n", "no column 'text'; the columns are: id, body; --field names another"),
        ("csv", b"id;text\n1;a\n", "the columns are: id;text; are they parted by commas? --delimiter"),
        ("csv", b'id,text\n1,"a\n', "broken row: unexpected end of data; is a quote missing?"),
        ("csv", b"text,text\n1,a\n", "names the column 'text' twice"),
        ("csv", b'"text\n1,a\n', "the header cannot be read"),
        ("parquet", b"PAR1 not really PAR1", "is no Parquet file"),
        ("arrow", b"ARROW1 not really", "is no Arrow file"),
        ("warc", b"no archive at all", "no WARC record begins here"),
        ("jsonl", b"\xff\xfe{", "does not decode"),
    ],
)
def test_a_file_that_is_none_is_put_on_record_and_the_others_read(
    tmp_path: Path, form: str, data: bytes, message: str
) -> None:
    (tmp_path / f"a.{form}").write_bytes(data)
    (tmp_path / "b.jsonl").write_text('{"id": "b", "text": "a  b"}\n')
    clean(tmp_path / "out.jsonl", tmp_path / f"a.{form}", tmp_path / "b.jsonl")
    assert (tmp_path / "out.jsonl").read_text() == '{"id": "b", "text": "a b"}\n'
    (error,) = errors_of(tmp_path / "out.jsonl")
    assert message in error["error"]
    assert error["place"].startswith(str(tmp_path / f"a.{form}"))


@pytest.mark.parametrize(
    ("columns", "message"),
    [({"text": [1, 2]}, "is no text, but int64"), ({"body": ["a"]}, "no column 'text'; the columns are: body")],
)
def test_a_table_without_a_text_is_put_on_record(tmp_path: Path, columns: dict[str, Any], message: str) -> None:
    pq.write_table(pa.table(columns), tmp_path / "in.parquet")
    clean(tmp_path / "out.jsonl", tmp_path / "in.parquet")
    assert message in errors_of(tmp_path / "out.jsonl")[0]["error"]


NULL = {
    "parquet": [{"id": 1, "text": None}, {"id": 2, "text": "a b"}],
    "arrow": [{"id": 1, "text": None}, {"id": 2, "text": "a b"}],
    "jsonl": b'{"id": 1, "text": null}\n{"id": 2, "text": "a b"}\n',
    "csv": b"id,text\n1,\n2,a b\n",
    "lines": b"\na b\n",
    "null": b"\0a b\0",
    "txt": b"a b\n",
}


@pytest.mark.parametrize("to", NULL)
@pytest.mark.parametrize("kind", ["string", "large_string", "dictionary", "jsonl"])
def test_a_null_stays_one(tmp_path: Path, kind: str, to: str) -> None:
    types = {"string": pa.string(), "large_string": pa.large_string()}
    types["dictionary"] = pa.dictionary(pa.int8(), pa.string())
    rows = [{"id": 1, "text": None}, {"id": 2, "text": "a  b"}]
    source = tmp_path / ("in.jsonl" if kind == "jsonl" else "in.parquet")
    if kind == "jsonl":
        source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    else:
        pq.write_table(pa.Table.from_pylist(rows, pa.schema([("id", pa.int64()), ("text", types[kind])])), source)
    out = tmp_path / f"out.{to}"
    form = {"txt": "text"}.get(to, to)
    summary = clean(out, source, to=form, attributes=f"{tmp_path}/spans.jsonl")
    assert (summary.stats.documents, summary.stats.missing, summary.stats.rejected) == (2, 1, 0)
    assert (read_table(out).to_pylist() if to in ("parquet", "arrow") else out.read_bytes()) == NULL[to]
    assert [json.loads(line)["id"] for line in (tmp_path / "spans.jsonl").read_text().splitlines()] == ["1", "2"]


@pytest.mark.parametrize("to", ["parquet", "jsonl", "csv"])
def test_nothing_is_found_in_a_null(tmp_path: Path, to: str) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": null}\n{"text": ""}\n')
    clean(tmp_path / f"out.{to}", tmp_path / "in.jsonl", facts=True, removed=True, html=True)
    clean(tmp_path / "back.jsonl", tmp_path / f"out.{to}")
    null, empty = (json.loads(line) for line in (tmp_path / "back.jsonl").read_text().splitlines())
    nothing = "" if to == "csv" else None
    assert null == {"text": nothing, "facts": nothing, "removed": nothing}
    assert empty["facts"]


def test_a_damaged_row_group_leaves_the_others(tmp_path: Path) -> None:
    texts = [f"text {n} " * 50 for n in range(30)]
    pq.write_table(pa.table({"text": texts}), tmp_path / "in.parquet", row_group_size=10, use_dictionary=False)
    data = bytearray((tmp_path / "in.parquet").read_bytes())
    at = pq.ParquetFile(tmp_path / "in.parquet").metadata.row_group(1).column(0).data_page_offset
    data[at : at + 60] = b"\xee" * 60
    (tmp_path / "in.parquet").write_bytes(data)
    summary = clean(tmp_path / "out.jsonl", tmp_path / "in.parquet")
    assert summary.stats.documents == 20
    assert "row group 1 is damaged" in errors_of(tmp_path / "out.jsonl")[0]["error"]


def test_a_table_of_other_columns_is_put_aside(tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": [1], "text": ["a"]}), tmp_path / "a.parquet")
    pq.write_table(pa.table({"id": ["x"], "text": ["b"]}), tmp_path / "b.parquet")
    clean(tmp_path / "out.parquet", tmp_path / "a.parquet", tmp_path / "b.parquet")
    assert read_table(tmp_path / "out.parquet").to_pylist() == [{"id": 1, "text": "a"}]
    assert "id: string is new; id: int64 is missing" in errors_of(tmp_path / "out.parquet")[0]["error"]


def test_no_column_is_written_over(tmp_path: Path) -> None:
    pq.write_table(pa.table({"facts": [1], "text": ["a"]}), tmp_path / "in.parquet")
    with pytest.raises(UsageError, match="a column 'facts' already"):
        clean(tmp_path / "out.parquet", tmp_path / "in.parquet", facts=True)


def test_a_package_that_is_missing_is_named_with_its_extra() -> None:
    with pytest.raises(
        UsageError, match=r"WARC files need the package 'no_such': pip install 'cleantext-news\[warc\]'"
    ):
        extra("no_such.inner", "warc", "WARC files")


# --- addresses, folders, samples --------------------------------------------------------------------------------------


@pytest.fixture
def memory() -> Iterator[Callable[[str, bytes], str]]:
    """A file system in memory."""
    fsspec = pytest.importorskip("fsspec")
    system = fsspec.filesystem("memory")

    def put(name: str, data: bytes) -> str:
        system.pipe(f"/{name}", data)
        return f"memory://{name}"

    yield put
    system.store.clear()
    system.pseudo_dirs[:] = [""]


@every_ending
def test_addresses_are_read_and_written(
    memory: Callable[[str, bytes], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    import fsspec

    monkeypatch.chdir(tmp_path)
    for name in "ab":
        memory(f"in/{name}.jsonl{ending}", packed(b'{"text": "%b  c"}\n' % name.encode(), ending))
    for path in ("memory://in", f"memory://in/*.jsonl{ending}"):
        clean(f"memory://out/c.jsonl{ending}", path)
        written = fsspec.filesystem("memory").cat(f"/out/c.jsonl{ending}")
        assert decompressed(io.BytesIO(written), f"c{ending}").read() == b'{"text": "a c"}\n{"text": "b c"}\n'
    assert list(tmp_path.iterdir()) == []


def test_tables_at_addresses(
    memory: Callable[[str, bytes], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    into = io.BytesIO()
    pq.write_table(table(), into)
    clean("memory://out.parquet", memory("in.parquet", into.getvalue()))
    import fsspec

    found = pq.read_table(io.BytesIO(fsspec.filesystem("memory").cat("/out.parquet")))
    assert found.column("text").to_pylist() == CLEAN


def test_an_address_where_nothing_is(memory: Callable[[str, bytes], str]) -> None:
    memory("in.jsonl", b"")
    for path in ("memory://none.jsonl", "memory://*.csv", "nosuchscheme://a.jsonl"):
        with pytest.raises(InputError, match=path.partition(":")[0]):
            clean("out.jsonl", path)


def test_a_folder_becomes_a_folder(tmp_path: Path) -> None:
    for name in ("a.jsonl", "below/b.jsonl.gz", "page.csv", "notes.md", ".hidden.jsonl", "x.jsonl.partial/c.jsonl"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        row = b"text\na  b\n" if name.endswith("csv") else b'{"text": "a  b"}\n'
        path.write_bytes(packed(row, ".gz" if name.endswith("gz") else ""))
    clean(f"{tmp_path}/out/", tmp_path / "in", attributes=f"{tmp_path}/spans/")
    out = tmp_path / "out"
    assert sorted(p.relative_to(out).as_posix() for p in out.rglob("*.*")) == [
        "a.jsonl",
        "below/b.jsonl.gz",
        "page.csv",
    ]
    assert unpacked(out / "below" / "b.jsonl.gz") == b'{"text": "a b"}\n'
    assert (out / "page.csv").read_text() == "text\na b\n"
    assert json.loads(unpacked(tmp_path / "spans" / "below" / "b.jsonl.gz"))["id"].endswith("b.jsonl.gz:1")
    assert not (tmp_path / "out.partial").exists()


def test_two_inputs_of_one_name_are_told(tmp_path: Path) -> None:
    for folder in "ab":
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.jsonl").write_text('{"text": ""}\n')
    with pytest.raises(UsageError, match="would both become"):
        clean(f"{tmp_path}/out/", tmp_path / "a", tmp_path / "b")


@pytest.mark.parametrize(("form", "rows"), [("parquet", 3), ("jsonl", 3)])
def test_a_limit_may_fall_anywhere(tmp_path: Path, form: str, rows: int) -> None:
    texts = [f"text {n}" for n in range(10)]
    if form == "parquet":
        pq.write_table(pa.table({"text": texts}), tmp_path / "in.parquet", row_group_size=rows)
    else:
        (tmp_path / "in.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    for limit in range(12):
        clean(tmp_path / "out.lines", tmp_path / f"in.{form}", to="lines", limit=limit)
        assert (tmp_path / "out.lines").read_text().splitlines() == texts[:limit]


@given(seed=st.integers(0, 3), fraction=st.floats(0.1, 0.9))
def test_a_sample_is_about_as_large_as_asked_for(seed: int, fraction: float) -> None:
    share = Share(fraction, seed)
    taken = sum(share.holds(b"text %d" % n) for n in range(2000))
    assert abs(taken / 2000 - fraction) < 0.06


def test_a_sample_is_the_same_in_any_format(tmp_path: Path) -> None:
    texts = [f"text {n}" for n in range(60)]
    pq.write_table(pa.table({"text": texts}), tmp_path / "in.parquet")
    (tmp_path / "in.jsonl").write_text("".join(json.dumps({"n": n, "text": t}) + "\n" for n, t in enumerate(texts)))
    found = []
    for name in ("in.parquet", "in.jsonl"):
        clean(tmp_path / "out", tmp_path / name, to="lines", share=Share(0.3, 7))
        found.append((tmp_path / "out").read_text().splitlines())
    assert found[0] == found[1]
    assert 5 < len(found[0]) < 35


def test_a_delimiter_is_written_too_and_goes_with_csv_only(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "a;1", "text": "a  b"}\n')
    clean(tmp_path / "out.csv", tmp_path / "in.jsonl", delimiter=";")
    assert (tmp_path / "out.csv").read_text() == 'id;text\n"a;1";a b\n'
    with pytest.raises(UsageError, match="a delimiter goes with csv"):
        clean(tmp_path / "out.jsonl", tmp_path / "in.jsonl", delimiter=";")
