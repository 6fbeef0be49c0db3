# Each target makes what it needs; the environment is made once and again when the pins change.
# PYTHON is any Python 3.11 or newer; VENV is where its environment goes.

VENV ?= .venv
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)
BIN := $(VENV)/bin
DEMO := build/demo.ledger
FRONTEND := $(shell find frontend -type f -not -path '*/node_modules/*')
PYTHONS := src tests evaluation docs hatch_build.py
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --quiet

.PHONY: demo serve test pictures messages stories lint format gate gate-raise bench peers soak lock clean help

help:
	@echo "make demo | serve | test | pictures | messages | stories | lint | gate | gate-raise | bench | peers | soak | format | lock | clean"

$(VENV)/run.stamp: requirements.txt requirements-build.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Riwaya needs Python 3.11 or newer; none was found. Give one: make PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements-build.txt
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# Scripts, styles and fonts of the workspace: built by the installation, and again when they change.
$(VENV)/front.stamp: $(VENV)/run.stamp $(FRONTEND)
	$(BIN)/python hatch_build.py
	@touch $@

$(VENV)/dev.stamp: $(VENV)/front.stamp requirements-dev.txt
	$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

# One battle as thirty-two reports tell it: a fresh ledger, its incidents, and the one most tell of.
demo: $(VENV)/run.stamp
	@mkdir -p build && rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	@$(BIN)/riwaya add $(DEMO) examples/jasim/reports.jsonl
	@echo && $(BIN)/riwaya incidents $(DEMO)
	@echo && $(BIN)/riwaya incident $(DEMO)

# The same ledger in the browser.
serve: $(VENV)/front.stamp
	@mkdir -p build
	@test -f $(DEMO) || $(BIN)/riwaya add $(DEMO) examples/jasim/reports.jsonl
	@$(BIN)/riwaya serve $(DEMO)

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -n auto --dist loadfile

# Takes the pictures of docs/workspace.md anew, with Debian's chromium.
pictures: $(VENV)/dev.stamp
	$(BIN)/python docs/pictures/take.py

# Brings the Arabic words of the workspace up to date, and prints those that are still missing.
messages: $(VENV)/dev.stamp
	$(BIN)/python evaluation/messages.py

# Records anew what each room makes of the stories; look at `git diff tests/stories` after it.
stories: $(VENV)/run.stamp
	$(BIN)/python tests/stories/record.py

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check $(PYTHONS)
	$(BIN)/ruff format --check $(PYTHONS)
	$(BIN)/mypy --strict src
	$(BIN)/lint-imports
	@if command -v npm >/dev/null; then cd frontend && npm run --silent check; fi

format: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix $(PYTHONS)
	$(BIN)/ruff format $(PYTHONS)

gate: $(VENV)/dev.stamp
	$(BIN)/python evaluation/gate.py

gate-raise: $(VENV)/dev.stamp
	$(BIN)/python evaluation/gate.py --raise

# The ledger's part takes a few minutes; all of it: make bench STATEMENTS=1000000
STATEMENTS ?= 10000
bench: $(VENV)/dev.stamp
	$(BIN)/python evaluation/bench.py
	$(BIN)/python evaluation/bench_ledger.py --statements $(STATEMENTS)
	$(BIN)/python evaluation/bench_workspace.py --statements $(STATEMENTS)

# Other libraries on the same cases: the table of docs/benchmarks.md.
peers: $(VENV)/dev.stamp
	$(BIN)/python evaluation/peers.py

# Adding, killed 100 times on each database at random moments; another seed each time.
soak: $(VENV)/dev.stamp
	RIWAYA_SOAK=100 RIWAYA_SOAK_SEED=$${RIWAYA_SOAK_SEED:-$$(date +%s)} \
		$(BIN)/python -m pytest tests/ledger/crash/test_kill.py

lock:
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) pyproject.toml --extra dev -o requirements-dev.txt
	$(LOCK) --group build -o requirements-build.txt

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
