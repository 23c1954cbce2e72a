#!/bin/bash
# How the folders beside this were made, with Muster 0.1 (commit 2b44550): its jar, and its compiled classes and tests for the
# program that can be stopped at one point of an apply. They are never made anew: that they are old is their point.
#   make.sh JAR CLASSPATH POSTGRES_URL TARGET
set -u
jar=$1 classpath=$2 postgres=$3 target=$4
export USER=ada LC_ALL=C.UTF-8 TZ=UTC HOSTNAME=desk
unset CI
M() { java -XX:TieredStopAtLevel=1 -jar "$jar" "$@" </dev/null >>"$log" 2>&1; echo "[$?] $*" >>"$log"; }
fresh() { case=$target/$1; mkdir -p "$case"; cd "$case" || exit 1; log=$target/$1.log; : >"$log"; }
project() { # further lines of the workspace
  mkdir -p campaigns
  printf '%s\n' 'kind: project' 'default_workspace: sandbox' 'workspaces:' '  sandbox:' '    sandbox:' \
    '      clock: 2026-11-30T09:00:00Z' "$@" 'defaults: {senders: [Sales Line], zone: UTC}' \
    'policy: {always_exclude: [DNC, unsubscribed, duplicate]}' >campaigns/muster.yaml
}
fault() { project '      faults:' "        - {operation: $1, fault: $2}" "${@:3}"; }
campaign() { # key, further lines
  local key=$1; shift
  printf '%s\n' 'kind: campaign' "key: $key" "name: Campaign $key" 'owner: crm-team' 'audience: {any: [staff_test]}' \
    'message: {text: "This is a test of our message system. Nothing to do for you."}' \
    'acknowledge: {plan/looks-like-a-rename: they are all alike}' "${@:-schedule: immediately}" >"campaigns/$key.yaml"
}
apply() { M apply --confirm 6; }
stopped() { # point: an apply that is killed there
  mkfifo stop
  MUSTER_CLOCK_AHEAD=$PWD/ahead MUSTER_FAILPOINT=$1:1 java -cp "$classpath" dev.muster.cli.WatchedProgram apply --confirm 6 \
    <stop >out 2>>"$log" & local pid=$!
  exec 9>stop
  until grep -q "reached $1" out; do kill -0 $pid || break; read -rt 0.1 <> <(:); done
  kill -9 $pid; wait $pid 2>/dev/null; exec 9>&-
  cat out >>"$log"; rm -f stop out
}

fresh every-state
project; M init campaigns; rm -f campaigns/hello.yaml
campaign sent; apply
fault create_campaign replayed_by_gateway; campaign sent-twice; apply
fault create_campaign template_refused; campaign refused; apply
fault create_campaign commit_then_drop; campaign given-up; apply
M resolve given-up --abandon --reason "nobody needs it any more"
project; rm campaigns/refused.yaml
fault create_campaign drop; campaign not-sent; apply
project; M sandbox advance PT1H; M resolve not-sent --not-sent --reason "SeaX does not show it an hour later"
campaign later 'schedule: {start: 2026-12-02T10:00, end: 2026-12-02T18:00}'; apply
campaign again; apply; campaign again 'schedule: immediately' 'generation: 2'; apply
project '    single_message: send_whatsapp_message'; M send --from "Sales Line" --to +15550100001 --text "This is a test of our message system. Nothing to do for you." --confirm 1
fault send_message commit_then_drop '    single_message: send_whatsapp_message'; M send --from "Sales Line" --to +15550100002 --text "Our December newsletter is out." --confirm 1
project; M status; M logs sent -o sent.csv
printf 'Phone,Name,Labels\n+15550109901,Ada,vip\n' >people.csv; M contacts import people.csv --confirm 1
fault create_campaign commit_then_drop; campaign in-doubt; apply
project; campaign planned; M plan -o plan.json; M plan planned -o plan-of-one.json

fresh waves
project '    receipt_labels: true'; M init campaigns; rm -f campaigns/hello.yaml
printf '%s\n' 'kind: campaign' 'key: winter-news' 'name: Winter news' 'owner: crm-team' \
  'audience: {all: [premium_customers, whatsapp_opt_in]}' \
  'message: {text: "Our December newsletter is out. Read it here: https://example.com/news"}' 'schedule: immediately' \
  'waves:' '  - only: [vip]' '  - {after: PT2H, max_failed: 2%, min_delivered: 90%}' >campaigns/news.yaml
sed -i 's/^policy: {/policy: {us_marketing: allow, /' campaigns/muster.yaml
M apply --confirm 154

for point in TORN_INTENT AFTER_INTENT BEFORE_POST AFTER_POST AFTER_WITNESS TORN_OUTCOME AFTER_OUTCOME BEFORE_FOLD DURING_FOLD AFTER_FOLD; do
  fresh "killed-$(echo $point | tr 'A-Z_' 'a-z-')"
  project; echo PT0S >ahead; M init campaigns; rm -f campaigns/hello.yaml; campaign killed
  stopped $point; rm -f ahead
done

fresh rescued
project; M init campaigns; rm -f campaigns/hello.yaml
git init -q -b main . && git -c user.name=ada -c user.email=ada@example.com commit -q --allow-empty -m "Begin" && git init -q --bare ../rescued.git
git remote add origin ../rescued.git && git push -q origin main
project '    lock: {store: git, branch: muster/sandbox}'; rm campaigns/sandbox.lock.json; M init campaigns
campaign sent; apply
printf '%s\n' '#!/bin/sh' "read old new ref; ! git cat-file -p \$new | grep -q 'as CONFIRMED'" >../rescued.git/hooks/pre-receive
chmod +x ../rescued.git/hooks/pre-receive
campaign lost; apply
git -C ../rescued.git bundle create -q "$case/remote.bundle" --all; git bundle create -q seen-here.bundle --all
rm -rf ../rescued.git .git

fresh git-killed
project '    lock: {store: git, branch: muster/sandbox}'
git init -q -b main . && git -c user.name=ada -c user.email=ada@example.com commit -q --allow-empty -m "Begin" && git init -q --bare ../git.git
git remote add origin ../git.git && git push -q origin main
echo PT0S >ahead; M init campaigns; campaign sent; apply; campaign killed
stopped BEFORE_POST; rm -f ahead
git -C ../git.git bundle create -q "$case/remote.bundle" --all; git bundle create -q seen-here.bundle --all
rm -rf ../git.git .git

fresh postgres
export LOCK_URL=$postgres
project '    lock: {store: postgres, url_env: LOCK_URL}'; M init campaigns
campaign sent; apply
fault create_campaign commit_then_drop '    lock: {store: postgres, url_env: LOCK_URL}'; campaign in-doubt; apply
project '    lock: {store: postgres, url_env: LOCK_URL}'
for table in muster_schema muster_head muster_history muster_current muster_holder; do
  PGOPTIONS=-csearch_path=${postgres##*=} psql -qAtX "${postgres%%\?*}" -c "COPY $table TO STDOUT" >$table.tsv 2>>"$log"
done
