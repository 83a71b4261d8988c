#!/usr/bin/env bash
# Unpacks the zip where there is nothing else but a shell and the C library, without network, home or Java, and starts it:
#   dist/try.sh [ZIP]
# The unpacked files can't be written to. It needs a Linux that allows namespaces of users (unshare -r), and unzip. Only
# serve keeps the machine's network, since it is asked over 127.0.0.1.
set -euo pipefail
here=$(CDPATH='' cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
zips=("${1:-$here/target/macro2micro-}"*.zip)
[ $# = 0 ] || zips=("$1")
[ ${#zips[@]} = 1 ] && [ -f "${zips[0]}" ] || { echo "try: ${zips[*]}: expected one zip; make it: mvn -Pdist package" >&2; exit 2; }
root=$(mktemp -d)
service=
end() {
  [ -z "$service" ] || { kill "$service" && wait "$service"; } 2>/dev/null || true
  chmod -R u+w -- "$root"
  rm -rf -- "$root"
}
trap end EXIT

unzip -q "${zips[0]}" -d "$root"
mv "$root"/macro2micro-* "$root/macro2micro"
mkdir -p "$root"/{bin,tmp,proc,dev}
shell=$(command -v dash || command -v sh)
cp -L "$shell" "$root/bin/sh"
# The C library: what Java's base and PyTorch are linked with beyond their own folders.
for name in libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libutil.so.1 libresolv.so.2; do
  path=$(ldconfig -p | sed -n "s|.*[[:space:]]$name .*x86-64.*=> ||p; s|.*[[:space:]]$name .*AArch64.*=> ||p" | head -n 1)
  [ -z "$path" ] || { mkdir -p "$root${path%/*}"; cp -L "$path" "$root$path"; }
done
loader=$(ldd "$shell" | sed -n 's|^[[:space:]]*\(/[^ ]*ld-linux[^ ]*\).*|\1|p')
mkdir -p "$root${loader%/*}"
cp -L "$loader" "$root$loader"
chmod -R a-w "$root/macro2micro"

# Runs a command of the product instead of this shell, in namespaces of the given kinds.
bare() {
  local namespaces=$1
  shift
  # shellcheck disable=SC2016 # the inner shell is to expand these
  exec unshare "$namespaces" sh -c '
    root=$1; shift
    mount --rbind /dev "$root/dev"; mount --rbind /proc "$root/proc"
    mount --bind "$root/macro2micro" "$root/macro2micro"; mount -o remount,ro,bind "$root/macro2micro"
    exec env -i PATH=/bin "$(command -v chroot)" "$root" /bin/sh -c "cd /tmp && exec /macro2micro/bin/macro2micro \"\$@\"" macro2micro "$@"
  ' sh "$root" "$@"
}

alone() { (bare -rnm "$@"); }

say() { echo "try: $*" >&2; }
version=$(alone --version)
say "$version"
alone lab video /tmp/films --videos 1 --seconds 8 --fps 25 --picture 240x180 --seed 8
alone predict --movement-only /tmp/films/video001.avi --annotate --out /tmp/found | tee "$root/tmp/said"
grep -q "movement, strength" "$root/tmp/said"
alone demo --out /tmp/demo \
  --set 'micro.lab={subjects: 3, clips: 5, frames: 6, size: 48}' --set 'macro.lab={subjects: 4, clips: 3, frames: 6, size: 48}' \
  --set methods.macro-to-micro.phases.macro.epochs=1 --set methods.macro-to-micro.phases.micro.epochs=1 \
  --set methods.macro-to-micro.phases.transfer.epochs=1
[ -s "$root/tmp/demo/report.html" ]

bare -rm serve --data /tmp/studio --port 0 >"$root/tmp/served" &
service=$!
ask() {
  exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$1" >&3 && cat <&3
  exec 3>&-
}
# Waits until a command succeeds, as long as the service runs, for three minutes at most.
wait_for() {
  for _ in $(seq 180); do
    if "$@"; then return; fi
    kill -0 "$service" 2>/dev/null || { say "serve has ended"; exit 1; }
    sleep 1
  done
  say "waited three minutes in vain for: $*"
  exit 1
}
is_listening() { port=$(sed -n 's|^studio: http://127.0.0.1:\([0-9]*\)/.*|\1|p' "$root/tmp/served") && [ -n "$port" ]; }
is_one_done() {
  ask /api/v1/jobs >"$root/tmp/jobs" || return 1
  if grep '"state":"failed"' "$root/tmp/jobs" >&2; then exit 1; fi
  grep -q '"state":"done"' "$root/tmp/jobs"
}
wait_for is_listening
ask / >"$root/tmp/page"
grep -q "macro2micro studio" "$root/tmp/page"
wait_for is_one_done
say "$(du -h "${zips[0]}" | cut -f 1) zip: version, lab, predict, demo and serve work with a shell and the C library alone, read-only, without home and network (serve: without home)"
