# shellcheck shell=bash disable=SC2034 # what is set here is read where this is read
# How the scripts beside this one write to GitHub, with gh, which takes GH_TOKEN. GitHub refuses for a while what it takes
# later (403 and 429 of its limits, 5xx), and a request without an answer may have been done: so each try looks first at what
# is there. A script has these variables from here: run_url, run_marker, run_id, run_attempt, body.

tries=6
longest_wait=300
body=$(mktemp)
trap 'rm -f -- "$body"' EXIT

# The id of a run grows with each new one; its attempt grows when the same one is run again.
run_id=${GITHUB_RUN_ID:-0}
run_attempt=${GITHUB_RUN_ATTEMPT:-1}
[[ $run_id =~ ^[0-9]{1,18}$ && $run_attempt =~ ^[0-9]{1,9}$ ]] || { echo "GITHUB_RUN_ID is not a number" >&2; exit 64; }
run_url=${GITHUB_SERVER_URL:-https://github.com}/$GITHUB_REPOSITORY/actions/runs/$run_id
run_marker="<!-- muster:run {\"id\":$run_id,\"attempt\":$run_attempt} -->"

# Asks once and sets reply. Ends with 0, with 1 where a later try may do, or with 2 where GitHub means no; 1 also sets pause,
# in seconds, where GitHub said how long (its REST API documentation: a minute where a limit names no time).
ask() {
  local answer head status
  pause=''
  if answer=$(gh api --include "$@"); then
    reply=$(sed '1,/^\r\{0,1\}$/d' <<<"$answer")
    return 0
  fi
  head=$(sed '/^\r\{0,1\}$/q' <<<"$answer" | tr -d '\r')
  status=$(sed -n '1s/^HTTP[^ ]* \([0-9]\{3\}\).*/\1/p' <<<"$head")
  pause=$(sed -n 's/^[Rr]etry-[Aa]fter: *\([0-9]\{1,6\}\)$/\1/p' <<<"$head")
  case $status in
    403 | 429)
      [ "$status" = 429 ] || [ -n "$pause" ] || grep -qi 'rate limit' <<<"$answer" || return 2
      pause=${pause:-60}
      ;;
    200) # GraphQL says in the body what went wrong
      grep -q '"RATE_LIMITED"\|"NOT_FOUND"' <<<"$answer" || return 2
      ! grep -q '"RATE_LIMITED"' <<<"$answer" || pause=${pause:-60}
      ;;
    '' | 5??) ;; # nobody knows whether it was done
    *) return 2 ;;
  esac
  return 1
}

# Does something until it is done, or until GitHub means no. What is tried looks first at what is there.
persist() {
  local result
  for ((try = 1; ; try++)); do
    result=0
    "$@" || result=$?
    [ "$result" = 1 ] && [ "$try" -lt "$tries" ] || return "$result"
    pause=${pause:-$((2 ** try))}
    [ "$pause" -le "$longest_wait" ] || return 1
    echo "GitHub does not take it now; next try in $pause seconds" >&2
    sleep "$pause"
  done
}

# Asks a GraphQL query for page after page, until one has what is wanted, and sets found to all lines that it printed besides
# `next CURSOR`. $1 is the query with a variable $after, $2 the filter, the rest is for gh.
ask_pages() {
  local query=$1 filter=$2 after=null
  shift 2
  found=''
  while [ -n "$after" ]; do
    ask graphql -F after="$after" -f query="$query" --jq "$filter" "$@" || return $?
    after=$(sed -n 's/^next //p' <<<"$reply")
    found+=$(sed '/^next /d' <<<"$reply")$'\n'
  done
}
