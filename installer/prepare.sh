# SPDX-License-Identifier: Apache-2.0
# What ./run and ./check share: the packages of a Debian or Ubuntu, and the build. Sourced, not run.

BUILD_PACKAGES="g++ cmake ninja-build pkg-config qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
 libgl1-mesa-dev libxkbcommon-dev libsqlite3-dev libqt6sql6-sqlite libphonenumber-dev libprotobuf-dev
 qtkeychain-qt6-dev libsodium-dev libzip-dev libxlsxwriter-dev"
TEST_PACKAGES="xvfb xauth xdotool python3 sqlite3 libbenchmark-dev libcsv-dev clang-19 libclang-rt-19-dev util-linux mount procps
 dbus gnome-keyring locales openbox clang-tidy-19"

say() { printf '\n== %s\n' "$*"; }

# Installs those of the named packages that are missing, and says so. Elsewhere than on Debian it only tells.
prepare_packages() {
  local missing="" package
  if ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian or Ubuntu: CMake is left to find what it needs (README.md names it)." >&2
    return 0
  fi
  for package in $1; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  say "Installing what is missing:$missing"
  local root=""
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "Needs root, or sudo, to install:$missing" >&2; exit 1; }
    root=sudo
  fi
  $root apt-get update -qq
  $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# Generates the locales that suites run in (it_IT.UTF-8, en_US.UTF-8) where the system has them not.
prepare_locales() {
  local missing="" name root=""
  local known
  known=$(locale -a 2>/dev/null || true)
  for name in it_IT en_US; do
    grep -qix "$name\.utf-\?8" <<<"$known" || missing="$missing $name"
  done
  [ -n "$missing" ] || return 0
  command -v localedef >/dev/null || { echo "No localedef: some suites need the locales$missing (UTF-8)." >&2; return 0; }
  say "Generating locales:$missing"
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "Needs root, or sudo, to generate:$missing" >&2; exit 1; }
    root=sudo
  fi
  for name in $missing; do $root localedef -i "$name" -f UTF-8 "$name.UTF-8"; done
}

# build PRESET [TARGET…]
build() {
  local preset=$1 target arguments=()
  shift
  for target in "$@"; do arguments+=(--target "$target"); done
  # A folder that another compiler or an interrupted run configured is configured again.
  cmake --preset "$preset" >build-"$preset".log 2>&1 || { cat build-"$preset".log; rm -f build-"$preset".log; return 1; }
  rm -f build-"$preset".log
  cmake --build --preset "$preset" "${arguments[@]}"
}
