"""The source tree in, what is over the house's limits out: lines of a file and of a function's body.

Exit status 1 where anything is over. The limits may be lowered, never raised.
"""

import ast
import pathlib
import sys

FILE_LINES = 400
BODY_LINES = 40
FOLDERS = ("src", "bench", "training")
EXEMPT = {"bench/score.py"}  # kept as it was given


def over(path: pathlib.Path) -> list[str]:
    """What is over a limit in one file."""
    source = path.read_text(encoding="utf8")
    found = [f"{path}: {n} lines, {FILE_LINES} are the most"] if (n := source.count("\n")) > FILE_LINES else []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            lines = (body[-1].end_lineno or 0) - body[0].lineno + 1
            if lines > BODY_LINES:
                found.append(f"{path}:{node.lineno}: {node.name} has {lines} lines, {BODY_LINES} are the most")
    return found


def main() -> int:
    """Print what is over, file by file."""
    files = sorted(p for folder in FOLDERS for p in pathlib.Path(folder).rglob("*.py") if p.as_posix() not in EXEMPT)
    found = [line for path in files for line in over(path)]
    sys.stdout.write("".join(f"{line}\n" for line in found) or f"limits: {len(files)} files within {FILE_LINES} and {BODY_LINES} lines\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
