#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run.sh BIN_DIR SECONDS: runs every fuzzer that is in BIN_DIR (build/fuzz/bin) for SECONDS, all at once, each from the
# small files of tests/data/formats (for JSON from the answers in the partner's documents, tests/data/answers), and
# prints one line for each. Fails if one finds anything; the input is then kept and named.
set -eu
bin=$(cd "${1:?usage: run.sh BIN_DIR SECONDS}" && pwd)
seconds=${2:?usage: run.sh BIN_DIR SECONDS}
data=$(cd "$(dirname "$0")/../data" && pwd)
export QT_QPA_PLATFORM=offscreen

fuzz() {
  program=$1
  name=$(basename "$program")
  temp=$(mktemp -d)
  mkdir "$temp/corpus"
  case $name in
    fuzz_json) seeds=answers ;;
    *) seeds=formats ;;
  esac
  for seed in "$data/$seeds"/*; do
    [ "$(wc -c < "$seed")" -le 65536 ] || continue
    copy="$temp/corpus/$(basename "$seed")"
    # The first two bytes that fuzz_csv is given choose the dialect: none is lost of the file.
    case $name in
      fuzz_csv) printf '@%c' 4 > "$copy"; cat "$seed" >> "$copy" ;;
      *) cp "$seed" "$copy" ;;
    esac
  done
  if "$program" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
      -artifact_prefix="$temp/" "$temp/corpus" > "$temp/log" 2>&1; then
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$temp/log")
    covered=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$temp/log" | tail -n 1)
    echo "$name: $runs inputs in $seconds s, $covered places reached, nothing found"
    rm -r "$temp"
  else
    echo "$name: FAILED: $(sed -n 's/^SUMMARY: //p' "$temp/log" | tail -n 1); input and log in $temp"
    return 1
  fi
}

failed=0
running=
for program in "$bin"/fuzz_*; do
  [ -x "$program" ] || continue
  fuzz "$program" &
  running="$running $!"
done
for job in $running; do
  wait "$job" || failed=1
done
[ -n "$running" ] || { echo "no fuzzer in $bin" >&2; exit 2; }
exit $failed
