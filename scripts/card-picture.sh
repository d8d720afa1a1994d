#!/bin/sh
# Photographs the card that a question is answered with:
# card-picture.sh QUESTION [PNG [--lang=LANGUAGE] [--look=usual|readings|hard-readings|plain]]
# Needs Chromium, a font with Japanese letters and one with emoji.
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
        shoot() { "$browser" --headless --no-sandbox --hide-scrollbars "$@" "file://$work/card.html" 2> /dev/null; }
        height=$(shoot --window-size=464,100 --dump-dom | sed -n 's/.*<title>\([0-9]*\)<.*/\1/p')
        shoot --force-device-scale-factor=2 --window-size="464,$height" --screenshot="$picture"
        exit
    fi
done
echo "Chromium is not installed" >&2
exit 1
