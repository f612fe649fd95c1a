# The commands of the repository. `make up` shows the whole house at work, `make test` proves it.

SHELL := /bin/bash
MINUTES ?= 1
ARGS ?=
PYTHON ?= python3
VENV := .venv-tests

.PHONY: up test setup build release data venv format lint unit interop oracle bench docs reference oracles goldens fuzz clean

up: setup release data ## Build, fetch the sample data once, run gateway, client and strategy (ARGS="--for 30s")
	.build/release/tw up $(ARGS)

test: setup lint build unit release venv interop oracle goldens ## Everything that CI checks, quickest first

setup: ## Install the missing system libraries
	@Scripts/setup

build: ## Build everything with its tests, for debugging
	swift build --build-tests

unit:
	Scripts/check-unit-tests

release: ## Build the command line for use
	swift build -c release --product tw

data: ## Fetch the sample data into Data/
	@Scripts/fetch-data

venv: ## Install the clients that the tests drive, in a virtual environment
	@PYTHON=$(PYTHON) Scripts/make-venv $(VENV) Tests/requirements.txt

interop: release venv
	$(VENV)/bin/python -m pytest Tests/Interop

oracle: venv
	swift build -c release --product wire-probe
	$(VENV)/bin/python -m pytest Tests/Oracle

format: ## Format the Swift sources
	swift format format --in-place --parallel --recursive Package.swift Sources Tests Benchmarks

lint: ## Check style and the rules of the floors
	swift format lint --strict --parallel --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources
	$(PYTHON) Scripts/lint.py

bench: ## Build the benchmarks and run those that need no gateway
	swift build -c release --package-path Benchmarks --product tw-bench
	Benchmarks/.build/release/tw-bench messages
	Benchmarks/.build/release/tw-bench decode
	Benchmarks/.build/release/tw-bench backtest

docs: ## Build the documentation of the public modules; a warning is an error
	@Scripts/build-docs

reference: ## Write the protocol's reference page from the declarations
	swift build -c release --product tw
	.build/release/tw inspect schema --format markdown > docs/protocol-reference.md

oracles: ## Compute the golden values of the references again
	@Scripts/run-oracles

goldens: release ## Check that TA-Lib, statsmodels, arch and empyrical still give the golden values, and backtesting.py our trades
	@Scripts/run-oracles --check
	.venv-oracle-statistics/bin/python Tools/oracles/engines.py .build/release/tw

fuzz: ## Mutate frames for MINUTES minutes
	@Scripts/fuzz $(MINUTES)

clean: ## Remove what was built
	rm -rf .build Benchmarks/.build $(VENV)
