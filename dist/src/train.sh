#!/bin/sh
# Makes the ahead-of-time caches: runs each program once as it is used, so that its classes are loaded, linked and
# stored. A start without a cache works too, only slower; so a failure here is told and does not fail the build.
set -u
home=$1
scratch=$(mktemp -d)
trap 'kill "$server" 2>/dev/null; rm -rf "$scratch"' EXIT
server=

java=$(cat "$home/jdk")
classpath() { sed "s#lib/#$home/lib/#g" "$home/$1.classpath"; }
quiet="-Xlog:disable -Xlog:all=error:stderr"
common="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC"

# shellcheck disable=SC2086 # the options are a list
"$java" -XX:AOTCacheOutput="$home/server.aot" $quiet $common -Dorg.sqlite.lib.path="$home/lib/native" \
  -cp "$(classpath server)" dev.cognate.app.Main serve --demo --port 0 --management-port 0 --data "$scratch/data" \
  >"$scratch/out" 2>"$scratch/log" &
server=$!
url=
for _ in $(seq 200); do
  url=$(sed -n 's#.*\(http://127\.0\.0\.1:[0-9]*\).*#\1#p' "$scratch/out" 2>/dev/null | head -1)
  [ -n "$url" ] && break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.1
done
if [ -z "$url" ]; then
  echo "The server's start-up cache was not made: its training run did not start." >&2
  cat "$scratch/out" "$scratch/log" >&2
  exit 0
fi

"$home/bin/cognate" cognito-idp resend-confirmation-code --client-id 12a3b456c7de890f11g123hijk --username jane \
  --endpoint-url "$url" >>"$scratch/log" 2>&1
kill "$server"
wait "$server" 2>/dev/null
[ -f "$home/server.aot" ] || { echo "The server's start-up cache was not written." >&2; cat "$scratch/log" >&2; }

# The demo calls unsigned and signed operations and reads the inbox: all that the command line does.
# shellcheck disable=SC2086 # the options are a list
COGNATE_SERVER_COMMAND="$home/bin/cognate" "$java" -XX:AOTCacheOutput="$home/cli.aot" $quiet $common \
  -XX:TieredStopAtLevel=1 -cp "$(classpath cli)" dev.cognate.cli.Main demo >>"$scratch/log" 2>&1 || {
  echo "The command line's start-up cache may be incomplete: its training run failed." >&2
  cat "$scratch/log" >&2
}
exit 0
