# Sourced by ./medic and ./check: makes sure that Node 24 and the packages are there. POSIX shell.
# Sets `node` to the Node to use. `root` is the folder of the checkout.

node_version=24.21.0
node="$root/.node/bin"

case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
ko*)
  say_first='medic: 첫 실행, 필요한 것을 설치합니다'
  say_npm='medic: npm이 필요합니다 (https://nodejs.org)'
  say_failed='medic: 설치 실패, 위 출력을 확인하고 다시 실행하십시오'
  ;;
*)
  say_first='medic: first run, installing what is missing'
  say_npm='medic: npm is needed (https://nodejs.org)'
  say_failed='medic: the installation failed; see above, and run the command again'
  ;;
esac

fail() {
  printf '%s\n' "$1" >&2
  exit 2
}

# Two first runs at once must not trip over each other. A lock whose holder is gone is taken over.
lock() {
  while ! mkdir "$root/.setup-lock" 2>/dev/null; do
    holder=$(cat "$root/.setup-lock/pid" 2>/dev/null || true)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      rm -rf "$root/.setup-lock"
    else
      sleep 1
    fi
  done
  echo $$ >"$root/.setup-lock/pid"
  trap 'rm -rf "$root/.setup-lock"' EXIT INT TERM
}

unlock() {
  rm -rf "$root/.setup-lock"
  trap - EXIT INT TERM
}

# The machine's own Node where it is new enough, else the one that npm brings.
install_node() {
  mkdir -p "$root/.node"
  own=$(command -v node || true)
  if [ -n "$own" ] && [ "$("$own" -p 'Number(process.versions.node.split(".")[0]) >= 24')" = true ]; then
    ln -sfn "$("$own" -p process.execPath)" "$node"
    return
  fi
  npm install --prefix "$root/.node" --no-audit --no-fund --loglevel=error "node@$node_version" >&2 || fail "$say_failed"
  ln -sfn "$root/.node/node_modules/node/bin/node" "$node"
}

setup_node() {
  [ -x "$node" ] && return
  command -v npm >/dev/null || fail "$say_npm"
  lock
  [ -x "$node" ] || { printf '%s\n' "$say_first" >&2; install_node; }
  unlock
}

# npm writes its own copy of the lock file last: it is newer than ours when the packages are complete.
setup_packages() {
  marker="$root/node_modules/.package-lock.json"
  [ -f "$marker" ] && [ ! "$root/package-lock.json" -nt "$marker" ] && return
  command -v npm >/dev/null || fail "$say_npm"
  lock
  if [ ! -f "$marker" ] || [ "$root/package-lock.json" -nt "$marker" ]; then
    printf '%s\n' "$say_first" >&2
    mkdir -p "$root/.node/path"
    ln -sfn "$node" "$root/.node/path/node"
    (cd "$root" && PATH="$root/.node/path:$PATH" npm ci --no-audit --no-fund --loglevel=error >&2) || fail "$say_failed"
    touch "$marker"
  fi
  unlock
}

# The bundle is what runs: one file that starts quickly, made anew when a source is newer.
setup_bundle() {
  stamp="$root/dist/.stamp"
  if [ -f "$stamp" ] && [ -z "$(find "$root/src" "$root/package-lock.json" "$root/scripts/build.ts" -newer "$stamp" -print -quit)" ]; then
    return
  fi
  lock
  if [ ! -f "$stamp" ] || [ -n "$(find "$root/src" "$root/package-lock.json" "$root/scripts/build.ts" -newer "$stamp" -print -quit)" ]; then
    "$node" "$root/scripts/build.ts" || fail "$say_failed"
  fi
  unlock
}
