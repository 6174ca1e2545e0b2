#!/usr/bin/env bash
# Writes docs/letters.md: every letter in every language, as pictures (Chromium) and as plain text. Takes about two minutes.
set -euo pipefail

home=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")
cd "$home"
rm -rf docs/letters docs/letters.md
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 mvn -q -B -Dbrowser test -Dtest=LettersInBrowserTest -Dkezek.letters.page=docs \
  -Dsurefire.failIfNoSpecifiedTests=false
du -sh docs/letters
