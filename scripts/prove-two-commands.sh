#!/usr/bin/env bash
# Proves the two commands' promises from clones of HEAD: as root in a 0700 folder, as an ordinary user, with
# NODE_ENV=production, under npm 10.8 and on Node 22; SIGTERM to npm, Ctrl-C to its group, kill -9 of node and of
# PostgreSQL; and counts the processes left behind. Linux, as root. Usage: scripts/prove-two-commands.sh [CASE…]
set -uo pipefail
repo=$(git rev-parse --show-toplevel)
base=$(mktemp -d)
port=3900
failures=0
say() { printf '%-34s %-46s %s\n' "$1" "$2" "$3"; [ "$3" = ok ] || failures=$((failures + 1)); }

# Processes of a start in this folder: node of the house, and PostgreSQL on its data (wherever that had to be placed).
ours() { pgrep -f "scripts/start.mjs" -a | grep -v prove | wc -l; }
servers() { pgrep -f 'bin/postgres -D' | wc -l; }
answers() { curl -fs "http://127.0.0.1:$port/readyz" >/dev/null 2>&1; }
until_ready() { for _ in $(seq 1 "$1"); do answers && return 0; sleep 1; done; return 1; }
until_gone() { for _ in $(seq 1 20); do [ "$(ours)" = 0 ] && [ "$(servers)" = "$idle" ] && return 0; sleep 0.5; done; return 1; }

one_case() { # name, how to run a command as the wanted user, environment, npm
  local name=$1 as=$2 env=$3 npm=$4 folder=$5
  local start="cd $folder && export PORT=$port $env && exec setsid $npm start >> start.log 2>&1"
  $as bash -c "$start" & local job=$!
  if until_ready 240; then say "$name" "npm start from a bare clone answers" ok; else say "$name" "npm start from a bare clone answers" FAILED; tail -5 "$folder/start.log"; return; fi
  local npm_pid; npm_pid=$(pgrep -f '^npm start' | head -n 1)
  kill -TERM "$npm_pid"; until_gone && say "$name" "SIGTERM to npm stops everything" ok || say "$name" "SIGTERM to npm stops everything" FAILED
  local began=$SECONDS
  $as bash -c "$start" & until_ready 60 && say "$name" "second start in $((SECONDS - began)) s" ok || say "$name" "second start" FAILED
  npm_pid=$(pgrep -f '^npm start' | head -n 1)
  kill -INT -- "-$(ps -o pgid= -p "$npm_pid" | tr -d ' ')"; until_gone && say "$name" "Ctrl-C to the group stops everything" ok || say "$name" "Ctrl-C to the group stops everything" FAILED
  $as bash -c "$start" & until_ready 60
  pkill -9 -f 'scripts/start.mjs'; sleep 1
  $as bash -c "$start" & until_ready 60 && [ "$(servers)" = $((idle + 1)) ] && say "$name" "after kill -9 of node: starts, one server" ok || say "$name" "after kill -9 of node: starts, one server" FAILED
  pkill -9 -n -f 'bin/postgres -D'; sleep 2
  until_ready 30 && say "$name" "after kill -9 of PostgreSQL: answers again" ok || say "$name" "after kill -9 of PostgreSQL: answers again" FAILED
  npm_pid=$(pgrep -f '^npm start' | head -n 1); kill -TERM "$npm_pid"; until_gone && say "$name" "nothing left behind" ok || say "$name" "nothing left behind" FAILED
  wait "$job" 2>/dev/null
}

idle=$(servers)
if answers || [ "$(ours)" != 0 ]; then echo 'another house is running; stop it first'; exit 2; fi
clone() { git clone -q "$repo" "$1"; }
wanted=${*:-root user production npm10 node22}
for case in $wanted; do
  folder="$base/$case/fuhan"
  mkdir -p "$base/$case"
  case $case in
    root) clone "$folder"; one_case "root in a 0700 folder" "" "" npm "$folder" ;;
    user) chmod 755 "$base" "$base/$case"; clone "$folder"; chown -R nobody "$base/$case"; one_case "ordinary user" "setpriv --reuid=nobody --clear-groups env HOME=$base/$case" "" npm "$folder"; chmod 700 "$base" ;;
    production) clone "$folder"; one_case "NODE_ENV=production" "" "NODE_ENV=production" npm "$folder" ;;
    npm10) clone "$folder"; one_case "npm 10.8.2" "" "" "npx -y npm@10.8.2" "$folder" ;;
    node22) clone "$folder"; one_case "Node 22" "" "" "npx -y -p node@22 -- npm" "$folder" ;;
  esac
done
rm -rf "$base"
echo "$failures failures"
[ "$failures" = 0 ]
