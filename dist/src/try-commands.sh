#!/usr/bin/env bash
# Starts the unpacked product of FOLDER/macro2micro by its main commands; they write into FOLDER/tmp:
#   try-commands.sh bare FOLDER      # FOLDER is the root that the product sees
#   try-commands.sh machine FOLDER   # the product sees the whole machine
set -euo pipefail
root=$2
case $1 in
  bare)
    tmp=/tmp
    # shellcheck disable=SC2016 # the inner shell is to expand these
    product() { exec env -i PATH=/bin "$(command -v chroot)" "$root" /bin/sh -c 'cd /tmp && exec /macro2micro/bin/macro2micro "$@"' macro2micro "$@"; }
    ;;
  machine)
    tmp=$root/tmp
    product() { cd "$tmp" && exec env -i PATH="$root/bin" "$root/macro2micro/bin/macro2micro" "$@"; }
    ;;
esac
alone() { (product "$@"); }
say() { echo "try: $*" >&2; }
service=
trap '[ -z "$service" ] || { kill "$service" && wait "$service"; } 2>/dev/null || true' EXIT

version=$(alone --version)
say "$version"
alone lab video "$tmp/films" --videos 1 --seconds 8 --fps 25 --picture 240x180 --seed 8
alone predict --movement-only "$tmp/films/video001.avi" --annotate --out "$tmp/found" | tee "$root/tmp/said"
grep -q "movement, strength" "$root/tmp/said"
alone demo --out "$tmp/demo" \
  --set 'micro.lab={subjects: 3, clips: 5, frames: 6, size: 48}' --set 'macro.lab={subjects: 4, clips: 3, frames: 6, size: 48}' \
  --set methods.macro-to-micro.phases.macro.epochs=1 --set methods.macro-to-micro.phases.micro.epochs=1 \
  --set methods.macro-to-micro.phases.transfer.epochs=1
[ -s "$root/tmp/demo/report.html" ]

product serve --data "$tmp/studio" --port 0 >"$root/tmp/served" &
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
say "serve: its page is there, and a film was analysed"
