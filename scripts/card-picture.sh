#!/bin/sh
# Photographs the card that a question is answered with:
# card-picture.sh QUESTION [PNG [--lang=LANGUAGE] [--look=usual|readings|hard-readings|plain]]
# Needs Chromium and a font with Japanese letters.
set -eu
question=${1:?usage: card-picture.sh QUESTION [PNG [--lang=LANGUAGE] [--look=LOOK]]}
picture=${2:-card.png}
shift
[ $# -eq 0 ] || shift
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$here/.." && cargo run --quiet --example card -- "$@" "$question") > "$work/card.json"
{ printf 'window.CARD = '; cat "$work/card.json"; printf ';\n'; } > "$work/card.js"
cp "$here/card.html" "$work/card.html"
for browser in chromium chromium-browser google-chrome; do
    if command -v "$browser" > /dev/null; then
        "$browser" --headless --no-sandbox --hide-scrollbars --force-device-scale-factor=2 \
            --window-size=480,900 --screenshot="$picture" "file://$work/card.html"
        exit
    fi
done
echo "Chromium is not installed" >&2
exit 1
