#!/usr/bin/env bash
# Packages the sources twice, in two folders, and fails where a jar differs in a byte.
#   tools/reproducible.sh [--built] [further words for Maven]
# Each time they are compiled anew. Tests and the compiler's checks are left out: verify has run them. With --built the first
# of the two is what "mvn -Pjars clean verify" has left in this folder.
set -euo pipefail
root=$(CDPATH='' cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
places=(one another/place)
built=no
if [ "${1:-}" = --built ]; then
  built=yes
  places=(another/place)
  shift
fi

# What stands in folders within target is of tests, or of others.
digests() {
  (cd "$1" && find . -path '*/target/*' -not -path '*/target/*/*' \( -name '*.jar' -o -name bom.json \) -not -path './dist/*' -print0 | sort -z | xargs -0 sha256sum)
}

for name in "${places[@]}"; do
  mkdir -p "$work/$name"
  (cd "$root" && tar -c --exclude=.git --exclude=target --exclude=./runs .) | tar -x -C "$work/$name"
  (cd "$work/$name" && mvn -B -q -Pjars,unchecked -Dmaven.test.skip=true -Dspotless.check.skip=true "$@" package)
  digests "$work/$name" >"$work/digests-${name%%/*}"
done
[ "$built" = no ] || digests "$root" >"$work/digests-one"
# Nothing at all would be the same twice, too.
if [ "$(wc -l <"$work/digests-one")" -lt 5 ]; then
  echo "reproducible: found fewer than 5 jars of the first build, expected those of all modules" >&2
  exit 1
fi
if ! diff "$work/digests-one" "$work/digests-another" >&2; then
  echo "reproducible: the files above differ from one build to the next; look into both with: unzip -lv, then diff" >&2
  exit 1
fi
echo "reproducible: $(wc -l <"$work/digests-one") files are the same, byte for byte"
