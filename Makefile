# Everything a newcomer needs: `make run` opens the desk, `make test` runs every test.
# Each target makes its own .venv when it is missing or out of date.

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
ARGS ?=

# Compiled modules are kept also where somebody's surroundings say otherwise: each worker of the
# tests, and each program that they start, would compile everything anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run demo test check format bench score score-letters torture snapshots picture wheel clean help

help:            ## what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 18

$(STAMP): pyproject.toml constraints.txt
	@command -v $(PYTHON) >/dev/null || { echo "followup needs Python 3.11 or newer: install it, or say which one with make PYTHON=python3.12"; exit 1; }
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV)
	@echo "Setting up .venv (once, about a minute) …"
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $(STAMP)

run: $(STAMP)    ## open the desk (ARGS="--demo" for the sample desk)
	@$(BIN)/followup $(ARGS)

demo: $(STAMP)   ## open the sample desk
	@$(BIN)/followup --demo $(ARGS)

# Real terminals and real processes on a machine that does other work too: what fails is run again
# at most twice, and the summary says so (R).
test: $(STAMP)   ## run every test
	$(BIN)/python -m pytest -n 3 --dist worksteal --reruns 2 -q $(ARGS)

check: $(STAMP)  ## format, lint, types, layering
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(STAMP) ## put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(STAMP)  ## the figures, as ratios taken in one run
	$(BIN)/python -m benchmarks $(ARGS)

score: $(STAMP)  ## what is read of the pages in tests/web/corpus (ARGS="--show events" lists each miss)
	$(BIN)/python -m tests.web.score $(ARGS)

score-letters: $(STAMP) ## how the personal check judges the letters in tests/domain/personal/letters (ARGS="--show")
	$(BIN)/python -m tests.domain.personal.score $(ARGS)

torture: $(STAMP) ## kill a writing program 2,000 times and look at what it left
	$(BIN)/python -m tests.store.torture 2000 $(ARGS)

snapshots: $(STAMP) ## draw the snapshots anew after a wanted change: look at each before you commit
	$(BIN)/python -m pytest -n 2 -q tests/snapshots --snapshot-update

picture: $(STAMP) ## the picture of the README, from the running program
	$(BIN)/python docs/take_picture.py

wheel: $(STAMP)  ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

clean:           ## forget the environment and what was built
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
