#!/bin/sh
# Fails when a test of the last build was skipped, and says which and why: where the optional
# programs are installed nothing is left to chance. Tests of another JDK are no loss.
#
# Usage: scripts/refuse-skipped-tests.sh      (after ./mvnw verify, from anywhere)

set -eu
cd "$(dirname "$0")/.."

reports=$(find . -path '*/target/surefire-reports/TEST-*.xml')
[ -n "$reports" ] || {
	echo "refuse-skipped-tests: no reports; run ./mvnw verify first" >&2
	exit 2
}

# shellcheck disable=SC2086 # one word per report
skipped=$(grep -B 1 '<skipped' $reports | grep -E '<testcase|<skipped' | paste - - | grep -v 'JRE version' || true)
if [ -n "$skipped" ]; then
	echo "These tests were skipped:" >&2
	echo "$skipped" | sed -E 's/.*<testcase name="([^"]*)" classname="([^"]*)".*<skipped( message="([^"]*)")?.*/  \2.\1: \4/' >&2
	exit 1
fi
echo "No test was skipped."
