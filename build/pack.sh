#!/usr/bin/env bash
# Packs everything into a folder, with the version that version.json and the git history give.
# Usage: build/pack.sh [folder]          (default artifacts/packages)
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-artifacts/packages}

# Nerdbank.GitVersioning comes from npm here; -p:UseNerdbankGitVersioning=true takes it from NuGet in any build.
# A source archive has no history, and a plain build's version will do for it.
version=
if git rev-parse --verify --quiet HEAD >/dev/null && command -v npm >/dev/null; then
    npm install --prefix artifacts/node --no-audit --no-fund --silent nerdbank-gitversioning@3.10.94
    version=$(DOTNET_ROLL_FORWARD=LatestMajor artifacts/node/node_modules/.bin/nbgv get-version -v NuGetPackageVersion)
fi

dotnet pack -o "$folder" --nologo ${version:+"-p:Version=$version"}
