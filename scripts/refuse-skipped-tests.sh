#!/bin/sh
#
# Copyright 2026-present the original author or authors.
#
# Licensed under the Apache License, Version 2.0 (the "License");
# you may not use this file except in compliance with the License.
# You may obtain a copy of the License at
#
#      https://www.apache.org/licenses/LICENSE-2.0
#
# Unless required by applicable law or agreed to in writing, software
# distributed under the License is distributed on an "AS IS" BASIS,
# WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
# See the License for the specific language governing permissions and
# limitations under the License.
#

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
