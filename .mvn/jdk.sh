# Sourced by ./mvnw and ./cognate: sets JAVA_HOME to a JDK 25, or explains what to install.

jdk_version() { # the feature version of the JDK in folder $1, or nothing
  [ -x "$1/bin/javac" ] || return 0
  if [ -f "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | sed -n '1s/[^"]*"\([0-9][0-9]*\).*/\1/p'
  fi
}

find_jdk() {
  on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$on_path" ]; then
    # Follow the links of alternatives systems to the JDK's own folder.
    while [ -L "$on_path" ]; do
      link=$(readlink "$on_path")
      case $link in /*) on_path=$link ;; *) on_path=$(dirname "$on_path")/$link ;; esac
    done
    on_path=$(dirname "$(dirname "$on_path")")
  fi
  for candidate in "${COGNATE_JAVA_HOME:-}" "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/*25* /usr/java/*25* /opt/java/*25* /opt/*jdk*25* \
    "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* "$HOME"/.local/share/mise/installs/java/*25* \
    "$HOME"/.asdf/installs/java/*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    /opt/homebrew/opt/openjdk@25 /opt/homebrew/opt/openjdk; do
    [ -n "$candidate" ] || continue
    if [ "$(jdk_version "$candidate")" = 25 ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  cat >&2 <<'MESSAGE'
Cognate needs a JDK 25, and none was found in JAVA_HOME, on the PATH or in the usual places.

Install one, for example Eclipse Temurin 25:
  Debian, Ubuntu   apt-get install temurin-25-jdk   (from the Adoptium repository)
  macOS            brew install --cask temurin@25
  SDKMAN!          sdk install java 25-tem

or point COGNATE_JAVA_HOME at one you have.
MESSAGE
  return 1
}

find_jdk || exit 1
