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

# Lists the dependencies and plugins of this build of which there are newer versions.
#
# Usage: scripts/outdated-dependencies.sh [--offline]
#
# With --offline nothing is asked: only versions that the local Maven repository knows are told. A newer version may be
# listed and its jars still be missing: see CONTRIBUTING.md before raising one.

set -eu
cd "$(dirname "$0")/.."

offline=
if [ "${1:-}" = --offline ]; then
	offline=-o
fi

output=$(mktemp)
trap 'rm -f "$output"' EXIT

# Versions are properties of the parent; each is asked about in the module that uses it.
# shellcheck disable=SC2086 # no argument is no argument
./mvnw -B $offline org.codehaus.mojo:versions-maven-plugin:display-property-updates -DallowSnapshots=false \
	'-Dmaven.version.ignore=(?i).*[.-](alpha|beta|b|m|rc|cr|preview|ea)[.-]?[0-9]*' >"$output" 2>&1 || {
	grep '^\[ERROR\]' "$output" >&2
	exit 1
}
found=$(sed -n 's/^\[INFO\] *\(\${.*->.*\)/\1/p' "$output" | sort -u)
echo "${found:-outdated-dependencies: nothing newer is known}"
