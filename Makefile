# The project's own commands. A machine with Python 3.11 or newer needs nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.run
DEV := $(VENV)/.dev
AUDIT := $(VENV)-audit

.PHONY: run test test-release check fix bench bench-full scale eval lock release fuzz audit licences pictures gallery
run: $(RUN)  ## set up and run
	@$(BIN)/followthrough run

test: $(DEV)  ## every test, on SQLite and on PostgreSQL
	PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -n auto --dist worksteal  # compiled once, not by each of the bots that tests start

test-release: $(DEV)  ## before a release: the same dangers, ten to fifty times as often, in parts (PART=list)
	$(BIN)/python -m tests.release $(PART)

release: test-release audit  ## everything that a release is asked, and what is in it

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

scale: $(DEV)  ## a million members in virtual time, some minutes (docs/scale.md; OPTIONS="--scale 0.1 --draw")
	$(BIN)/python -m benchmarks.scale $(OPTIONS)

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

audit:  ## what is in a release (SBOM), and what is known against it; says "not audited" when nobody could be asked
	@$(PYTHON) -m venv $(AUDIT)
	@$(AUDIT)/bin/pip install --quiet --require-hashes -r requirements/audit.txt || { echo "NOT AUDITED: the tools that ask could not be installed."; exit 3; }
	@$(AUDIT)/bin/python deploy/audit.py

licences: $(DEV)  ## the licences of everything that a release needs, into docs/licences.md
	@$(BIN)/python deploy/licences.py

pictures: $(DEV) | tests/pictures/node_modules tests/teams/node/node_modules  ## docs/pictures anew, with Chromium and Node (NAMES="slack-rep teams-rep": these)
	$(BIN)/python -m tests.pictures $(NAMES)

gallery: $(DEV) | tests/pictures/node_modules tests/teams/node/node_modules  ## every card and form on every platform, into build/gallery, to be looked at (NAMES="words nasty": these)
	$(BIN)/python -m tests.pictures.gallery $(NAMES)

tests/%/node_modules:
	npm ci --silent --no-audit --no-fund --prefix $(@D)

lock: $(VENV)/bin/python  ## renew the lock files (after a change in pyproject.toml)
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --build-deps-for wheel --output-file requirements/run.txt pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --build-deps-for wheel --extra dev --constraint requirements/run.txt --output-file requirements/dev.txt pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file requirements/audit.txt deploy/audit.in
