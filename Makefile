# Thin: each target is a preset of CMakePresets.json or a script in tools/. There is no second build description.
#
# Paths in ARGS are those of the folder that make was called from, also with `make -C`.

ROOT := $(patsubst %/,%,$(dir $(abspath $(lastword $(MAKEFILE_LIST)))))
# With -C make has already left the folder it was called from; only the shell's PWD still knows it.
WITH_C := $(shell tr '\0' '\n' </proc/$$PPID/cmdline | grep -E '^(-[A-Za-z]*C|--directory)')
CALLED_FROM := $(or $(if $(WITH_C),$(PWD)),$(CURDIR))
PROGRAM := $(ROOT)/build/release/src/barometer
EXAMPLE = read "$(ROOT)/examples/night-ward.vtt" --role "Ines Duarte=candidate"
PREFIX ?= /usr/local
CMAKE_ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup build run test fmt lint asan tsan fuzz api-fuzz bench web train pack install deb clean

help: ## Print this list
	@echo 'make run                    install what is missing, build, read the example interview'
	@echo 'make run ARGS="read my.vtt" do anything else that barometer can do (try ARGS=--help)'
	@echo 'make run ARGS=serve         the web page: practise, read, stories; prints its address'
	@echo 'make test                   install what is missing, build, run all tests'
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1|\2/p' "$(ROOT)/Makefile" | while IFS='|' read -r target does; do \
	  printf '  %-9s %s\n' "$$target" "$$does"; done

setup: ## Install what building needs: Debian packages, and pinned wheels into .deps/
	@"$(ROOT)/tools/setup/setup.sh" build

build: setup ## Build the program into build/release
	@"$(ROOT)/tools/build.sh" release barometer -- $(CMAKE_ARGS)

web: ## Build the web page into web/dist (installs node and npm)
	@"$(ROOT)/tools/setup/setup.sh" web
	@"$(ROOT)/tools/web.sh" needed

# The server carries the page; what only reads a file does without node.
run: $(if $(filter serve,$(firstword $(ARGS))),web) build ## Read the example interview, or do what ARGS says
	@cd "$(CALLED_FROM)" && "$(PROGRAM)" $(if $(ARGS),$(ARGS),$(EXAMPLE))

test: ## Run all tests; says what it skipped
	@"$(ROOT)/tools/setup/setup.sh" check
	@"$(ROOT)/tools/web.sh"
	@"$(ROOT)/tools/build.sh" release all -- $(CMAKE_ARGS)
	@"$(ROOT)/tools/test.sh" release

fmt: ## Format the code
	@"$(ROOT)/tools/format.sh" --fix

lint: ## Check format, names, scripts, lengths (clang-tidy: on files that git says are changed)
	@"$(ROOT)/tools/setup/setup.sh" check
	@"$(ROOT)/tools/lint.sh" changed

asan: ## Run the C++ tests with the address and undefined-behaviour sanitizers
	@"$(ROOT)/tools/setup/setup.sh" check
	@"$(ROOT)/tools/build.sh" asan all -- $(CMAKE_ARGS)
	@"$(ROOT)/tools/test.sh" asan

tsan: ## Run the C++ tests with the thread sanitizer
	@"$(ROOT)/tools/setup/setup.sh" check
	@"$(ROOT)/tools/build.sh" tsan all -- $(CMAKE_ARGS)
	@"$(ROOT)/tools/test.sh" tsan

fuzz: ## Fuzz each parser, or PARSER, for SECONDS (30)
	@"$(ROOT)/tools/setup/setup.sh" check
	@"$(ROOT)/tools/fuzz.sh" $(or $(SECONDS),30) $(PARSER)

api-fuzz: build ## Throw everything at a server of its own that the API document allows and does not (EXAMPLES=25)
	@"$(ROOT)/tools/api_fuzz.sh" $(or $(EXAMPLES),25)

bench: setup ## Measure the speed; prints ratios with min, median, max
	@"$(ROOT)/tools/bench.sh"

train: ## Train the reader anew (CORPORA=DIR VERSION=x.y.z)
	@"$(ROOT)/tools/train.sh"

pack: build ## Check the packs in packs/
	@"$(PROGRAM)" pack check $(dir $(wildcard $(ROOT)/packs/*/pack.yaml))

install: web build ## Install below PREFIX (/usr/local); DESTDIR is honoured
	@"$(ROOT)/tools/build.sh" release completions
	@DESTDIR="$(DESTDIR)" cmake --install "$(ROOT)/build/release" --prefix "$(PREFIX)" --strip

deb: ## Make dist/barometer_<version>_amd64.deb
	@"$(ROOT)/tools/setup/setup.sh" web
	@"$(ROOT)/tools/web.sh" needed
	@"$(ROOT)/tools/deb.sh"

clean: ## Remove what was built (not .deps/)
	@rm -rf "$(ROOT)/build" "$(ROOT)/dist"
