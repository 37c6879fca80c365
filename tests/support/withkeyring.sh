#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# withkeyring.sh COMMAND…: runs it beside a Secret Service of its own, unlocked, in a home of its own.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_RUNTIME_DIR="$home/run" ELENCO_TEST_KEYRING=1
mkdir -p "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
dbus-run-session -- sh -c '
  printf "passphrase\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null
  "$@"' sh "$@"
