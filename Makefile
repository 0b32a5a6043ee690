# Signpost: `make run` serves the demonstration, `make test` runs every test. Both set everything up first.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.PHONY: run serve real test check browser bench screens lighthouse lint types styles vendor messages clean

PYTHON ?= $(shell command -v python3.11 || command -v python3)
export SIGNPOST_HOME ?= var
PORT ?= 8000
MIRROR ?= $(or $(SIGNPOST_MIRROR),../shared/mirror)
PACK ?= $(wildcard $(MIRROR)/geography)
BIN := .venv/bin

run: .venv/run.stamp  ## Serve the demonstration catalogue at http://127.0.0.1:$(PORT)
	$(BIN)/signpost prepare
	$(BIN)/signpost serve --port $(PORT)

serve: .venv/run.stamp  ## Serve whatever SIGNPOST_HOME holds
	$(BIN)/signpost serve --port $(PORT)

real: .venv/pack.stamp  ## Import every declared real source into SIGNPOST_HOME and build the index
	$(BIN)/signpost geography build $(if $(PACK),--pack $(PACK))
	@# A source that fails does not keep the others from being searched; make still ends in failure.
	@status=0; SIGNPOST_MIRROR="$(wildcard $(MIRROR))" $(BIN)/signpost harvest --all || status=$$?; \
	  $(BIN)/signpost status recompute && $(BIN)/signpost index build && exit $$status

test: .venv/test.stamp .venv/browser.stamp  ## Run every test, with coverage
	$(BIN)/pytest -n 2 --cov --cov-report=term:skip-covered
	$(BIN)/coverage report --include='directory/domain/*' --fail-under=100 --format=total

check: .venv/test.stamp .venv/browser.stamp lint types  ## What to run before each commit: style, types, tests
	$(BIN)/pytest -n 2 -q

browser: .venv/test.stamp .venv/browser.stamp  ## Run the tests in a browser alone
	$(BIN)/pytest -n 2 tests/browser

lint: .venv/test.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/test.stamp
	$(BIN)/mypy

bench: .venv/test.stamp  ## Measure, and write docs/benchmarks.md
	$(BIN)/python -m tests.benchmarks --mirror $(MIRROR)

screens: .venv/test.stamp .venv/browser.stamp  ## Take the pictures in docs/screens again
	$(BIN)/python -m tests.browser.screens

lighthouse: .venv/test.stamp .venv/browser.stamp  ## Let Lighthouse judge the pages used most (needs npm)
	$(BIN)/python -m tests.browser.lighthouse

styles:  ## Compile web/styles into web/static; for maintainers, with Node
	web/styles/compile.sh

vendor:  ## Make web/static/vendor from npm; for maintainers, with Node
	web/vendor/vendor.sh

messages: .venv/run.stamp  ## Gather what pages say into web/translations, for translators
	$(BIN)/python -m web.language.gather

clean:
	rm -rf .venv var

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run.stamp: pyproject.toml | .venv/bin/python
	@echo "Installing Signpost (a minute or so, once)…"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/pack.stamp: pyproject.toml | .venv/bin/python
	@echo "Installing Signpost with what reads the geography pack (a minute or so, once)…"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[pack]"
	touch $@ .venv/run.stamp

.venv/test.stamp: pyproject.toml | .venv/bin/python
	@echo "Installing Signpost with all that its tests need (two minutes or so, once)…"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test]"
	touch $@ .venv/run.stamp .venv/pack.stamp

# Chromium comes from Debian alone, and only where we may install it; without it the tests in a browser are skipped.
SUDO := $(if $(filter-out 0,$(shell id -u)),sudo -n)
.venv/browser.stamp: | .venv/bin/python
	@if ! command -v chromium >/dev/null && command -v apt-get >/dev/null && $(SUDO) true 2>/dev/null; then \
	  echo "Installing Chromium for the tests in a browser (a minute or so, once)…"; \
	  { $(SUDO) timeout 120 apt-get update -qq; \
	    $(SUDO) timeout 300 apt-get install -qq --download-only --no-install-recommends chromium \
	    && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends chromium; \
	  } >/dev/null 2>&1 </dev/null || echo "Chromium could not be installed; the tests in a browser are skipped."; \
	fi
	touch $@
