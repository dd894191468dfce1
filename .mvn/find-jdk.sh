# Sets JAVA_HOME to the newest JDK >= 21 on this machine; sourced by ./mvnw and ./start, so that nobody has to set a variable.
# Looks at JAVA_HOME, at PATH and at the folders where JDKs are usually installed. Says in one sentence when there is none.
jdk_release() { # the feature release of the JDK in folder $1, or 0
  if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    echo 0
  fi
}

find_jdk() {
  best_home='' best_release=20
  if [ -n "${JAVA_HOME-}" ] && [ "$(jdk_release "$JAVA_HOME")" -ge 21 ]; then return 0; fi
  path_java=$(command -v javac 2>/dev/null || true)
  [ -z "$path_java" ] || path_java=$(dirname "$(dirname "$(readlink -f "$path_java" 2>/dev/null || echo "$path_java")")")
  for candidate in "$path_java" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    release=$(jdk_release "$candidate")
    if [ "${release:-0}" -gt "$best_release" ]; then best_home=$candidate best_release=$release; fi
  done
  if [ -z "$best_home" ]; then
    echo 'This project needs a JDK of release 21 or newer (a JDK, not only a JRE), and none was found in JAVA_HOME, in PATH or in the usual folders.' >&2
    exit 1
  fi
  JAVA_HOME=$best_home
  export JAVA_HOME
}
find_jdk
