# The project's own commands. A machine with Python 3.11 or newer needs nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.run
DEV := $(VENV)/.dev

.PHONY: run test check fix bench bench-full eval lock release fuzz
run: $(RUN)  ## set up and run
	@$(BIN)/followthrough run

test: $(DEV)  ## every test, on SQLite and on PostgreSQL
	$(BIN)/pytest -n auto

release: $(DEV)  ## before a release: the same dangers, ten to fifty times as often (the better part of an hour)
	FOLLOWTHROUGH_STATEFUL_RUNS=300 FOLLOWTHROUGH_HOSTILE_NAMES=10000 FOLLOWTHROUGH_BROKEN_REQUESTS=20000 \
	FOLLOWTHROUGH_DUPLICATE_ROUNDS=25 FOLLOWTHROUGH_HISTORIES=20000 FOLLOWTHROUGH_MORNINGS=release \
	FOLLOWTHROUGH_SERVER_KILLS=20 FOLLOWTHROUGH_WORKER_KILLS=300 FOLLOWTHROUGH_TERMINATIONS=200 \
	FOLLOWTHROUGH_KILLS=5000 FOLLOWTHROUGH_SCHEDULES=25000 FOLLOWTHROUGH_SOCKETS=1000 $(BIN)/pytest -n auto --timeout=5400 \
	  tests/crash/test_killing.py tests/crash/test_sockets.py tests/scheduler/test_schedules.py tests/stateful tests/adapters/slack \
	  tests/adapters/teams/test_broken.py tests/playbook/test_any_history.py tests/mornings tests/processes tests/store/test_lost_commits.py

check: $(DEV)  ## format, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(DEV)  ## repair what can be repaired by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(DEV)  ## speeds, as ratios measured in one run (JOB=plan: one of them)
	$(BIN)/python -m benchmarks $(JOB)

bench-full: $(DEV)  ## what takes long to measure: a million deals, ten million touches (JOB=where: one of them)
	$(BIN)/python -m benchmarks full $(JOB)

eval: $(DEV)  ## how well call lines and dates are read
	$(BIN)/python -m benchmarks.reading

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Followthrough needs Python 3.11 or newer; $(PYTHON) is older. Try: make run PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(RUN): requirements/run.txt pyproject.toml $(VENV)/bin/python
	@echo "Setting up (about a minute, once) ..."
	@$(BIN)/pip install --quiet --require-hashes -r requirements/run.txt
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements/dev.txt $(RUN)
	@$(BIN)/pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

fuzz: $(DEV)  ## looks for texts that break the reading, or take long (SECONDS=300)
	@$(BIN)/pip install --quiet --require-hashes --no-deps -r requirements/fuzz.txt
	$(BIN)/python -m tests.fuzz.reading $(SECONDS)

lock: $(VENV)/bin/python  ## renew the lock files (after a change in pyproject.toml)
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --build-deps-for wheel --output-file requirements/run.txt pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --build-deps-for wheel --extra dev --constraint requirements/run.txt --output-file requirements/dev.txt pyproject.toml
