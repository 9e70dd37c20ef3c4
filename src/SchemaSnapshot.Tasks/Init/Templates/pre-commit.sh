#!/bin/sh
# Builds, which refreshes the files of the schema, and stages them with the commit. A breaking change of the schema stops the
# commit; without a database the committed files stay as they are. Once per clone: git config core.hooksPath .githooks
set -e
cd "$(git rev-parse --show-toplevel)"
dotnet build __PROJECT__ -v:q -nologo -clp:NoSummary
if [ -d __SCHEMA__ ]; then git add -- __SCHEMA__; fi
