# Two commands are enough: `make run` and `make test`. Each sets up what is missing in .venv first.
PYTHON ?= python3
BIN := .venv/bin
COVERAGE_FLOOR := 95
FUZZ_MINUTES := 10

.PHONY: help run test lint types imports bench fuzz package lock setup clean

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

run: setup ## Open the window
	@$(BIN)/apostil || :  # it has said why, in one line

test: lint types imports ## Run every check and every test, without a screen
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q -n auto --dist worksteal --cov --cov-report=term:skip-covered --cov-fail-under=$(COVERAGE_FLOOR)

lint: setup ## Check the code's style
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet . || { echo "Some files are not formatted: run .venv/bin/ruff format ."; exit 1; }

types: setup ## Check the types
	@$(BIN)/mypy

imports: setup ## Check the direction of the imports
	@$(BIN)/lint-imports --no-logo 2>&1 | tail -n 3

bench: setup ## Measure, each figure beside its baseline
	@$(PYTHON) packaging/bootstrap.py bench
	@QT_QPA_PLATFORM=offscreen $(BIN)/python tests/benchmarks/run.py

fuzz: setup ## Change files at random for ten minutes, and look whether an importer stumbles
	@$(BIN)/python tests/fuzz/run.py --minutes $(FUZZ_MINUTES)

package: setup ## Build the wheel and the source archive into dist/
	@rm -rf dist
	@$(BIN)/hatchling build

lock: ## Pin what is installed anew, by hash, for running and for measuring
	@$(PYTHON) packaging/bootstrap.py lock

setup:
	@command -v $(PYTHON) >/dev/null || { \
		echo "Apostil needs Python 3.11 or newer, and $(PYTHON) is not there: on Debian, apt install python3 python3-venv"; exit 1; }
	@$(PYTHON) packaging/bootstrap.py

clean: ## Remove what was built and installed
	@rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage*
