#!/usr/bin/env bash
# Runs one command of Muster for a job, ends as it ended, and leaves what it found in $GITHUB_OUTPUT and the job's summary.
# It is told everything by INPUT_… variables; nothing of that is ever read as code. A job that is cancelled signals only the
# process that it started, so that is this one (`exec`), and it passes the signal on to Java, which then sends nothing more.
set -euo pipefail
umask 077
unset CDPATH # with it cd says where it went, and may go elsewhere

# A program finds in its environment what it was not given by name; so the token is not there.
token=${INPUT_TOKEN:-}
unset INPUT_TOKEN

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)

misused() {
  echo "muster action: $*" >&2
  exit 64
}

# Each step has a folder of its own, which nobody can have made before: not an earlier step, and not another user.
make_place() {
  local parent=${RUNNER_TEMP:-${TMPDIR:-/tmp}}
  mkdir -p -- "$parent"
  place=$(cd "$(mktemp -d "$parent/muster.XXXXXXXXXX")" && pwd -P)
  comment=$place/$INPUT_COMMAND.md
  said=$place/said
  plan_file=$place/plan.json
  credentials=$place/credentials
}

# Whatever stops this step, its end is told and the token goes.
finish() {
  local code=$?
  rm -f -- "${credentials:-}"
  [ -z "${GITHUB_OUTPUT:-}" ] || echo "exitcode=$code" >>"$GITHUB_OUTPUT"
  case $code:${INPUT_COMMAND:-} in
    0:*) ;;
    *:comment) echo "::error::Muster's comment could not be written; the run's summary has the result" ;;
    *:alarm) echo "::error::Muster: action needed, and the alarm could not be raised; look at every job of this run" ;;
  esac
}

# --- before anything can fail -------------------------------------------------------------------------------------------

# A step that dies leaves this instead of nothing, under the marker by which the older comment is found and replaced.
expect_nothing() {
  local workspace=${INPUT_WORKSPACE:-} commit=${INPUT_COMMIT:-${GITHUB_SHA:-}}
  [[ $workspace =~ ^[a-z0-9-]{1,64}$ ]] || workspace=
  [[ $commit =~ ^[0-9a-f]{7,64}$ ]] || commit=
  {
    printf '<!-- muster:{"v":1,"command":"%s"%s} -->\n' "$INPUT_COMMAND" "${workspace:+,\"workspace\":\"$workspace\"}"
    if [ "$INPUT_COMMAND" = plan ]; then
      printf '## ❌ Muster plan%s: no plan for %s\n\n' "${workspace:+ ($workspace)}" "${commit:-this commit}"
      echo 'The run ended before there was a plan. Nothing was sent. The log of the run says why.'
    else
      printf '## ❌ Muster %s%s: no result\n\n' "$INPUT_COMMAND" "${workspace:+ ($workspace)}"
      echo 'The run ended before it said what it did. Look with `muster status` before you run it again.'
    fi
  } >"$comment"
  printf 'comment=%s\nhas_sends=false\n' "$comment" >>"$GITHUB_OUTPUT"
}

# --- the program ------------------------------------------------------------------------------------------------------

# Sets program: a release or a jar that is what it should be, or the launcher of the sources that this action lies in.
find_program() {
  [ -z "${INPUT_VERSION:-}" ] || [ -z "${INPUT_JAR:-}" ] || misused "give version or jar, not both"
  if [ -n "${INPUT_VERSION:-}" ]; then
    find_release
  elif [ -n "${INPUT_JAR:-}" ]; then
    find_jar
  else
    program=("$here/../../../muster")
    [ -x "${program[0]}" ] || misused "Muster's sources are not beside this action: give version and sha256, or jar and jar-sha256"
  fi
}

find_release() {
  [[ $INPUT_VERSION =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || misused "version is a released version, such as 0.2.0"
  [[ ${INPUT_SHA256:-} =~ ^[0-9a-f]{64}$ ]] || misused "version needs sha256, 64 hexadecimal digits"
  local name=muster-$INPUT_VERSION-linux-x64 releases=${INPUT_RELEASES:-}
  if [ -z "$releases" ]; then
    [ -n "${OWN_REPOSITORY:-}" ] || misused "a copy of this action does not know whose releases are meant: give releases"
    releases=${GITHUB_SERVER_URL:-https://github.com}/$OWN_REPOSITORY/releases/download
  fi
  [[ $releases == https://* ]] || misused "releases is an https address"
  fetch "${releases%/}/v$INPUT_VERSION/$name.tar.gz" "$place/$name.tar.gz"
  is_what_was_meant "$place/$name.tar.gz" "$INPUT_SHA256" || misused "the release is not the one with that digest"
  tar -xzf "$place/$name.tar.gz" -C "$place"
  program=("$place/$name/bin/muster")
}

find_jar() {
  [[ ${INPUT_JAR_SHA256:-} =~ ^[0-9a-f]{64}$ ]] || misused "jar needs jar-sha256, 64 hexadecimal digits"
  local jar=$place/muster.jar
  case $INPUT_JAR in
    https://*) fetch "$INPUT_JAR" "$jar" ;;
    *://*) misused "a jar comes from a path or over https" ;;
    *) cp -- "$INPUT_JAR" "$jar" ;;
  esac
  is_what_was_meant "$jar" "$INPUT_JAR_SHA256" || misused "the jar is not the one with that digest"
  program=("${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$jar")
}

fetch() { curl --proto '=https' --tlsv1.2 -fsSL -o "$2" -- "$1"; }

is_what_was_meant() { printf '%s  %s\n' "$2" "$1" | sha256sum --check --status; }

# The git lock is a branch of the campaigns' remote. Muster's own git gets the token by a file that only this user can read
# and that goes at the end. The empty value takes away what a checkout may have left for the same server: with two
# Authorization headers it answers 400. What the job told git by these variables stays.
lend_token() {
  [ -n "$token" ] || return 0
  local server=${GITHUB_SERVER_URL:-https://github.com} count=${GIT_CONFIG_COUNT:-0} basic
  [[ $server =~ ^https?://[A-Za-z0-9.:-]+$ ]] || misused "GITHUB_SERVER_URL is not the address of a server"
  [[ $count =~ ^[0-9]{1,6}$ ]] || misused "GIT_CONFIG_COUNT is not a number"
  count=$((10#$count))
  basic=$(printf 'x-access-token:%s' "$token" | base64 | tr -d '\n')
  echo "::add-mask::$basic"
  printf '[http "%s/"]\n\textraheader =\n\textraheader = AUTHORIZATION: basic %s\n' "$server" "$basic" >"$credentials"
  export GIT_CONFIG_COUNT=$((count + 1)) "GIT_CONFIG_KEY_$count=include.path" "GIT_CONFIG_VALUE_$count=$credentials"
}

# What is written for people is written with the token by Muster itself. Building it needs none.
lend_token_to_muster() {
  [ -n "${INPUT_JAR:-}${INPUT_VERSION:-}" ] || "${program[@]}" --version >/dev/null
  [ -z "$token" ] || export GH_TOKEN=$token
}

# --- the command ------------------------------------------------------------------------------------------------------

# Sets arguments. Nothing can be sent by an offline plan, so there is no file of it.
find_arguments() {
  case $INPUT_COMMAND in
    comment | alarm)
      find_written
      return
      ;;
  esac
  local line more=() offline=no
  while IFS= read -r line; do
    [ -z "$line" ] || more+=("$line")
    [ "$line" != --offline ] || offline=yes
  done <<<"${INPUT_ARGUMENTS:-}"
  arguments=("$INPUT_COMMAND" -C "${INPUT_FOLDER:-campaigns}")
  [ -z "${INPUT_WORKSPACE:-}" ] || arguments+=(-w "$INPUT_WORKSPACE")
  case $INPUT_COMMAND in
    plan)
      arguments+=(--format markdown)
      [ "$offline" = yes ] || arguments+=(-o "$plan_file")
      ;;
    apply) arguments+=(--format markdown) ;;
    validate) [ -z "${GITHUB_ACTIONS:-}" ] || arguments+=(--format github) ;;
  esac
  arguments+=(${more[@]+"${more[@]}"})
}

# Sets arguments of what is written for people.
find_written() {
  local line
  arguments=("$INPUT_COMMAND")
  while IFS= read -r line; do
    [ -z "${line// /}" ] || arguments+=(--job "$line")
  done <<<"${INPUT_ENDED:-}"
  [ -z "${INPUT_REQUEST:-}" ] || arguments+=(--request "$INPUT_REQUEST")
  [ -z "${INPUT_COMMIT:-}" ] || arguments+=(--commit "$INPUT_COMMIT")
  [ -z "${INPUT_WORKSPACE:-}" ] || arguments+=(-w "$INPUT_WORKSPACE")
  [ -z "${INPUT_FILE:-}" ] || arguments+=(-- "$INPUT_FILE")
}

# Java is a child, because what it found is written down when it has ended; so every signal is passed on, as one that a
# child of a script does not ignore, and then the child is waited for again. A signal that comes first is passed on, too.
run_program() {
  local signalled='' child=''
  trap 'signalled=yes; [ -z "$child" ] || kill -TERM "$child" 2>/dev/null || true' INT TERM HUP
  "${program[@]}" "${arguments[@]}" >"$said" &
  child=$!
  [ -z "$signalled" ] || kill -TERM "$child" 2>/dev/null || true
  while :; do
    signalled=
    code=0
    wait "$child" || code=$?
    [ -n "$signalled" ] || break
  done
  trap - INT TERM HUP
}

# --- what it found ----------------------------------------------------------------------------------------------------

# What Muster said takes the place of what was expected; where it said nothing, that stays, and nobody knows what was sent.
keep_comment() {
  is_known=no
  case $INPUT_COMMAND in
    plan | apply) [[ $(head -n 1 "$said") == "<!-- muster:{"*",\"command\":\"$INPUT_COMMAND\""* ]] || return 0 ;;
  esac
  mv -f -- "$said" "$comment"
  is_known=yes
}

# Sets digest and messages, from what Muster itself writes: neither is a text of a user.
read_plan() {
  [ -f "$plan_file" ] || return 0
  digest=$(sed -n 's/^  "digest" : "\(sha256:[0-9a-f]*\)",$/\1/p' "$plan_file")
  messages=$(sed -n '/^  "totals" : {$/,/^  }/s/^    "messages" : \([0-9]*\),$/\1/p' "$plan_file")
  [ "$(sed -n '/^  "totals" : {$/,/^  }/s/^    "create" : \([0-9]*\),$/\1/p' "$plan_file")" = 0 ] || has_sends=true
}

# The title is the second line of the comment, and its last line is about the run.
read_apply() {
  messages=$(sed -n '2s/^## .* created, \([0-9,]*\) messages\{0,1\}\(,.*\)\{0,1\}$/\1/p' "$comment" | tr -d ,)
  digest=$(sed -n '$s/^Exit code [0-9]*, digest `\(sha256:[0-9a-f]*\)`.*/\1/p' "$comment")
  [ "${messages:-0}" = 0 ] || has_sends=true
  [ "$is_known" = yes ] || [ "$code" = 64 ] || has_sends=unknown
}

tell() {
  local digest='' messages='' has_sends=false
  case $INPUT_COMMAND in
    plan) read_plan ;;
    apply) read_apply ;;
  esac
  {
    echo "has_sends=$has_sends"
    echo "messages=${messages:-0}"
    echo "digest=$digest"
    [ ! -f "$plan_file" ] || echo "plan_file=$plan_file"
  } >>"$GITHUB_OUTPUT"
}

# What a status prints is text: four blanks in front make it a block that nothing in it can end. A summary is at most 1 MiB.
summarize() {
  case $INPUT_COMMAND in
    status) sed -i.text 's/^/    /' "$comment" && rm -f -- "$comment.text" ;;
    validate | comment) cat "$comment" && return ;; # annotations are for the log
    alarm) [ "$code" != 0 ] || { cat "$comment" && return; } ;;
  esac
  [ -z "${GITHUB_STEP_SUMMARY:-}" ] || head -c 1000000 "$comment" >>"$GITHUB_STEP_SUMMARY"
}

trap finish EXIT
case ${INPUT_COMMAND:-} in
  plan | apply | status | validate | comment | alarm) ;;
  *) misused "command is plan, apply, status, validate, comment or alarm" ;;
esac
make_place
expect_nothing
find_program
case $INPUT_COMMAND in
  comment | alarm) lend_token_to_muster ;;
  *) lend_token ;;
esac
cd -- "${INPUT_CHECKOUT:-.}" # so that every path is named as the pull request names it
find_arguments
run_program
keep_comment
tell
summarize
exit "$code"
