# Headwater. `make` alone sets everything up and passes the tests; `make example` prints the brief of the example story.
# Needs Python 3.11 or later with venv and pip, git and make; the rest is installed into .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: check example setup lint test docs wheel lock clean

check: lint test docs

setup: .venv/.ready

.venv/.ready: pyproject.toml dev.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

example: setup
	$(BIN)/headwater brief examples/ferry/reports

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell
	$(BIN)/python tests/limits.py

test: setup
	$(BIN)/pytest -n auto
	PYTHONHASHSEED=0 $(BIN)/python -m bench gate  # the scorer breaks ties by the order of sets

docs: setup
	$(BIN)/sphinx-build -q -W -b html docs docs/_build

wheel: setup
	rm -rf dist
	$(BIN)/python -m build --wheel --quiet

lock: setup
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --group dev --python-version 3.11 pyproject.toml -o dev.lock

clean:
	rm -rf .venv dist docs/_build
