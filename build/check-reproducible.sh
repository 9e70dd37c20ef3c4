#!/usr/bin/env bash
# Packs the commit that is checked out in two clones at different places and fails where a package differs by a byte.
# Usage: build/check-reproducible.sh          (minutes)
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for clone in "$work/one" "$work/some where/else"; do
    git clone --quiet . "$clone"
    for project in SchemaSnapshot SchemaSnapshot.HealthChecks SchemaSnapshot.Sdk; do
        dotnet pack "$clone/src/$project" -v quiet --nologo -o "$clone/packages"
    done
done

cd "$work/one/packages"
for package in *.nupkg; do
    cmp "$package" "$work/some where/else/packages/$package"
    sha256sum "$package"
done
