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

# Builds the work tree as a release twice, in two folders, and compares every published file byte by byte.
#
# Usage: scripts/reproducible-build.sh [FOLDER]
#
# FOLDER is one in which scripts/release-dry-run.sh has built already; then one more build is enough. It is done without
# Javadoc, which takes as long as all the rest; without FOLDER Javadoc is compared, too.
#
# Maven takes further arguments from MAVEN_ARGS, e.g. -o.

set -eu
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

say() {
	echo "reproducible-build: $*"
}

build() {
	scripts/copy-as-release.sh "$1" >/dev/null
	say "building in $1"
	(cd "$1" && ./mvnw -B -q -P"$profiles" -Dgpg.skip=true -Dmaven.test.skip=true -Dlicense.skip=true \
		-Dspring-javaformat.validate.skip=true package -pl '!smoke-tests,!sample-app,!benchmarks')
}

# What is published of a build, with its fingerprints.
published() {
	(cd "$1" && for pom in */target/published-pom.xml; do
		target=$(dirname "$pom")
		find "$target" -maxdepth 1 \( -name '*.jar' -o -name published-pom.xml -o -name bom.json -o -name bom.xml \) -exec sha256sum {} +
	done | sort -k 2)
}

if [ -n "${1:-}" ]; then
	profiles=release
	first=$1/source
else
	profiles=javadoc,release
	first=$folder/first
	build "$first"
fi
build "$folder/second"
published "$folder/second" >"$folder/second.txt"
if [ "$profiles" = release ]; then
	published "$first" | grep -v -e '-javadoc.jar$' >"$folder/first.txt"
	sed -i '/-javadoc.jar$/d' "$folder/second.txt"
else
	published "$first" >"$folder/first.txt"
fi
if ! diff "$folder/first.txt" "$folder/second.txt"; then
	say "the builds differ" >&2
	exit 1
fi
say "$(wc -l <"$folder/first.txt") files are the same in both builds"
