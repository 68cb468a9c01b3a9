"""The brief as Parquet: a Brief in, the bytes of one table out, a row a statement; needs the extra ``parquet``."""

import importlib
import io
import itertools
import json
from collections.abc import Sequence
from typing import Any

from headwater.brief.render_json import clean_text
from headwater.brief.rows import COLUMNS, Cell, Column, make_rows
from headwater.errors import FormatError
from headwater.types import Brief


def to_parquet(brief: Brief) -> bytes:
    """The table of ``to_csv`` with typed columns, texts as they are, and lists as lists.

    The file's own data hold ``headwater``, JSON with the version and the schema of the brief. It is one key because the
    library writes several in any order.

    Raises:
        FormatError: the extra ``parquet`` is not installed.
    """
    core, files = _libraries()
    rows = list(make_rows(brief))
    arrays = [_array(core, column, [column.cell(row) for row in rows]) for column in COLUMNS]
    fields = [core.Field(column.name, array.type, nullable=column.kind != "list") for column, array in zip(COLUMNS, arrays, strict=True)]
    written = io.BytesIO()
    files.write_parquet(
        core.Table.from_arrays(arrays, schema=core.Schema(fields)),
        written,
        compression="snappy",
        created_by="headwater",
        key_value_metadata={"headwater": clean_text(json.dumps({"version": brief.headwater, "schema": brief.schema}, ensure_ascii=False))},
    )
    return written.getvalue()


def _libraries() -> tuple[Any, Any]:
    try:
        return importlib.import_module("arro3.core"), importlib.import_module("arro3.io")
    except ImportError as error:
        raise FormatError("parquet: needs a library that is not installed; install headwater[parquet]") from error


def _array(core: Any, column: Column, cells: Sequence[Cell]) -> Any:  # noqa: ANN401 - the library is an extra
    if column.kind == "number":
        return core.Array(cells, core.DataType.int64())
    if column.kind == "flag":
        return core.Array(cells, core.DataType.bool())
    if column.kind == "text":
        return core.Array([None if cell is None else clean_text(str(cell)) for cell in cells], core.DataType.string())
    lists = [cell if isinstance(cell, tuple) else () for cell in cells]
    ends = itertools.accumulate(map(len, lists), initial=0)
    words = core.Array([clean_text(word) for held in lists for word in held], core.DataType.string())
    listed = core.DataType.list(core.Field("item", core.DataType.string(), nullable=False))
    return core.list_array(core.Array(list(ends), core.DataType.int32()), words, type=listed)
