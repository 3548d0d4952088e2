# SPDX-License-Identifier: EUPL-1.2
# Two commands are enough: `make demo` to walk around, `make test` to check everything.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python -m buurtwacht
# The order of the tests: the same for everybody, so that what is red is red again.
SEED := 112

.PHONY: help setup setup-test demo run test search check fix messages docs bench lock clean

help: ## This list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(VENV)/base.done: requirements/base.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Buurtwacht needs Python 3.11 or newer. Say which: make PYTHON=python3.12 ...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "Python cannot make a virtual environment. On Debian: apt install python3-venv"; exit 1; }
	@echo "Installing what Buurtwacht needs (once, about a minute) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/test.done: $(VENV)/base.done requirements/test.txt
	@echo "Installing what the tests need (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

setup: $(VENV)/base.done ## Install what the program needs, locked versions
	@$(RUN) words --verbosity 0

setup-test: setup $(VENV)/test.done ## Install what the tests need, browsers too
	@bash scripts/system_packages.sh

demo: setup ## Fill a living neighbourhood and open it on http://localhost:8000
	@BUURTWACHT_DATA=$${BUURTWACHT_DATA:-var/demo} $(RUN) demo

run: setup ## Run an installation of your own (data in var/)
	@$(RUN) serve

check: setup-test ## Format, lint, types, imports, templates, migrations, translations
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/djlint --quiet --lint src
	@BUURTWACHT_DATA=$${BUURTWACHT_TEST_DATA:-.test-data} $(RUN) makemigrations --check --dry-run

test: check ## Everything: the checks, then every test on real parts, three files at a time
	@$(BIN)/pytest -n 3 --dist loadfile --randomly-seed=$(SEED)

search: setup-test ## Every test in another order, with inputs that nobody tried: finds what `make test` cannot
	@BUURTWACHT_SEARCH=1 $(BIN)/pytest -n 3 --dist loadfile

fix: setup-test ## Format, and mend what can be mended by itself
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

messages: setup ## Say which texts have no translation yet
	@for language in nl fr de; do echo "== $$language"; $(RUN) words --missing $$language; done

docs: setup ## Write the parts of the documentation that come from the code
	@$(RUN) write_docs

bench: setup-test ## Measure, beside the peers that are here; figures in bench/results.json
	@$(BIN)/python -m bench

lock: ## Choose new versions of the dependencies (needs uv)
	@for set in base test; do uv pip compile --quiet --generate-hashes --no-annotate --no-header --universal \
	  --python-version 3.11 --upgrade requirements/$$set.in -o requirements/$$set.txt; done

clean: ## Remove what was made here, data included
	rm -rf $(VENV) var .test-data
