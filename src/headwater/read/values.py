"""The bytes of JSON in; its value, or the reason why it has none, out."""

import msgspec

_KINDS = {list: "list", str: "string", bool: "truth value", int: "number", float: "number", type(None): "null"}


class Broken(msgspec.Struct, frozen=True, kw_only=True):
    """Why bytes are no JSON."""

    why: str


def decoded(content: bytes | msgspec.Raw) -> object:
    """The value of JSON; Broken where it is none."""
    return _decoded(content, object)


def elements(content: bytes) -> list[msgspec.Raw] | Broken:
    """The elements of a JSON list, each still JSON, so that one with broken UTF-8 fails alone."""
    found = _decoded(content, list[msgspec.Raw])
    return found if isinstance(found, list | Broken) else Broken(why=no_object(found))


def is_object(content: bytes) -> bool:
    """Are the bytes one JSON object?"""
    return isinstance(decoded(content), dict)


def no_object(value: object) -> str:
    """Why a JSON value that is no object is no report."""
    return f"is a JSON {_KINDS[type(value)]} and no object, so it is no report"


def _decoded(content: bytes | msgspec.Raw, form: object) -> object:
    try:
        return msgspec.json.decode(content, type=form)
    except RecursionError:
        return Broken(why="is JSON nested too deep to be read")
    except UnicodeDecodeError:
        return Broken(why="is broken JSON: it holds bytes that are no UTF-8; save it as UTF-8")
    except msgspec.DecodeError as error:
        return Broken(why=f"is broken JSON: {str(error).removeprefix('JSON is malformed: ').lower()}")
