#!/usr/bin/env bash
# Opens an issue where a run left something for a person, or adds to the one that is open. The only argument is the folder
# with what the jobs found. ENDED has a line for each job: its name, its result, `code:` with Muster's exit code and `sent:`
# with whether it sent anything, as far as they are known, such as `apply failure code:6 sent:true`.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=github.sh
. "$(dirname "${BASH_SOURCE[0]}")/github.sh"

folder=$1
mkdir -p -- "$folder"
title="Muster needs a person"
# shellcheck disable=SC2089,SC2090 # it is a text, and no command line
MARKER='<!-- muster:{"v":1,"alarm":true} -->'
# shellcheck disable=SC2090
export MARKER run_marker # for the filters
most=60000 # bytes; GitHub takes 65,536 characters, and no character has less than a byte
longest=2000
bad='IN_DOUBT|in doubt|may have been sent|unknown|REJECTED|FAILED|GIVEN_UP|[Ee]rror|❌|❓|⚠'

# --- whether anybody is needed ------------------------------------------------------------------------------------------

# A doubt, a failure that went out, a bug; a send that was stopped or whose machine was lost. A reviewer's no, a plan that is
# stale and a lock that another run holds leave nothing behind. A job that was let begin has left a file that says so.
needs_person() {
  local job=$1 result=$2 code=${3#code:} sent=${4#sent:}
  case $code in
    0 | 2 | 3 | 4 | 64) return 1 ;;
    5 | 6 | 70) return 0 ;;
    1 | 130) [ "$job" = apply ] && [ "$sent" != false ] ;;
    '') [ "$job" = apply ] && [[ $result =~ ^(failure|cancelled)$ ]] && [ -f "$folder/begun-$run_attempt/apply-begun" ] ;;
    *) [ "$job" = apply ] ;; # killed
  esac
}

# Sets reasons.
judge() {
  local job result code sent
  reasons=''
  while read -r job result code sent; do
    if [ -n "$job" ] && needs_person "$job" "$result" "$code" "${sent:-}"; then
      reasons+="- $job: ${result:-no result}, ${code#code:}"$'\n'
    fi
  done <<<"${ENDED:-}"
}

# --- what it says -------------------------------------------------------------------------------------------------------

# Prints a file, or as much of it as $2 bytes hold: the bad lines are chosen first, and all stay in their order.
shortened() {
  LC_ALL=C awk -v room="$2" -v longest="$longest" -v bad="$bad" -v run="$run_url" '
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

# What was done comes first, then how it is going, then what was planned.
find_files() {
  local name file
  files=()
  for name in apply.md status.md '*.md'; do
    while IFS= read -r file; do
      [[ $name != '*.md' || ! $file =~ /(apply|status)\.md$ ]] || continue
      [ ! -s "$file" ] || [ ${#files[@]} -ge 20 ] || files+=("$file")
    done < <(find "$folder" -type f -name "$name" | LC_ALL=C sort)
  done
}

introduction() {
  echo "A run left something for a person: $run_url"
  printf '\n%s\n' "$reasons"
  # shellcheck disable=SC2016 # this is Markdown
  echo 'Do not simply run it again. Find out what was sent: `muster status`, then `muster resolve KEY`.'
}

# One room for all: each file leaves the later ones a part, and what it does not need itself.
details() {
  local room=$((most - 2000)) left=${#files[@]} file part share
  for file in ${files[@]+"${files[@]}"}; do
    left=$((left - 1))
    share=$((room - left * (room / (left + 3)) - 300))
    part=$(shortened "$file" "$share")
    printf '\n%s\n' "$part"
    room=$((room - $(LC_ALL=C && printf '%s' "$part" | wc -c) - 2))
  done
}

# --- where it says it ---------------------------------------------------------------------------------------------------

# Sets issue to the open one of the same account, and said to whether it has this run already.
find_issue() {
  local first
  issue='' said=''
  # shellcheck disable=SC2016 # these are variables of GraphQL
  ask_pages 'query($owner: String!, $name: String!, $after: String) {
      repository(owner: $owner, name: $name) {
        issues(first: 50, after: $after, states: OPEN) {
          nodes { number body viewerDidAuthor comments(last: 20) { nodes { body viewerDidAuthor } } }
          pageInfo { hasNextPage endCursor } } } }' \
    '.data.repository.issues
      | (.pageInfo | select(.hasNextPage) | "next \(.endCursor)"),
        (.nodes[] | select(.viewerDidAuthor and (.body | startswith(env.MARKER)))
          | ([.body, (.comments.nodes[] | select(.viewerDidAuthor) | .body)] | map(contains(env.run_marker)) | any) as $said
          | "\(.number) \(if $said then "said" else "" end)")' \
    -f owner="${GITHUB_REPOSITORY%%/*}" -f name="${GITHUB_REPOSITORY#*/}" || return $?
  first=$(grep -m 1 . <<<"$found" || true)
  read -r issue said <<<"$first" || true
}

# A search that fails does not keep the alarm from being raised.
raise() {
  local result=0
  find_issue || result=$?
  [ "$result" != 1 ] || [ "$try" = "$tries" ] || return 1
  [ -z "$said" ] || return 0
  if [ -n "$issue" ]; then
    ask -X POST "repos/$GITHUB_REPOSITORY/issues/$issue/comments" -F "body=@$body"
  else
    ask -X POST "repos/$GITHUB_REPOSITORY/issues" -f title="$title" -F "body=@$body"
  fi
}

# A line that was cut in the middle of a character is mended.
compose() {
  { printf '%s\n%s\n' "$MARKER" "$run_marker" && "$@"; } | iconv -c -f UTF-8 -t UTF-8 >"$body"
}

whole() {
  introduction
  details
}

judge
if [ -z "$reasons" ]; then
  echo "nothing is left for a person"
  exit 0
fi
find_files
compose whole
ended=0
persist raise || ended=$?
if [ "$ended" = 2 ]; then
  compose introduction
  ended=0
  persist raise || ended=$?
fi
if [ "$ended" != 0 ]; then
  echo "::error::$title, and no issue could be opened: $run_url"
  compose whole
  cat "$body" >>"${GITHUB_STEP_SUMMARY:-/dev/stderr}"
  exit 1
fi
