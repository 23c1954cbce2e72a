#!/usr/bin/env bash
# Posts a comment of Muster on the pull request PULL_REQUEST: the one of a plan replaces the plan before it in the same
# workspace, the one of an apply is new. The comment is a file, named by the only argument; gh takes GH_TOKEN.
set -euo pipefail

comment=$1
[[ ${PULL_REQUEST:-} =~ ^[0-9]+$ ]] || { echo "PULL_REQUEST is not a number" >&2; exit 64; }
MARKER=$(head -n 1 "$comment")
export MARKER

# Only a comment of the job's own account counts: anybody may begin one with the same line.
earlier() {
  gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" \
    --jq '.[] | select(.user.login == "github-actions[bot]" and (.body | startswith(env.MARKER))) | .id' | head -n 1
}

case $MARKER in
  '<!-- muster:{"v":1,"command":"plan"'*'} -->') id=$(earlier) ;;
  '<!-- muster:{"v":1,"command":"apply"'*'} -->') id= ;;
  *) echo "$comment is no comment of Muster" >&2; exit 64 ;;
esac
if [ -n "$id" ]; then
  gh api --silent -X PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" -F "body=@$comment"
else
  gh api --silent -X POST "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" -F "body=@$comment"
fi
