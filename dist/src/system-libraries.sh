#!/bin/sh
# Copies what Java's and the product's native libraries need of this machine, but the C library, into a folder. A Java of
# a Linux distribution shares such libraries with the system; one by another maker brings them along.
# system-libraries.sh JAVA FOLDER
set -eu
mkdir -p "$2"
command -v ldd >/dev/null || exit 0
copy() {
  ldd "$1" 2>/dev/null | while read -r name arrow path rest; do
    [ "$arrow" = '=>' ] || continue
    case $path in "$1"* | "$java"/* | not) continue ;; esac
    # These belong to the C library and must be the machine's own.
    case $name in
      libc.so* | libm.so* | libdl.so* | libpthread.so* | librt.so* | libutil.so* | libresolv.so* | libnsl.so* | ld-linux*) continue ;;
    esac
    [ -f "$2/$name" ] || cp -L "$path" "$2/$name"
  done
}
java=$(CDPATH='' cd -P -- "$1" && pwd)
find "$java/lib" -name '*.so' | sort | while read -r library; do copy "$library" "$2"; done
# PyTorch, OpenCV and FFmpeg are written in C++; no library of Java's need be, so one of these is asked for by name.
for name in libstdc++.so.6 libgcc_s.so.1; do
  found=$(ldconfig -p 2>/dev/null | sed -n "s|.*$name .*=> ||p" | head -n 1 || true)
  [ -f "$2/$name" ] || [ -z "$found" ] || cp -L "$found" "$2/$name"
done
