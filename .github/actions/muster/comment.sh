#!/usr/bin/env bash
# Posts a comment of Muster on the pull request PULL_REQUEST: the one of a plan replaces the plan before it in the same
# workspace, unless that is of a newer run; the one of an apply is new. The comment is a file, named by the only argument.
# Where there is none, the plan of WORKSPACE died before it could write one, and that is said. COMMIT is what was planned.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=github.sh
. "$(dirname "${BASH_SOURCE[0]}")/github.sh"

misused() {
  echo "$*" >&2
  exit 64
}

[[ ${PULL_REQUEST:-} =~ ^[0-9]+$ ]] || misused "PULL_REQUEST is not a number"
[[ ${WORKSPACE:-} =~ ^[a-z0-9-]{0,64}$ ]] || misused "WORKSPACE is not a name"
[[ ${COMMIT:-} =~ ^([0-9a-f]{7,64})?$ ]] || misused "COMMIT is not a commit"

if [ -s "$1" ]; then
  MARKER=$(head -n 1 "$1")
  text=$(tail -n +2 "$1")
else
  # shellcheck disable=SC2089 # it is a text, and no command line
  MARKER="<!-- muster:{\"v\":1,\"command\":\"plan\"${WORKSPACE:+,\"workspace\":\"$WORKSPACE\"}} -->"
  text="## ❌ Muster plan${WORKSPACE:+ ($WORKSPACE)}: no plan for ${COMMIT:-this commit}

The run ended before there was a plan. Nothing was sent. The log of the run says why."
fi
# shellcheck disable=SC2090
export MARKER # for the filter
case $MARKER in
  '<!-- muster:{"v":1,"command":"plan"'*'} -->') command=plan ;;
  '<!-- muster:{"v":1,"command":"apply"'*'} -->') command=apply ;;
  *) misused "$1 is no comment of Muster" ;;
esac

# Writes the body: the marker first, then the run, by which a newer comment is known, and at the end the same for people.
compose() {
  printf '%s\n%s\n%s\n\n%s[Run %s, attempt %s](%s).\n' \
    "$MARKER" "$run_marker" "$1" "${COMMIT:+Commit \`$COMMIT\`. }" "$run_id" "$run_attempt" "$run_url" >"$body"
}

# Only a comment of the token's own account counts: anybody may begin one with the same line. GitHub itself says which those
# are, whether the token is a job's, an App's or a person's.
find_earlier() {
  # shellcheck disable=SC2016 # these are variables of GraphQL
  ask_pages 'query($owner: String!, $name: String!, $number: Int!, $after: String) {
      repository(owner: $owner, name: $name) { pullRequest(number: $number) {
        comments(first: 100, after: $after) {
          nodes { id body viewerDidAuthor } pageInfo { hasNextPage endCursor } } } } }' \
    '.data.repository.pullRequest.comments
      | (.pageInfo | select(.hasNextPage) | "next \(.endCursor)"),
        (.nodes[] | select(.viewerDidAuthor and (.body | startswith(env.MARKER)))
          | "\(.id) \(.body | split("\n")[1] // "" | rtrimstr("\r"))")' \
    -f owner="${GITHUB_REPOSITORY%%/*}" -f name="${GITHUB_REPOSITORY#*/}" -F number="$PULL_REQUEST" || return $?
}

# Whether a line about a run is of a later one than this.
is_newer() {
  [[ $1 =~ ^'<!-- muster:run {"id":'([0-9]{1,18})',"attempt":'([0-9]{1,9})'} -->'$ ]] || return 1
  local id=${BASH_REMATCH[1]} attempt=${BASH_REMATCH[2]}
  ((10#$id > run_id || (10#$id == run_id && 10#$attempt > run_attempt)))
}

# Sets earlier to the comment that this one replaces; ends with 3 where nothing is to be written.
choose() {
  local id run
  earlier=''
  while read -r id run; do
    [ -n "$id" ] || continue
    if [ "$command" = apply ]; then
      [ "$run" != "$run_marker" ] || return 3
    elif is_newer "$run"; then
      echo "a newer run has commented already, so this one does not: $run"
      return 3
    else
      earlier=${earlier:-$id}
    fi
  done <<<"$found"
}

post() {
  find_earlier || return $?
  choose || return $?
  if [ -n "$earlier" ]; then
    # shellcheck disable=SC2016
    ask graphql -f id="$earlier" -F "body=@$body" \
      -f query='mutation($id: ID!, $body: String!) { updateIssueComment(input: {id: $id, body: $body}) { clientMutationId } }'
  else
    ask -X POST "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" -F "body=@$body"
  fi
}

compose "$text"
ended=0
persist post || ended=$?
if [ "$ended" = 2 ]; then
  compose "## ❌ Muster $command${WORKSPACE:+ ($WORKSPACE)}: GitHub did not take the comment

The run has it in its summary."
  ended=0
  persist post || ended=$?
fi
case $ended in
  0 | 3) ;;
  *)
    echo "::error::Muster's comment could not be written; the run's summary has it"
    exit 1
    ;;
esac
