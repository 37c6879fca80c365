#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run.sh BIN_DIR SECONDS: runs every fuzzer that is in BIN_DIR (build/fuzz/bin) for SECONDS, all at once, each from the
# small files of tests/data/formats (for JSON from the answers in the partner's documents, tests/data/answers; for
# workbooks from tests/data/sheets), and
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
    fuzz_workbook | fuzz_sheetxml | fuzz_xls) seeds=sheets ;;
    *) seeds=formats ;;
  esac
  for seed in "$data/$seeds"/*; do
    [ "$(wc -c < "$seed")" -le 65536 ] || continue
    copy="$temp/corpus/$(basename "$seed")"
    # The first two bytes that fuzz_csv is given choose the dialect: none is lost of the file.
    case $name in
      fuzz_csv) printf '@%c' 4 > "$copy"; cat "$seed" >> "$copy" ;;
      # The records of an old workbook begin behind the head of its container, in files as small as ours.
      fuzz_xls) tail -c +513 "$seed" > "$copy" ;;
      # A part of a workbook is text; the first byte says which part.
      fuzz_sheetxml) case $seed in
        *.xlsx) { printf '\002'; unzip -p "$seed" xl/worksheets/sheet*.xml; } > "$copy" 2> /dev/null || : ;;
        *.ods) { printf '\005'; unzip -p "$seed" content.xml; } > "$copy" 2> /dev/null || : ;;
        esac ;;
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
