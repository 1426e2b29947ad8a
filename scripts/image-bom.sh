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

# What the image is made of, as a CycloneDX bill of materials: the packages of its system and the libraries of the runtime.
#
# Usage: scripts/image-bom.sh [IMAGE [FILE]]      (default: agentbay/local-runtime target/image-bom.json)
# Needs the image, python3 and an engine that answers.

set -eu
cd "$(dirname "$0")/.."

image=${1:-agentbay/local-runtime}
file=${2:-target/image-bom.json}
version=$(sed -n 's:^\t<version>\(.*\)</version>:\1:p' pom.xml | head -n 1)

./mvnw -B -q org.cyclonedx:cyclonedx-maven-plugin:"$(sed -n 's:.*<cyclonedx-maven-plugin.version>\(.*\)</.*:\1:p' pom.xml)":makeBom \
	-pl agentbay-local -Dcyclonedx.skip=false -DincludeTestScope=false -DoutputFormat=json -DoutputName=image-libraries
mkdir -p "$(dirname "$file")"
packages=$(mktemp)
trap 'rm -f "$packages"' EXIT
docker run --rm --entrypoint dpkg-query "$image" --show \
	--showformat '${Package}\t${Version}\t${Architecture}\t${source:Package}\n' >"$packages"
system=$(docker run --rm --entrypoint sh "$image" -c '. /etc/os-release; echo "$ID-$VERSION_ID"')
python3 scripts/image_bom.py "$image" "$version" "$system" "$packages" agentbay-local/target/image-libraries.json >"$file"
