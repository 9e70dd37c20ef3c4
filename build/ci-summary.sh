#!/usr/bin/env bash
# Adds up the trx files of a folder: the slowest tests, what was skipped and why, what failed and how, and last
# "N passed, N failed, N skipped". Fails where a test failed or none ran.
set -euo pipefail

results() {
    find "$1" -name '*.trx' -exec cat {} + 2>/dev/null
}

# The runner's own output keeps the reason of a skip to itself, and what failed is far above the end of the log.
results "$1" | awk '
    function attribute(name) {
        return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : "?"
    }
    function told(why) { print outcome ": " test ": " why; outcome = "" }
    /<UnitTestResult / { test = attribute("testName") }
    /<UnitTestResult .*outcome="NotExecuted"/ { outcome = "skipped" }
    /<UnitTestResult .*outcome="Failed"/ { outcome = "failed" }
    /<UnitTestResult .*outcome="NotExecuted".*\/>$/ { told("run on request only") }
    outcome && /<Message>/ {
        sub(/^ *<Message>/, "")
        message = $0
        while (message !~ /<\/Message>/ && length(message) < 500 && (getline > 0)) message = message " | " $0
        sub(/<\/Message>.*/, "", message)
        told(message)
    }
    outcome && /<\/UnitTestResult>/ { told("?") }
' | sort -r

echo "slowest:"
results "$1" | sed -n 's/.*<UnitTestResult .* testName="\([^"]*\)".* duration="\([^"]*\)".*/\2 \1/p' | sort -r | sed -n 1,5p

# The test host leaves notExecuted at 0: what was skipped is what was not executed.
results "$1" | grep -o '<Counters [^>]*>' | awk '
    function value(name) {
        return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0
    }
    { total += value("total"); executed += value("executed"); passed += value("passed") }
    END {
        printf "%d passed, %d failed, %d skipped\n", passed, executed - passed, total - executed
        exit passed == 0 || executed > passed
    }'
