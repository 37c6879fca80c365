#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# import_limit.sh CLI FILE.csv [RUNS]: how near an import of FILE comes to what SQLite can do at all. In turn, RUNS (3)
# times: `CLI import` into a new workspace, and the sqlite3 shell that loads the rows that came out of it into a new file
# of the same tables, indexes and full-text index. Prints both times, their medians and the ratio.
#
# The limit is kept lean, in its own favour: it reads no typed text, checks nothing, keeps no history and no foreign
# keys; of the pragmas of a workspace it has those that say how the file is written. .import has no NULL: what was NULL
# is an empty text there, of the same size in the file. The index of remote_id must not see it (it is unique), so it
# leaves out empty texts instead of NULLs and is as empty as ours; list, a handful of rows, is loaded by INSERTs since
# its remote_id is unique in the table itself. Custom values that are numbers become text.
set -eu
cli=${1:?usage: import_limit.sh CLI FILE.csv [RUNS]}
file=${2:?usage: import_limit.sh CLI FILE.csv [RUNS]}
runs=${3:-3}
export QT_QPA_PLATFORM=offscreen
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
tables="contact contact_field membership contact_tag tag field"

# measured NAME COMMAND...: appends "wall user system peakKB" to $temp/NAME.
measured() {
  name=$1
  shift
  sync
  if ! /usr/bin/time -q -f '%e %U %S %M' -a -o "$temp/$name" "$@" > "$temp/out" 2>&1; then
    echo "$name failed:" >&2
    tail -n 5 "$temp/out" >&2
    exit 1
  fi
}

# What the limit loads: made once, from the first workspace, and not timed.
write_limit() {
  workspace=$1
  for table in $tables; do
    sqlite3 -readonly -csv -noheader "$workspace" "SELECT * FROM $table" > "$temp/$table.csv"
  done
  sqlite3 -readonly -cmd '.mode insert list' "$workspace" 'SELECT * FROM list' > "$temp/list.sql"
  {
    echo 'PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; PRAGMA threads=2;'
    # .schema would repeat the tables that belong to the full-text index.
    sqlite3 -readonly "$workspace" "SELECT sql || ';' FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL
      AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'contact_fts_%' ORDER BY rowid"
    echo '.mode csv'
    for table in $tables; do
      if [ -s "$temp/$table.csv" ]; then echo ".import '$temp/$table.csv' $table"; fi
    done
    echo ".read '$temp/list.sql'"
    sqlite3 -readonly "$workspace" "SELECT replace(sql, 'remote_id IS NOT NULL', 'remote_id <> ''''') || ';'
      FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid"
    echo 'INSERT INTO contact_fts(rowid, search_text) SELECT id, search_text FROM contact;'
  } > "$temp/limit.sql"
}

# Both files must answer, with as many contacts.
check() {
  word=$(sqlite3 -readonly "$temp/ours.elenco" "SELECT last_name FROM contact WHERE last_name <> '' LIMIT 1")
  answer=$("$cli" --workspace "$temp/ours.elenco" contacts "$word" --count)
  if [ "${answer:-0}" -lt 1 ]; then
    echo "a search for $word finds nothing" >&2
    exit 1
  fi
  ours=$(sqlite3 -readonly "$temp/ours.elenco" 'SELECT count(*) FROM contact')
  theirs=$(sqlite3 -readonly "$temp/limit.db" 'SELECT count(*) FROM contact')
  if [ "$ours" != "$theirs" ]; then
    echo "$ours contacts imported, $theirs in the limit" >&2
    exit 1
  fi
}

for run in $(seq "$runs"); do
  rm -f "$temp"/ours.elenco* "$temp"/limit.db*
  measured import "$cli" --workspace "$temp/ours.elenco" import "$file"
  if [ "$run" = 1 ]; then write_limit "$temp/ours.elenco"; fi
  measured limit sqlite3 -bail "$temp/limit.db" ".read '$temp/limit.sql'"
  check
done
echo "$ours contacts; a search for $word finds $answer"
python3 - "$temp/import" "$temp/limit" <<'PYTHON'
import statistics, sys
walls = []
for path in sys.argv[1:]:
    rows = [[float(cell) for cell in line.split()] for line in open(path)]
    for wall, user, system, peak in rows:
        print('%-7s %7.2f s   CPU %7.2f s   peak %5.0f MB' % (path.rsplit('/', 1)[-1], wall, user + system, peak / 1024))
    walls.append(statistics.median(row[0] for row in rows))
print('median: import %.2f s, limit %.2f s: %.2f times' % (walls[0], walls[1], walls[0] / walls[1]))
PYTHON
