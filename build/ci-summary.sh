#!/usr/bin/env bash
# Adds up the trx files of a folder: "N passed, N failed, N skipped". Fails where a test failed or none ran.
set -euo pipefail

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
