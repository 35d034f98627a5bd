# Set-up, tests and gates; the same for people and for CI. `make help` lists what there is.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed
CORE := src/dateline/types/*,src/dateline/errors.py,src/dateline/codebook/*,src/dateline/consolidation/*,src/dateline/exports/*,src/dateline/pipeline/*
PURE := src/dateline/analysis/*,src/dateline/resolution/*

.DEFAULT_GOAL := help
.PHONY: help demo test suite coverage check format soak bench docs lock dist clean

help:  ## List the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | sort

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Dateline needs Python 3.11 or newer, not %d.%d: run make PYTHON=python3.12" % sys.version_info[:2])'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(INSTALLED)  ## Install into .venv, read the sample dispatches, print the events
	$(BIN)/dateline demo

test: suite  ## Run the tests, and check what they cover
	@$(MAKE) --no-print-directory coverage

suite: $(INSTALLED)
	$(BIN)/python -m pytest --numprocesses=2 --cov --cov-report=

coverage:  ## Check the coverage that the last `make test` measured
	$(BIN)/python -m coverage report --include='$(CORE)' --fail-under=100
	$(BIN)/python -m coverage report --include='$(PURE)' --fail-under=90

check: $(INSTALLED)  ## Format, lint, strict types, layers, and that generated pages are fresh
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/generate.py --check

format: $(INSTALLED)  ## Format the code and sort its imports
	$(BIN)/ruff check --select I --fix .
	$(BIN)/ruff format .

soak: $(INSTALLED)  ## Kill it many times more often than `make test` does
	$(BIN)/python -m pytest --numprocesses=2 -m soak

bench: $(INSTALLED)  ## Speed of reading beside bare nlp.pipe, by workers, of a gazetteer (ROWS=200000), a store, an archive, events
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 BLIS_NUM_THREADS=1 $(BIN)/python tools/bench.py
	$(BIN)/python tools/bench_workers.py
	$(BIN)/python tools/bench_gazetteer.py
	$(BIN)/python tools/bench_store.py
	$(BIN)/python tools/bench_archive.py
	$(BIN)/python tools/bench_events.py --claims 10000 --store

docs: $(INSTALLED)  ## Write the generated pages anew
	$(BIN)/python tools/generate.py

lock:  ## Resolve the dependencies anew (needs uv)
	uv pip compile pyproject.toml --group dev --all-extras --universal --generate-hashes --no-header --no-annotate --upgrade --output-file requirements.lock

dist: $(INSTALLED)  ## Build the wheel and the source archive
	$(BIN)/python -m build --no-isolation

clean:  ## Remove what make made
	rm -rf .venv build dist .coverage .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
