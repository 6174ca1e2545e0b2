#!/usr/bin/env bash
# Draws the pictures of docs/guide.md anew: every page of the workspace in its telling states (Chromium). Takes about two minutes.
set -euo pipefail

home=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")
cd "$home"
rm -rf docs/guide
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 mvn -q -B -Dbrowser test -Dtest=GuidePicturesTest -Dkezek.guide.pictures=docs/guide \
  -Dsurefire.failIfNoSpecifiedTests=false
du -sh docs/guide
