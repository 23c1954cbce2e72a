#!/usr/bin/env bash
# Opens an issue with the files that are named, or adds them to the one that is open. gh takes GH_TOKEN; RUN_URL is where to look.
set -euo pipefail

title="Muster needs a person"
body=$(mktemp)
trap 'rm -f "$body"' EXIT
{
  echo "A run ended with a doubt or an error: $RUN_URL"
  echo
  echo 'Do not simply run it again. Find out what was sent: `muster status`, then `muster resolve KEY`.'
  for file in "$@"; do
    [ ! -s "$file" ] || { echo; cat "$file"; }
  done
} >"$body"
open=$(gh issue list --repo "$GITHUB_REPOSITORY" --state open --search "in:title \"$title\"" --json number --jq '.[0].number // empty')
if [ -n "$open" ]; then
  gh issue comment "$open" --repo "$GITHUB_REPOSITORY" --body-file "$body"
else
  gh issue create --repo "$GITHUB_REPOSITORY" --title "$title" --body-file "$body"
fi
