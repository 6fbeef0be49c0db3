# Each target makes what it needs; the environment is made once and again when the pins change.
# PYTHON is any Python 3.11 or newer; VENV is where its environment goes.

VENV ?= .venv
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)
BIN := $(VENV)/bin
DEMO := build/demo.ledger
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --quiet

.PHONY: demo test stories lint format gate gate-raise bench peers soak lock clean help

help:
	@echo "make demo | test | stories | lint | gate | gate-raise | bench | peers | soak | format | lock | clean"

$(VENV)/run.stamp: requirements.txt requirements-build.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Riwaya needs Python 3.11 or newer; none was found. Give one: make PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements-build.txt
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.txt
	$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

# One battle as thirty-two reports tell it: a fresh ledger, its incidents, and the one most tell of.
demo: $(VENV)/run.stamp
	@mkdir -p build && rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	@$(BIN)/riwaya add $(DEMO) examples/jasim/reports.jsonl
	@echo && $(BIN)/riwaya incidents $(DEMO)
	@echo && $(BIN)/riwaya incident $(DEMO)

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest

# Records anew what each room makes of the stories; look at `git diff tests/stories` after it.
stories: $(VENV)/run.stamp
	$(BIN)/python tests/stories/record.py

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check src tests evaluation
	$(BIN)/ruff format --check src tests evaluation
	$(BIN)/mypy --strict src
	$(BIN)/lint-imports

format: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix src tests evaluation
	$(BIN)/ruff format src tests evaluation

gate: $(VENV)/dev.stamp
	$(BIN)/python evaluation/gate.py

gate-raise: $(VENV)/dev.stamp
	$(BIN)/python evaluation/gate.py --raise

# The ledger's part takes a few minutes; all of it: make bench STATEMENTS=1000000
STATEMENTS ?= 10000
bench: $(VENV)/dev.stamp
	$(BIN)/python evaluation/bench.py
	$(BIN)/python evaluation/bench_ledger.py --statements $(STATEMENTS)

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
