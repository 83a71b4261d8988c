#!/usr/bin/env bash
# Unpacks the zip where there is nothing else but a shell and the C library, without network, home or Java, and starts it:
#   dist/try.sh [ZIP]
# The unpacked files can't be written to. It needs a Linux that allows namespaces of users (unshare -r).
set -euo pipefail
here=$(CDPATH='' cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
zips=("${1:-$here/target/macro2micro-}"*.zip)
[ $# = 0 ] || zips=("$1")
[ ${#zips[@]} = 1 ] && [ -f "${zips[0]}" ] || { echo "try: ${zips[*]}: expected one zip; make it: mvn -Pdist package" >&2; exit 2; }
root=$(mktemp -d)
trap 'chmod -R u+w -- "$root"; rm -rf -- "$root"' EXIT

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

bare() {
  # shellcheck disable=SC2016 # the inner shell is to expand these
  unshare -rnm sh -c '
    root=$1; shift
    mount --rbind /dev "$root/dev"; mount --rbind /proc "$root/proc"
    mount --bind "$root/macro2micro" "$root/macro2micro"; mount -o remount,ro,bind "$root/macro2micro"
    exec env -i PATH=/bin "$(command -v chroot)" "$root" /bin/sh -c "cd /tmp && exec /macro2micro/bin/macro2micro \"\$@\"" macro2micro "$@"
  ' sh "$root" "$@"
}

say() { echo "try: $*" >&2; }
version=$(bare --version)
say "$version"
bare lab video /tmp/films --videos 1 --seconds 8 --fps 25 --picture 240x180 --seed 8
bare predict --movement-only /tmp/films/video001.avi --annotate --out /tmp/found | tee "$root/tmp/said"
grep -q "movement, strength" "$root/tmp/said"
bare demo --out /tmp/demo \
  --set 'micro.lab={subjects: 3, clips: 5, frames: 6, size: 48}' --set 'macro.lab={subjects: 4, clips: 3, frames: 6, size: 48}' \
  --set methods.macro-to-micro.phases.macro.epochs=1 --set methods.macro-to-micro.phases.micro.epochs=1 \
  --set methods.macro-to-micro.phases.transfer.epochs=1
[ -s "$root/tmp/demo/report.html" ]
say "$(du -h "${zips[0]}" | cut -f 1) zip: version, lab, predict and demo work with a shell and the C library alone, read-only, without home and network"
