#!/usr/bin/env bash
# Posts a comment of Muster on the pull request PULL_REQUEST: the one of a plan replaces the plan before it in the same
# workspace, the one of an apply is new. The comment is a file, named by the only argument; gh takes GH_TOKEN.
set -euo pipefail

comment=$1
[[ ${PULL_REQUEST:-} =~ ^[0-9]+$ ]] || { echo "PULL_REQUEST is not a number" >&2; exit 64; }
MARKER=$(head -n 1 "$comment")
export MARKER

# Only a comment of the token's own account counts: anybody may begin one with the same line. GitHub itself says which those
# are, whether the token is a job's, an App's or a person's.
earlier() {
  gh api graphql --paginate -f owner="${GITHUB_REPOSITORY%%/*}" -f name="${GITHUB_REPOSITORY#*/}" -F number="$PULL_REQUEST" \
    -f query='query($owner: String!, $name: String!, $number: Int!, $endCursor: String) {
      repository(owner: $owner, name: $name) { pullRequest(number: $number) {
        comments(first: 100, after: $endCursor) {
          nodes { id body viewerDidAuthor } pageInfo { hasNextPage endCursor } } } } }' \
    --jq '.data.repository.pullRequest.comments.nodes[]
      | select(.viewerDidAuthor and (.body | startswith(env.MARKER))) | .id' | sed -n 1p
}

case $MARKER in
  '<!-- muster:{"v":1,"command":"plan"'*'} -->') id=$(earlier) ;;
  '<!-- muster:{"v":1,"command":"apply"'*'} -->') id= ;;
  *) echo "$comment is no comment of Muster" >&2; exit 64 ;;
esac
if [ -n "$id" ]; then
  gh api graphql --silent -f id="$id" -F "body=@$comment" \
    -f query='mutation($id: ID!, $body: String!) { updateIssueComment(input: {id: $id, body: $body}) { clientMutationId } }'
else
  gh api --silent -X POST "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" -F "body=@$comment"
fi
