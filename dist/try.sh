#!/usr/bin/env bash
# Unpacks the zip where there is nothing else but a shell and the C library, without network, home or Java, and starts it:
#   dist/try.sh [ZIP]
# The unpacked files can't be written to. It needs unzip, and a Linux that allows namespaces of users (unshare -rnm); where
# they are not allowed it says so, and starts the unpacked product on the machine as it is.
set -euo pipefail
here=$(CDPATH='' cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
say() { echo "try: $*" >&2; }
zips=("${1:-$here/target/macro2micro-}"*.zip)
[ $# = 0 ] || zips=("$1")
[ ${#zips[@]} = 1 ] && [ -f "${zips[0]}" ] || { say "${zips[*]}: expected one zip; make it: mvn -Pdist package"; exit 2; }
command -v unzip >/dev/null || { say "unzip is not installed; install it"; exit 2; }
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

# What is mounted is gone from this machine as soon as the namespace ends, so that nothing of it is deleted with the folder.
bare() { unshare -rnm "$here/src/bare-root.sh" "$root" "$@"; }
if why=$(bare chroot "$root" /bin/sh -c : 2>&1); then
  bare "$here/src/try-commands.sh" bare "$root"
  where="with a shell and the C library alone, read-only, without home and network"
else
  say "this machine does not allow a namespace of its own ($why); the product is tried on the machine as it is"
  "$here/src/try-commands.sh" machine "$root"
  where="on this machine, not in a namespace"
fi
say "$(du -h "${zips[0]}" | cut -f 1) zip: version, lab, predict, demo and serve work $where"
