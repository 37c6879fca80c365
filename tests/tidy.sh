#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# tidy.sh changed|all: clang-tidy over sources, as build/dev/compile_commands.json compiles them; fails on any finding.
#   changed   the .cpp files that differ from ELENCO_BASE (a commit, "origin/main" for a branch; by default the one before
#             the last) by the bugprone set: minutes
#   all       all of the tree, by all of .clang-tidy: hours
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
which=${1:?usage: tidy.sh changed|all}
tidy=$(command -v clang-tidy-19 || command -v clang-tidy)

base=${ELENCO_BASE:-$(git rev-parse -q --verify HEAD~1 || git rev-parse HEAD)}
if [ "$which" = all ]; then
  files=$(git ls-files 'app/*.cpp' 'models/*.cpp' 'services/*.cpp' 'ui/*.cpp' 'tests/*.cpp')
  checks=()
else
  files=$(git diff --name-only --diff-filter=d "$base" -- 'app/*.cpp' 'models/*.cpp' 'services/*.cpp' 'ui/*.cpp')
  # A Result's value and error are looked at before they are used, and asserted (core/result.h): the check of optionals
  # follows neither.
  checks=("--checks=-*,bugprone-*,-bugprone-easily-swappable-parameters,-bugprone-narrowing-conversions,-bugprone-exception-escape,-bugprone-unchecked-optional-access")
fi
# What this build does not compile (another system's sources) has no command to be looked at by.
known=$(sed -n 's/^ *"file": "\(.*\)",\{0,1\}$/\1/p' build/dev/compile_commands.json)
files=$(for file in $files; do grep -qxF "$PWD/$file" <<<"$known" && echo "$file"; done || true)
[ -n "$files" ] || { echo "clang-tidy: no file to look at"; exit 0; }
echo "clang-tidy: $(wc -l <<<"$files") files"
# GCC's own warnings and precompiled headers are unknown to clang; its commands are taken as they are otherwise.
xargs -P "$(nproc)" -n 1 "$tidy" -p build/dev --quiet "${checks[@]}" \
  --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-ignored-gch --extra-arg=-Wno-error <<<"$files" 2> >(grep -vE 'warnings? generated|^Suppressed|^Use -header-filter' >&2 || true)
