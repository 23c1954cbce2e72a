#!/usr/bin/env bash
# Opens an issue with the files that are named, or adds them to the one that is open. gh takes GH_TOKEN; RUN_URL is where to look.
set -euo pipefail

title="Muster needs a person"
most=60000 # bytes; GitHub takes 65,536 characters, and no character has less than a byte
longest=2000
bad='IN_DOUBT|in doubt|may have been sent|unknown|REJECTED|FAILED|GIVEN_UP|[Ee]rror|❌|❓|⚠'
body=$(mktemp)
trap 'rm -f "$body"' EXIT

# Prints a file, or as much of it as $2 bytes hold: the bad lines are chosen first, and all stay in their order.
shortened() {
  LC_ALL=C awk -v room="$2" -v longest="$longest" -v bad="$bad" -v run="$RUN_URL" '
    { line[NR] = length($0) > longest ? substr($0, 1, longest) " …" : $0; isCut = isCut || length($0) > longest }
    function choose(worst,   i) {
      for (i = 1; i <= NR; i++)
        if (!(i in chosen) && (line[i] ~ bad) == worst && length(line[i]) + 1 <= room) {
          chosen[i] = 1; room -= length(line[i]) + 1; count++
        }
    }
    END {
      choose(1); choose(0)
      if (isCut || count < NR) {
        print "**Shortened:** " count + 0 " of " NR " lines, doubts and errors first. The whole text is at " run ".\n"
      }
      for (i = 1; i <= NR; i++) if (i in chosen) print line[i]
    }' "$1"
}

# Doubts come before everything else.
files=()
for wanted in yes no; do
  for file in "$@"; do
    [ -s "$file" ] || continue
    has=no
    ! grep -qE 'IN_DOUBT|in doubt|may have been sent|unknown' "$file" || has=yes
    [ "$has" != "$wanted" ] || files+=("$file")
  done
done
shown=("${files[@]:0:20}")
{
  echo "A run ended with a doubt or an error: $RUN_URL"
  echo
  echo 'Do not simply run it again. Find out what was sent: `muster status`, then `muster resolve KEY`.'
  if [ ${#files[@]} -gt ${#shown[@]} ]; then
    printf '\n**%d more files** are at %s.\n' $((${#files[@]} - ${#shown[@]})) "$RUN_URL"
  fi
  for file in "${shown[@]}"; do
    echo
    shortened "$file" $((most / ${#shown[@]} - 500))
  done
} | iconv -c -f UTF-8 -t UTF-8 >"$body" # a line that was cut in the middle of a character is mended
open=$(gh issue list --repo "$GITHUB_REPOSITORY" --state open --search "in:title \"$title\"" --json number --jq '.[0].number // empty')
if [ -n "$open" ]; then
  gh issue comment "$open" --repo "$GITHUB_REPOSITORY" --body-file "$body"
else
  gh issue create --repo "$GITHUB_REPOSITORY" --title "$title" --body-file "$body"
fi
