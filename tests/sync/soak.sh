#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# soak.sh PROGRAM [SEEDS [FIRST]]: so many seeds of tst_sync_seeds from FIRST on, spread over the cores; all of them are
# run, and each that fails is named with what broke.
set -u
program=$1 seeds=${2:-20000} first=${3:-1000}
cores=$(nproc)
share=$(( (seeds + cores - 1) / cores ))
pids=
for core in $(seq 0 $((cores - 1))); do
    QT_QPA_PLATFORM=offscreen QTEST_FUNCTION_TIMEOUT=86400000 ELENCO_SYNC_SURVEY=1 \
        ELENCO_SYNC_FIRST=$((first + core * share)) ELENCO_SYNC_SEEDS=$share \
        "$program" everythingIsFoundAgain &
    pids="$pids $!"
done
failed=0
for pid in $pids; do
    wait "$pid" || failed=1
done
exit $failed
