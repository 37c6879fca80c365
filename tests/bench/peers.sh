#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# peers.sh PEERS_DIR FILE.vcf [BENCH_FORMATS]: reads FILE with every vCard peer that is built in PEERS_DIR and with ours,
# in turn, three times; prints each one's median of cards per second of CPU time, and ours as a multiple of it. The peers
# keep every card that they read, so it is our "kept" that is compared: every value of every card, until the last is read.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
peers=${1:-$here/../../../shared/tools/peers}
file=$(readlink -f "${2:?usage: peers.sh PEERS_DIR FILE.vcf [BENCH_FORMATS]}")
bench=${3:-$here/../../build/release/bin/bench_formats}
export QT_QPA_PLATFORM=offscreen
java_path=/usr/share/java/ez-vcard.jar:/usr/share/java/vinnie.jar:/usr/share/java/jsoup.jar:$peers/java
results=$(mktemp)
trap 'rm -f "$results"' EXIT
for run in 1 2 3; do
  "$bench" --runs 1 "$file" | grep -v elenco-file >> "$results"
  if [ -x "$peers/eds/eds" ]; then "$peers/eds/eds" bench "$file" >> "$results"; fi
  if [ -x "$peers/kcontacts/build/kc" ]; then "$peers/kcontacts/build/kc" bench "$file" >> "$results"; fi
  if [ -f "$peers/java/EzBench.class" ]; then java -Xmx4g -cp "$java_path" EzBench "$file" 1 >> "$results"; fi
  if [ "${VOBJECT:-}" ]; then python3 "$peers/py/vo.py" bench "$file" >> "$results"; fi
done
python3 - "$results" <<'PYTHON'
import collections, json, statistics, sys
rates = collections.defaultdict(list)
for line in open(sys.argv[1]):
    if line.startswith('{'):
        result = json.loads(line)
        rates[result['peer']].append(result['cards'] / result['cpu_seconds'])
ours = statistics.median(rates['elenco-kept'])
for peer, values in rates.items():
    rate = statistics.median(values)
    print('%-14s %9.0f cards/s   ours is %5.1f times that' % (peer, rate, ours / rate))
PYTHON
