#!/usr/bin/env bash
# Packages the sources twice, in two folders, and fails where a jar differs in a byte.
#   tools/reproducible.sh [further words for Maven]
# Each time they are compiled anew. Tests and the compiler's checks are left out: verify has run them.
set -euo pipefail
root=$(CDPATH='' cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

for name in one another/place; do
  mkdir -p "$work/$name"
  (cd "$root" && tar -c --exclude=.git --exclude=target --exclude=./runs .) | tar -x -C "$work/$name"
  (cd "$work/$name" && mvn -B -q -Pjars,unchecked -Dmaven.test.skip=true -Dspotless.check.skip=true "$@" package)
  (cd "$work/$name" && find . -path '*/target/*' \( -name '*.jar' -o -name bom.json \) -print0 | sort -z | xargs -0 sha256sum) \
    >"$work/digests-${name%%/*}"
done
# Nothing at all would be the same twice, too.
if [ "$(wc -l <"$work/digests-one")" -lt 5 ]; then
  echo "reproducible: found fewer than 5 jars in $work/one, expected those of all modules" >&2
  exit 1
fi
if ! diff "$work/digests-one" "$work/digests-another" >&2; then
  echo "reproducible: the files above differ from one build to the next; look into both with: unzip -lv, then diff" >&2
  exit 1
fi
echo "reproducible: $(wc -l <"$work/digests-one") files are the same, byte for byte"
