"""The brief as JSON: a Brief in, indented text out; the keys are the fields of ``headwater.types``."""

import json
import re

import msgspec

from headwater.types import Brief

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def to_json(brief: Brief) -> str:
    """The brief as indented JSON, keys in the order of the types, offsets in code points, ending in a newline."""
    try:
        return msgspec.json.format(msgspec.json.encode(brief), indent=1).decode("utf8") + "\n"
    except UnicodeEncodeError:  # a lone surrogate: a file name that is no UTF-8
        return clean_text(json.dumps(msgspec.to_builtins(brief), ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def clean_text(text: str) -> str:
    """The text as UTF-8 can hold it: file names may hold bytes that are no UTF-8, and one sign for each keeps every offset."""
    return _LONE_SURROGATE.sub("\ufffd", text)
