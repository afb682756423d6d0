# Everything a newcomer needs: `make run` and `make test`. The rest is for who works on it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run chat voice test chaos check safety weights bench fonts pictures portraits setup setup-dev format lock catalogs docs clean

run: setup
	@$(BIN)/vraagkracht start

chat: setup
	@$(BIN)/vraagkracht chat

setup: $(VENV)/.runtime

setup-dev: $(VENV)/.dev

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Vraagkracht needs Python 3.11 or newer: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Setting up (once, about a minute) ..."
	@$(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	@$(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

# Reading aloud needs two more libraries, beside a voice; README.md tells which.
voice: setup
	@$(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements-voice.lock

test: check
	@$(BIN)/pytest

# Nothing lost: 200 kills on SQLite and 40 on PostgreSQL, in all weathers; `make test` has a short form.
chaos: setup-dev
	@$(BIN)/python -m tests.chaos

check: setup-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/vraagkracht catalogs check
	@$(BIN)/vraagkracht catalogs reading
	@$(BIN)/vraagkracht docs --check

# How well words of danger are heard: recall and false alarms on the labelled sentences.
safety: setup-dev
	@$(BIN)/python -m tests.safety

# How fast it is, beside other bots: `make bench`, or for a quick look `make bench ROUNDS=1 SECONDS=2`.
ROUNDS ?= 5
SECONDS ?= 6

bench: setup-dev $(VENV)-bench/.done
	@$(BIN)/python -m bench --rounds $(ROUNDS) --seconds $(SECONDS)

$(VENV)-bench/.done: requirements-bench.lock
	@$(PYTHON) -m venv $(VENV)-bench
	@$(VENV)-bench/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r $<
	@touch $@

# Train the second ear on the labelled sentences, after they or its code changed (a few minutes).
weights: setup-dev
	@$(BIN)/python -m tests.safety_training

# The fonts of the pictures, from the originals in a folder: docs/pictures.md says which.
fonts: setup-dev
	@$(BIN)/python -m tests.font_making $(FROM)

# The pictures of docs/pictures.md and of the guide for a steunpunt, and how long drawing takes.
pictures: setup-dev
	@$(BIN)/vraagkracht pictures
	@$(BIN)/python -m tests.steunpunt_pictures
	@$(BIN)/python -m bench.pictures

# The pictures of the page in the README, with the system's Chromium.
portraits: setup-dev
	@$(BIN)/python -m tests.portraits

format: setup-dev
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

catalogs: setup-dev
	@$(BIN)/vraagkracht catalogs update

docs: setup-dev
	@$(BIN)/vraagkracht docs

# Needs uv on the path; writes versions and hashes, and names no index.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group build pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group build --group dev pyproject.toml -o requirements-dev.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group build --extra voice pyproject.toml -o requirements-voice.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group bench -o requirements-bench.lock

clean:
	rm -rf $(VENV) $(VENV)-bench .pytest_cache .mypy_cache .ruff_cache .hypothesis
