#!/usr/bin/env bash
# Runs one command of Muster for a job, ends as it ended, and leaves what it found in $GITHUB_OUTPUT and the job's summary.
# It is told everything by INPUT_… variables; nothing of that is ever read as code. A job that is cancelled signals only the
# process that it started, so that is this one (`exec`), and it passes the signal on to Java, which then sends nothing more.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
place=${RUNNER_TEMP:-/tmp}/muster
comment=$place/${INPUT_COMMAND:-}.md
plan_file=$place/plan.json

misused() {
  echo "muster action: $*" >&2
  exit 64
}

# --- the program ------------------------------------------------------------------------------------------------------

# Sets program: a jar that is what it should be, or the launcher of the sources that this action lies in.
find_program() {
  if [ -z "${INPUT_JAR:-}" ]; then
    program=("$here/../../../muster")
    return
  fi
  [[ ${INPUT_JAR_SHA256:-} =~ ^[0-9a-f]{64}$ ]] || misused "jar needs jar-sha256, 64 hexadecimal digits"
  local jar=$place/muster.jar
  case $INPUT_JAR in
    https://*) curl --proto '=https' --tlsv1.2 -fsSL -o "$jar" -- "$INPUT_JAR" ;;
    *://*) misused "a jar comes from a path or over https" ;;
    *) cp -- "$INPUT_JAR" "$jar" ;;
  esac
  printf '%s  %s\n' "$INPUT_JAR_SHA256" "$jar" | sha256sum --check --status || misused "the jar is not the one with that digest"
  program=("${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$jar")
}

# The git lock is a branch of the campaigns' remote. Only Muster's own git gets the token, and nothing is left on the disk.
lend_token() {
  [ -n "${INPUT_TOKEN:-}" ] || return 0
  local basic
  basic=$(printf 'x-access-token:%s' "$INPUT_TOKEN" | base64 | tr -d '\n')
  echo "::add-mask::$basic"
  export GIT_CONFIG_COUNT=1
  export GIT_CONFIG_KEY_0="http.${GITHUB_SERVER_URL:-https://github.com}/.extraheader"
  export GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $basic"
}

# --- the command ------------------------------------------------------------------------------------------------------

# Sets arguments.
find_arguments() {
  arguments=("$INPUT_COMMAND" -C "${INPUT_FOLDER:-campaigns}")
  [ -z "${INPUT_WORKSPACE:-}" ] || arguments+=(-w "$INPUT_WORKSPACE")
  case $INPUT_COMMAND in
    plan) arguments+=(--format markdown -o "$plan_file") ;;
    apply) arguments+=(--format markdown) ;;
    validate) [ -z "${GITHUB_ACTIONS:-}" ] || arguments+=(--format github) ;;
  esac
  local line
  while IFS= read -r line; do
    [ -z "$line" ] || arguments+=("$line")
  done <<<"${INPUT_ARGUMENTS:-}"
}

# Java is a child, because what it found is written down when it has ended; so every signal is passed on, as one that a
# child of a script does not ignore, and then the child is waited for again.
run_program() {
  local signalled=
  "${program[@]}" "${arguments[@]}" >"$comment" &
  local child=$!
  trap 'signalled=yes; kill -TERM "$child" 2>/dev/null || true' INT TERM HUP
  while :; do
    signalled=
    code=0
    wait "$child" || code=$?
    [ -n "$signalled" ] || break
  done
  trap - INT TERM HUP
}

# --- what it found ----------------------------------------------------------------------------------------------------

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
    echo "exitcode=$code"
    echo "comment=$comment"
    [ ! -f "$plan_file" ] || echo "plan_file=$plan_file"
  } >>"$GITHUB_OUTPUT"
}

# What a status prints is text: four blanks in front make it a block that nothing in it can end.
summarize() {
  case $INPUT_COMMAND in
    status) sed -i 's/^/    /' "$comment" ;;
    validate) cat "$comment" && return ;; # annotations are for the log
  esac
  [ -z "${GITHUB_STEP_SUMMARY:-}" ] || cat "$comment" >>"$GITHUB_STEP_SUMMARY"
}

case ${INPUT_COMMAND:-} in
  plan | apply | status | validate) ;;
  *) misused "command is plan, apply, status or validate" ;;
esac
mkdir -p "$place"
[ "$INPUT_COMMAND" != plan ] || rm -f "$plan_file"
find_program
lend_token
find_arguments
run_program
tell
summarize
exit "$code"
