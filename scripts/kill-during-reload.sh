#!/bin/sh
# Kills a reload, or the applying of a staged change, at random moments, and starts again after each:
# every start must come up with a whole index, the old one or the new.
#
#   scripts/kill-during-reload.sh [TIMES] [PROGRAM]
#
# Works on a copy of config/ and seeds/ in a temporary folder.
set -eu
times=${1:-200}
program=${2:-target/release/madoguchi}
seed=minato-osaka-r3-management-policy.txt
question="大阪市港区の防災の予算は？"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R config seeds "$folder"
export MADOGUCHI_CONFIG="$folder/config" MADOGUCHI_SEEDS="$folder/seeds" MADOGUCHI_INDEX="$folder/index"

seconds() { date +%s.%N; }
# Both texts differ from each other in one amount.
text() { sed "s/予算額 2,738千円/予算額 2,${1}千円/" "seeds/$seed"; }

"$program" data status >/dev/null
text 700 >"$folder/seeds/$seed"
start=$(seconds)
"$program" data reload >/dev/null
whole=$(awk "BEGIN { print $(seconds) - $start }")
echo "a whole reload takes ${whole}s"

n_old=0
n_new=0
n=0
while [ "$n" -lt "$times" ]; do
    n=$((n + 1))
    old=$((699 + n))
    new=$((700 + n))
    random=$(od -An -N4 -tu4 /dev/urandom)
    moment=$(awk "BEGIN { print $random / 4294967295 * $whole * 1.3 }")
    if [ $((n % 2)) -eq 0 ]; then
        text "$new" >"$folder/seeds/$seed"
        "$program" data reload >/dev/null 2>&1 &
    else
        text "$new" >"$folder/new.txt"
        "$program" data cancel >/dev/null 2>&1 || true
        "$program" data replace "${seed%.txt}" "$folder/new.txt" >/dev/null
        "$program" data apply >/dev/null 2>&1 &
    fi
    process=$!
    sleep "$moment"
    kill -9 "$process" 2>/dev/null || true
    wait "$process" 2>/dev/null || true
    # What is live must answer, whatever lies in the folders; `export` builds nothing.
    amount=$("$program" data export budgets | sed -n 's/.*予算額 \(2,[0-9]*\)千円（2年度：1,678千円）.*/\1/p' | head -n 1)
    case $amount in
    "2,$old") n_old=$((n_old + 1)) is_old=1 ;;
    "2,$new") n_new=$((n_new + 1)) is_old=0 ;;
    *)
        echo "after $n kills: expected 2,$old or 2,$new, found '$amount'" >&2
        exit 1
        ;;
    esac
    # A start takes in what the folders hold, which is one of the two as well.
    start=$(seconds)
    answer=$("$program" ask "$question") || echo "after $n kills: ask ended with $?" >&2
    case $answer in
    *"2,${old}千円"* | *"2,${new}千円"*) ;;
    *)
        echo "after $n kills: no answer" >&2
        exit 1
        ;;
    esac
    # Where it had to, the start did what a reload does: how long that takes now, on a machine that others use too. A kill
    # that always comes early tries little.
    [ "$is_old" -eq 0 ] || [ $((n % 2)) -ne 0 ] || whole=$(awk "BEGIN { print $(seconds) - $start }")
    # The next round begins from the new text, whole.
    text "$new" >"$folder/seeds/$seed"
    "$program" data cancel >/dev/null 2>&1 || true
    "$program" data reload >/dev/null
done
left=$(find "$folder/index" -maxdepth 1 -name '.building-*' | wc -l)
echo "$times kills: $n_old starts with the old data, $n_new with the new, none with neither; half-built folders left: $left"
