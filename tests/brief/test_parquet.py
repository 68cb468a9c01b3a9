import importlib
import io
import json
from typing import Any

import pyarrow.parquet
import pytest
from hypothesis import given, settings

from headwater.brief.parquet import to_parquet
from headwater.brief.rows import COLUMNS
from headwater.errors import FormatError
from headwater.types import Brief
from tests.brief.briefs import briefs, claims_of, plain_brief, statements_of
from tests.factories import make_brief


def read(content: bytes) -> Any:
    return pyarrow.parquet.read_table(io.BytesIO(content))


def test_the_columns_have_their_types() -> None:
    table = read(to_parquet(plain_brief()))
    kinds = {"text": "string", "number": "int64", "flag": "bool", "list": "list<item: string not null>"}
    assert [(field.name, str(field.type)) for field in table.schema] == [(column.name, kinds[column.kind]) for column in COLUMNS]
    first = table.to_pylist()[0]
    assert (first["word"], first["origins_low"], first["origins_high"], first["contested"]) == ("possibly corroborated", 1, 2, False)
    assert first["why"] == ["Named: Mara Velden.", "Unnamed people widen the range."]
    assert first["credited"] == ["Mara Velden"]
    assert first["decided_word"] is None
    held = pyarrow.parquet.read_metadata(io.BytesIO(to_parquet(plain_brief()))).metadata
    assert json.loads(held[b"headwater"]) == {"version": "0.1.0", "schema": 1}


@settings(max_examples=20)
@given(briefs())
def test_hostile_briefs_come_back(brief: Brief) -> None:
    content = to_parquet(brief)
    assert content == to_parquet(brief)
    rows = read(content).to_pylist()
    quotes = {s.id: s.quote.encode("utf16", "surrogatepass").decode("utf16", "replace") for s in statements_of(brief)}
    standings = {claim.id: claim.standing for claim in claims_of(brief)}
    assert len(rows) == len(quotes)
    for row in rows:
        assert len(row["quote"]) == row["end"] - row["start"]
        standing = standings[row["claim_id"]]
        assert (row["word"], row["contested"]) == (standing.word, standing.contested)
        assert (row["origins_low"], row["origins_high"]) == standing.origins
        assert len(row["why"]) == len(standing.why)


def test_an_empty_brief_is_an_empty_table() -> None:
    table = read(to_parquet(make_brief()))
    assert table.num_rows == 0
    assert table.column_names == [column.name for column in COLUMNS]


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", refuse)
    with pytest.raises(FormatError, match=r"parquet: .*install headwater\[parquet\]"):
        to_parquet(make_brief())
