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

# Lists the licences of all that the published modules need, and compares them with scripts/allowed-licences.txt.
#
# Usage: scripts/check-licences.sh [FOLDER]
#
# FOLDER is one in which scripts/release-dry-run.sh has built already. Without it the SBOMs are made here, from what the
# last ./mvnw package left. The list is written to reports/licences.txt.

set -eu
cd "$(dirname "$0")/.."

folder=${1:-}
if [ -z "$folder" ]; then
	folder=.
	./mvnw -B -q -Prelease -Dgpg.skip=true -Dmaven.test.skip=true package
fi
mkdir -p reports
java scripts/LicenceCheck.java "$folder" scripts/allowed-licences.txt reports/licences.txt
