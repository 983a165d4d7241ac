"""pandas, polars, scikit-learn, DuckDB and spaCy give what the library alone gives."""

from __future__ import annotations

import pickle
import re
from typing import Any

import pytest

import cleantext
from cleantext.adaptors._shared import Cleaner, is_missing
from cleantext.errors import RecordError, UsageError

Texts = list[str | None]


@pytest.mark.parametrize("chain", [3, None, ["spaces"], cleantext.clean])
def test_a_chain_is_a_name_or_a_chain(chain: Any) -> None:
    with pytest.raises(UsageError, match="a preset's name or a Chain"):
        Cleaner(chain)


def test_missing_is_what_each_library_has_for_it() -> None:
    pd = pytest.importorskip("pandas")
    np = pytest.importorskip("numpy")
    for missing in (None, float("nan"), np.float32("nan"), pd.NA, pd.NaT):
        assert is_missing(missing)
    values: list[Any] = ["", 0, False, b"", [], np.array([1.0, float("nan")]), pd.Series(["a", None])]
    assert not any(map(is_missing, values))


def test_pandas_keeps_index_name_and_dtype(texts: Texts, cleaned: Texts) -> None:
    pd = pytest.importorskip("pandas")
    pytest.importorskip("cleantext.adaptors.pandas")
    series = pd.Series(texts, index=[f"a{i}" for i in range(len(texts))], name="body")
    out = series.cleantext.clean()
    assert [None if pd.isna(value) else value for value in out] == cleaned
    assert (list(out.index), out.name, out.dtype) == (list(series.index), "body", series.dtype)
    assert pd.Series([], dtype=series.dtype).cleantext.clean().empty


def test_pandas_facts_and_documents(texts: Texts) -> None:
    pd = pytest.importorskip("pandas")
    pytest.importorskip("cleantext.adaptors.pandas")
    series = pd.Series(texts)
    facts, documents = series.cleantext.facts(), series.cleantext.read("strict")
    assert facts["authors"][0] == list(cleantext.read(str(texts[0])).facts.authors)
    assert documents[0].text == cleantext.clean(str(texts[0]), "strict")
    assert documents[texts.index(None)] is None


@pytest.mark.parametrize("dtype", ["str", "string", "object", "category"])
def test_pandas_facts_have_the_dtype_of_the_texts_whatever_was_found(dtype: str) -> None:
    pd = pytest.importorskip("pandas")
    pytest.importorskip("cleantext.adaptors.pandas")
    texts = pd.Series(["Rain fell on Monday, the council said.", None], dtype=dtype)
    facts = texts.cleantext.facts()
    usual = texts.dtype.categories.dtype if dtype == "category" else texts.dtype
    assert {facts[name].dtype for name in ("headline", "published", "updated", "source")} == {usual}
    assert facts["summary"].tolist() == [[], None]


def test_pandas_names_the_row_of_what_is_no_text() -> None:
    pd = pytest.importorskip("pandas")
    pytest.importorskip("cleantext.adaptors.pandas")
    with pytest.raises(RecordError, match=r"index 'b': not a string but int"):
        pd.Series(["Rain fell.", 3], index=["a", "b"], dtype=object).cleantext.clean()


def test_pandas_categories_become_texts() -> None:
    pd = pytest.importorskip("pandas")
    pytest.importorskip("cleantext.adaptors.pandas")
    series = pd.Series(["Rain  fell.", "Rain  fell."], dtype="category")
    assert series.cleantext.clean("gentle").tolist() == ["Rain fell."] * 2
    assert series.cleantext.clean("gentle").dtype == series.dtype.categories.dtype


@pytest.mark.parametrize("lazy", [False, True])
def test_polars(texts: Texts, cleaned: Texts, lazy: bool) -> None:
    pl = pytest.importorskip("polars")
    pytest.importorskip("cleantext.adaptors.polars")
    frame = pl.LazyFrame({"text": texts}) if lazy else pl.DataFrame({"text": texts})
    frame = frame.with_columns(pl.col("text").cleantext.clean(), facts=pl.col("text").cleantext.facts())
    out = frame.collect() if lazy else frame
    assert out["text"].to_list() == cleaned
    assert out["facts"].to_list()[0]["authors"] == list(cleantext.read(str(texts[0])).facts.authors)
    assert out["facts"].to_list()[texts.index(None)] is None
    assert pl.Series("t", texts).cleantext.clean().to_list() == cleaned


def test_polars_reads_once_for_all(texts: Texts, cleaned: Texts) -> None:
    pl = pytest.importorskip("polars")
    pytest.importorskip("cleantext.adaptors.polars")
    frame = pl.LazyFrame({"raw": texts}).with_columns(read=pl.col("raw").cleantext.read()).unnest("read").collect()
    assert frame["text"].to_list() == cleaned
    assert frame["facts"].to_list()[0]["authors"] == list(cleantext.read(str(texts[0])).facts.authors)
    removed = cleantext.read(str(texts[0])).removed
    assert [block["role"] for block in frame["removed"].to_list()[0]] == [str(block.role) for block in removed]
    assert pl.Series("t", texts).cleantext.read().struct.field("text").to_list() == cleaned


def test_polars_cleans_what_a_filter_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    pl = pytest.importorskip("polars")
    pytest.importorskip("cleantext.adaptors.polars")
    seen: list[str] = []
    text = Cleaner.document

    def counted(self: Cleaner, value: Any, place: str) -> Any:
        seen.append(value)
        return text(self, value, place)

    monkeypatch.setattr(Cleaner, "document", counted)
    frame = pl.LazyFrame({"id": [1, 2], "text": ["Rain  fell.", "Snow  fell."]})
    cleaned = frame.with_columns(pl.col("text").cleantext.clean("gentle")).filter(pl.col("id") == 2)
    assert cleaned.collect()["text"].to_list() == ["Snow fell."]
    assert seen == ["Snow  fell."]


def test_polars_names_the_column_of_what_is_no_text() -> None:
    pl = pytest.importorskip("polars")
    pytest.importorskip("cleantext.adaptors.polars")
    with pytest.raises(RecordError, match="row 0 of a batch, column 'id': not a string but int"):
        pl.DataFrame({"id": [1]}).select(pl.col("id").cleantext.clean())


def test_sklearn(texts: Texts, cleaned: Texts) -> None:
    base = pytest.importorskip("sklearn.base")
    adaptor = pytest.importorskip("cleantext.adaptors.sklearn")
    cleaner = adaptor.TextCleaner(chain="news")
    assert cleaner.fit_transform(texts) == [text or "" for text in cleaned]
    assert base.clone(cleaner).get_params() == {"chain": "news"}
    assert pickle.loads(pickle.dumps(cleaner)).transform(texts[:1]) == cleaned[:1]
    assert list(cleaner.get_feature_names_out()) == ["text"]
    with pytest.raises(TypeError, match="put it in a list"):
        cleaner.transform("one text")
    with pytest.raises(UsageError, match="unknown preset 'new'"):
        adaptor.TextCleaner(chain="new").fit(texts)


def test_sklearn_takes_one_column() -> None:
    pd = pytest.importorskip("pandas")
    np = pytest.importorskip("numpy")
    adaptor = pytest.importorskip("cleantext.adaptors.sklearn")
    frame = pd.DataFrame({"text": ["Rain  fell."]})
    for wrong in (frame, frame.to_numpy(), {"text": ["Rain  fell."]}, None):
        with pytest.raises(TypeError, match="TextCleaner takes"):
            adaptor.TextCleaner("gentle").transform(wrong)
    for right in (frame["text"], np.array(["Rain  fell."]), pd.Series(["Rain  fell."], dtype="string")):
        assert adaptor.TextCleaner("gentle").fit_transform(right) == ["Rain fell."]
    assert adaptor.TextCleaner().transform(pd.Series([None, pd.NA], dtype=object)) == ["", ""]


def test_sklearn_gives_a_frame_where_it_was_asked_itself() -> None:
    sklearn = pytest.importorskip("sklearn")
    pd = pytest.importorskip("pandas")
    pl = pytest.importorskip("polars")
    adaptor = pytest.importorskip("cleantext.adaptors.sklearn")
    texts = pd.Series(["Rain  fell.", ""], index=[3, 4])
    cleaner = adaptor.TextCleaner("gentle")
    with sklearn.config_context(transform_output="pandas"):
        assert cleaner.fit_transform(texts) == ["Rain fell.", ""]
    asked = sklearn.base.clone(cleaner.set_output(transform="pandas"))
    pd.testing.assert_frame_equal(
        asked.fit_transform(texts), pd.DataFrame({"text": ["Rain fell.", ""]}, index=[3, 4])
    )
    assert cleaner.set_output(transform="polars").transform(texts).equals(pl.DataFrame({"text": ["Rain fell.", ""]}))
    assert cleaner.set_output(transform="default").transform(texts) == ["Rain fell.", ""]
    with pytest.raises(ValueError, match="not 'arrow'"):
        cleaner.set_output(transform="arrow")


@pytest.mark.filterwarnings("ignore")
def test_sklearn_grid_search_over_presets(texts: Texts) -> None:
    pytest.importorskip("sklearn")
    from sklearn.dummy import DummyClassifier
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import make_pipeline

    adaptor = pytest.importorskip("cleantext.adaptors.sklearn")
    given = [text for text in texts if text] * 2
    pipeline = make_pipeline(adaptor.TextCleaner(), CountVectorizer(), DummyClassifier())
    search = GridSearchCV(pipeline, {"textcleaner__chain": ["gentle", "news"]}, cv=2, error_score="raise")
    assert search.fit(given, [0, 1] * (len(given) // 2)).best_params_["textcleaner__chain"] in ("gentle", "news")


def test_duckdb(texts: Texts, cleaned: Texts) -> None:
    duckdb = pytest.importorskip("duckdb")
    adaptor = pytest.importorskip("cleantext.adaptors.duckdb")
    connection = duckdb.connect()
    adaptor.register(connection)
    connection.execute("CREATE TABLE t (i INTEGER, body VARCHAR)")
    connection.executemany("INSERT INTO t VALUES (?, ?)", list(enumerate(texts)))
    rows = connection.execute("SELECT cleantext(body), cleantext_facts(body) FROM t ORDER BY i").fetchall()
    assert [row[0] for row in rows] == cleaned
    assert rows[0][1]["authors"] == list(cleantext.read(str(texts[0])).facts.authors)
    read = [row[0] for row in connection.execute("SELECT cleantext_read(body) FROM t ORDER BY i").fetchall()]
    assert [row and row["text"] for row in read] == cleaned
    assert read[0]["facts"] == rows[0][1]
    assert [block["text"] for block in read[0]["removed"]] == [
        str(texts[0])[block.start : block.end] for block in cleantext.read(str(texts[0])).removed
    ]


def test_duckdb_takes_another_chain_by_the_same_name() -> None:
    duckdb = pytest.importorskip("duckdb")
    adaptor = pytest.importorskip("cleantext.adaptors.duckdb")
    connection = duckdb.connect()
    article = "By Ada Quill\n\nThe bridge was closed on Monday after engineers found cracks in two of its pillars."
    for chain in ("news", "gentle"):
        adaptor.register(connection, chain)
        found = connection.execute("SELECT cleantext(?)", [article]).fetchall()
        assert found == [(cleantext.clean(article, chain),)]


def nlp_of(spacy: Any, **options: Any) -> Any:
    tokenizer = {"@tokenizers": "cleantext.Tokenizer.v1", **options}
    return spacy.blank("en", config={"nlp": {"tokenizer": tokenizer}})


def test_spacy_cleans_and_keeps_the_way_back(texts: Texts, cleaned: Texts) -> None:
    spacy = pytest.importorskip("spacy")
    pytest.importorskip("cleantext.adaptors.spacy")
    for raw, clean in zip(texts, cleaned, strict=True):
        if not raw:
            continue
        doc = nlp_of(spacy)(raw)
        assert (doc.text, doc._.cleantext_raw) == (clean, raw)
        words = [token for token in doc if token.is_alpha and token.is_ascii]
        found = [raw.startswith(token.text, doc._.raw_offset(token.idx)) for token in words]
        assert sum(found) >= 0.98 * len(found)  # a mended character has no place of its own


def test_spacy_is_saved_and_loaded(tmp_path: Any, texts: Texts) -> None:
    spacy = pytest.importorskip("spacy")
    pytest.importorskip("cleantext.adaptors.spacy")
    nlp = nlp_of(spacy, chain="gentle")
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path)(texts[0]).text == nlp(texts[0]).text == cleantext.clean(str(texts[0]), "gentle")


def test_spacy_wraps_the_tokenizer_of_the_language() -> None:
    spacy = pytest.importorskip("spacy")
    pytest.importorskip("cleantext.adaptors.spacy")
    tokenizer = {"@tokenizers": "cleantext.Tokenizer.v1", "chain": "gentle"}
    text = "东京会议。"
    usual = [token.text for token in spacy.blank("zh")(text)]
    assert [token.text for token in spacy.blank("zh", config={"nlp": {"tokenizer": tokenizer}})(text)] == usual


def test_spacy_hands_on_what_is_set() -> None:
    spacy = pytest.importorskip("spacy")
    pytest.importorskip("cleantext.adaptors.spacy")
    nlp = nlp_of(spacy, chain="gentle")
    nlp.tokenizer.infix_finditer = re.compile("a").finditer
    assert [token.text for token in nlp("Rain  fell.")] == ["R", "a", "in", "fell", "."]


RAW = "Bridge is closed Engineers found cracks in two of its pillars on Monday, the council said."
TITLES = ["Bridge is closed", None]


def wanted(title: str | None) -> str:
    return cleantext.clean(RAW) if title is None else cleantext.read(RAW, title=title, language="en").text


def test_what_is_known_changes_what_comes_out() -> None:
    assert wanted(TITLES[0]) != wanted(TITLES[1])


def test_pandas_takes_what_is_known() -> None:
    pd = pytest.importorskip("pandas")
    pytest.importorskip("cleantext.adaptors.pandas")
    frame = pd.DataFrame({"text": [RAW, RAW], "title": TITLES, "day": pd.to_datetime(["2024-05-03", None])})
    known = {"title": frame["title"], "language": "en", "published": frame["day"]}
    assert frame["text"].cleantext.clean(known=known).tolist() == [*map(wanted, TITLES)]
    facts = frame["text"].cleantext.facts(known=known)
    assert facts["published"].tolist()[0] == "2024-05-03T00:00:00"
    with pytest.raises(UsageError, match="known as title has another index"):
        frame["text"].cleantext.clean(known={"title": frame["title"][::-1]})
    with pytest.raises(UsageError, match="known as title has 1 values for 2 texts"):
        frame["text"].cleantext.clean(known={"title": ["one"]})
    with pytest.raises(UsageError, match="unknown fact 'titel'"):
        frame["text"].cleantext.clean(known={"titel": "one"})
    with pytest.raises(RecordError, match="index 0: the field 'title'"):
        frame["text"].cleantext.clean(known={"title": [3, None]})


@pytest.mark.parametrize("lazy", [False, True])
def test_polars_takes_what_is_known(lazy: bool) -> None:
    pl = pytest.importorskip("polars")
    pytest.importorskip("cleantext.adaptors.polars")
    frame = pl.DataFrame({"raw": [RAW, RAW], "text": TITLES})
    known = {"title": pl.col("text"), "language": "en"}
    given = frame.lazy() if lazy else frame
    out = given.select(pl.col("raw").cleantext.clean(known=known)).lazy().collect()
    assert out["raw"].to_list() == [*map(wanted, TITLES)]
    series = frame["raw"].cleantext.read(known={"title": frame["text"]})
    assert series.struct.field("text")[0] == wanted(TITLES[0])
    with pytest.raises(UsageError, match="unknown fact 'titel'"):
        pl.col("raw").cleantext.clean(known={"titel": "one"})
