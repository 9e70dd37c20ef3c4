#!/usr/bin/env bash
# Adds up the trx files of a folder: "N passed, N failed, N skipped". Fails where a test failed or none ran.
set -euo pipefail

# A skip has a reason, and the runner's own output keeps it to itself.
find "$1" -name '*.trx' -exec cat {} + 2>/dev/null |
    awk '
        /outcome="NotExecuted"/ {
            name = match($0, /testName="[^"]*"/) ? substr($0, RSTART + 10, RLENGTH - 11) : "?"
            why = "run on request only"
            skipped = !/\/>$/
            if (!skipped) print "skipped: " name ": " why
        }
        skipped && /<Message>/ { why = $0; gsub(/^ *<Message>|<\/Message>.*$/, "", why) }
        skipped && /<\/UnitTestResult>/ { print "skipped: " name ": " why; skipped = 0 }'

# The test host leaves notExecuted at 0: what was skipped is what was not executed.
find "$1" -name '*.trx' -exec cat {} + 2>/dev/null |
    grep -o '<Counters [^>]*>' |
    awk '
        function value(name) {
            return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0
        }
        { total += value("total"); executed += value("executed"); passed += value("passed") }
        END {
            printf "%d passed, %d failed, %d skipped\n", passed, executed - passed, total - executed
            exit passed == 0 || executed > passed
        }'
