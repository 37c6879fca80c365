#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# syntax.sh: every source read by clang, as build/dev/compile_commands.json compiles it but without precompiled headers:
# what another compiler (macOS) says of it, and whether it includes what it needs. Fails on any finding.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
clang=$(command -v clang++-19 || command -v clang++)
python3 - "$clang" <<'PYTHON' | xargs -P "$(nproc)" -d '\n' -n 1 bash -c
import json, re, shlex, sys
for entry in json.load(open("build/dev/compile_commands.json")):
    if "_autogen/" in entry["file"] or "/build/" in entry["file"]:
        continue
    words = shlex.split(entry["command"])
    while not words[0].endswith(("g++", "c++")):
        words.pop(0)  # ccache
    kept, skip = [sys.argv[1], "-fsyntax-only", "-Wno-unknown-warning-option"], False
    for i, word in enumerate(words[1:], 1):
        if skip:
            skip = False
        elif word in ("-o", "-include"):
            skip = True
        elif word not in ("-c", "-Winvalid-pch") and not word.startswith("-g"):
            kept.append(word)
    print("cd " + shlex.quote(entry["directory"]) + " && " + shlex.join(kept))
PYTHON
