#!/usr/bin/env bash
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

# Copies what git would hand out, with what is not committed yet, and makes a release of the snapshot there. Prints the
# version.
#
# Usage: scripts/copy-as-release.sh FOLDER

set -eu
cd "$(dirname "$0")/.."

folder=${1:?"Usage: $0 FOLDER"}

mkdir -p "$folder"
git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
	[ ! -e "$file" ] || printf '%s\0' "$file"
done | tar --null -cf - -T - | tar -xf - -C "$folder"
snapshot=$(sed -n 's:.*<version>\(.*-SNAPSHOT\)</version>.*:\1:p' pom.xml | sed -n 1p)
version=${snapshot%-SNAPSHOT}
sed -i "s:<version>$snapshot</version>:<version>$version</version>:" "$folder/pom.xml" "$folder"/*/pom.xml
echo "$version"
