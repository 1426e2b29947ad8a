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

# Compares the table of versions in the README with what is built and tested.
#
# Usage: scripts/check-compatibility-table.sh            fails when they differ
#        scripts/check-compatibility-table.sh --others   prints the versions of Spring Boot that are only tested

set -eu
cd "$(dirname "$0")/.."

property() {
	sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" pom.xml | sed -n 1p
}

# The cells of a row, without its name.
row() {
	sed -n "s:^| $1 | \(.*\) |\$:\1:p" README.md
}

wrong() {
	echo "check-compatibility-table: $*" >&2
	exit 1
}

same() {
	[ "$2" = "$3" ] || wrong "the README says '$2' for $1, the build says '$3'"
}

built_boot=$(row "Spring Boot" | cut -d '|' -f 1 | tr -d ' ')
tested_boot=$(row "Spring Boot" | cut -d '|' -f 2 | tr -d ' ')
if [ "${1:-}" = --others ]; then
	echo "$tested_boot" | tr ',' '\n' | grep -vx "$built_boot" || true
	exit 0
fi

same "the Spring Boot of the build" "$built_boot" "$(property spring-boot.version)"
echo "$tested_boot" | tr ',' '\n' | grep -qx "$built_boot" || wrong "the Spring Boot of the build is not among the tested"
same "the Spring AI of the build" "$(row "Spring AI" | cut -d '|' -f 1 | tr -d ' ')" "$(property spring-ai.version)"
same "the Java of the build" "$(row Java | cut -d '|' -f 1 | tr -d ' ')" "$(property java.version)"
for java in $(row Java | cut -d '|' -f 2 | tr -d ','); do
	[ "$java" = "$(property java.version)" ] || grep -q "JDK $java" .ci/second-jdk || wrong "no stage tests JDK $java"
done
for version in $(echo "$tested_boot" | tr ',' ' '); do
	[ "$version" = "$built_boot" ] || grep -q "compatibility-tests.sh" .ci/release || wrong "no stage tests Spring Boot $version"
done
echo "check-compatibility-table: the README says what is built and tested"
