#!/bin/sh
# Lays the program out in target/cognate of the project, whose folder is the first argument:
#
#   bin/cognate      the launcher
#   lib/             the jars of the server and of the command line
#   lib/native/      SQLite's library, unpacked, so that a start does not unpack it again
#   *.classpath      the jars that each of the two programs needs, in order
#   *.aot            ahead-of-time caches (JEP 514), made by a training run of each program
#   jdk              the JDK they were made with
set -eu

root=$1
here=$root/dist/src
home=$root/target/cognate
fresh=$root/target/cognate.new
: "${JAVA_HOME:?}"
java=$JAVA_HOME/bin/java

rm -rf "$fresh"
mkdir -p "$fresh/bin" "$fresh/lib/native"

lay_out() { # module: copies the jars of its class path and notes their order
  list=
  for jar in $(tr ':' ' ' <"$root/$1/target/classpath") ; do
    name=$(basename "$jar")
    [ -f "$fresh/lib/$name" ] || cp "$jar" "$fresh/lib/$name"
    list=${list:+$list:}lib/$name
  done
  jar=$(ls "$root/$1"/target/cognate-"$1"-*.jar | grep -v -e '-sources' -e '-tests' | head -1)
  cp "$jar" "$fresh/lib/"
  printf 'lib/%s:%s' "$(basename "$jar")" "$list" >"$fresh/$1.classpath"
}
lay_out server
lay_out cli
cp "$here/cognate" "$fresh/bin/cognate"
chmod +x "$fresh/bin/cognate"
printf '%s' "$java" >"$fresh/jdk"

case $(uname -s)-$(uname -m) in
  Linux-x86_64 | Linux-amd64) native=Linux/x86_64/libsqlitejdbc.so ;;
  Linux-aarch64 | Linux-arm64) native=Linux/aarch64/libsqlitejdbc.so ;;
  Darwin-arm64) native=Mac/aarch64/libsqlitejdbc.dylib ;;
  Darwin-x86_64) native=Mac/x86_64/libsqlitejdbc.dylib ;;
  *) native= ;;
esac
if [ -n "$native" ]; then
  (cd "$fresh/lib/native" && "$JAVA_HOME/bin/jar" -xf ../sqlite-jdbc-*.jar "org/sqlite/native/$native" &&
    mv "org/sqlite/native/$native" . && rm -rf org)
fi

# The caches remember where the jars are, so the program moves to its place before they are made.
rm -rf "$home"
mv "$fresh" "$home"
sh "$here/train.sh" "$home"
touch "$home/complete"
