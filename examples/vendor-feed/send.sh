#!/bin/sh
# Sends a feed of leads, and what happened to them later, with nothing but curl: sh send.sh http://localhost:4330
# SAMETEAM_TOKEN is sent where it is set. Exit code: 0 all was taken, 3 some was refused, 1 no answer came.
set -eu

folder=$(dirname "$0")
url=${1:-http://localhost:4330}
answer=$(mktemp)
items=$(mktemp)
trap 'rm -f "$answer" "$items"' EXIT
all=0
taken=0

# post PATH TYPE DATA: leaves the answer in the file, and its status in $status. curl itself tries again after a timeout, a
# refused connection, or a status of 5xx: the ids make it safe to send the same twice.
post() {
  status=$(curl --silent --show-error --max-time 10 --retry 3 --retry-connrefused \
    --header "content-type: $2" ${SAMETEAM_TOKEN:+--header "authorization: Bearer $SAMETEAM_TOKEN"} \
    --data-binary "$3" --output "$answer" --write-out '%{http_code}' "$url$1") || exit 1
  case $status in
    200 | 201 | 422) ;;
    *) echo "$url$1 answers $status: $(cat "$answer")" >&2 && exit 1 ;;
  esac
}

tell() {
  all=$((all + 1))
  case $1 in accepted | duplicate) taken=$((taken + 1)) ;; esac
  printf '%-11s %s\n' "$1" "$2"
}

# The status of a lead is its verdict; the last field of the answer says it in a sentence.
while IFS= read -r lead; do
  post /v1/leads application/json "$lead"
  id=$(printf '%s' "$lead" | sed 's/.*"id":"\([^"]*\)".*/\1/')
  case $status in
    201) tell accepted "$id" ;;
    200) tell duplicate "$id" ;;
    422) tell refused "$id $(sed 's/.*"message":"\(.*\)"}$/\1/' "$answer")" ;;
  esac
done <"$folder/leads.ndjson"

# Each item of an answer begins with a brace: cut there, an item is a line. `jq` would read it whole.
post /v1/events application/cloudevents-batch+json "@$folder/events.json"
{ tr '{' '\n' <"$answer" && echo; } | sed -n 's/.*"verdict":"\([a-z]*\)".*"id":"\([^"]*\)".*/\1 \2/p' >"$items"
while read -r verdict id; do tell "$verdict" "$id"; done <"$items"
grep -q '"quarantined":0' "$answer" || cat "$answer"

echo "$taken of $all taken"
[ "$taken" -eq "$all" ] || exit 3
