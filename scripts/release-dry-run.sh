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

# Does all of a release but the upload: builds a copy of the work tree as a release, with Javadoc and sources,
# signed by a key made for it (where there is gpg), deploys that into a folder, looks at what lies there, and builds and
# runs an application outside of the repository that knows nothing but that folder and the BOM.
#
# Usage: scripts/release-dry-run.sh [FOLDER]      (default: a temporary one, which is removed if all went well)
#
# Nothing is installed. Maven takes further arguments from MAVEN_ARGS, e.g. -o; MAVEN_LOCAL_REPOSITORY says where else than
# in ~/.m2/repository the application finds what is not ours.

set -eu
cd "$(dirname "$0")/.."

project=$(pwd)
folder=${1:-}
key_folder=
known=${MAVEN_LOCAL_REPOSITORY:-$HOME/.m2/repository}

say() {
	echo "release-dry-run: $*"
}

make_key() {
	if ! command -v gpg >/dev/null 2>&1; then
		say "no gpg here: nothing is signed"
		signing="-Dgpg.skip=true"
		signed=unsigned
		return
	fi
	# The sockets of gpg's agent must have short names.
	key_folder=$(mktemp -d /tmp/gpg.XXXXXX)
	export GNUPGHOME="$key_folder"
	gpg --batch --quiet --passphrase '' --quick-generate-key 'Dry run <dry-run@example.com>' rsa2048 sign 1d 2>/dev/null
	signing="-Dgpg.bestPractices=false"
	signed=signed
}

clean_up() {
	if [ -n "$key_folder" ]; then
		gpgconf --kill gpg-agent 2>/dev/null || true
		rm -rf "$key_folder"
	fi
}

main() {
	keep=yes
	if [ -z "$folder" ]; then
		folder=$(mktemp -d)
		keep=no
	fi
	mkdir -p "$folder"
	folder=$(cd "$folder" && pwd)
	rm -rf "$folder/source" "$folder/deployed" "$folder/application" "$folder/m2"
	trap clean_up EXIT

	version=$(scripts/copy-as-release.sh "$folder/source")
	make_key
	say "building $version in $folder and deploying it into a folder there"
	(cd "$folder/source" && ./mvnw -B -q -Pjavadoc,release -Dmaven.test.skip=true -Dmaven.install.skip=true \
		-Dlicense.skip=true -Dspring-javaformat.validate.skip=true "$signing" deploy -pl '!smoke-tests,!sample-app,!benchmarks' \
		"-DaltDeploymentRepository=dry-run::file:$folder/deployed")
	java scripts/PublishedArtifacts.java "$folder/deployed" "$version" "$signed"
	if [ "$signed" = signed ]; then
		find "$folder/deployed" -name '*.asc' | while read -r signature; do
			gpg --batch --quiet --verify "$signature" "${signature%.asc}" 2>/dev/null || {
				say "bad signature: $signature" >&2
				exit 1
			}
		done
	fi

	say "using it from an application outside of the repository"
	boot=$(sed -n 's:.*<spring-boot.version>\(.*\)</spring-boot.version>.*:\1:p' pom.xml)
	surefire=$(sed -n 's:.*<maven-surefire-plugin.version>\(.*\)</maven-surefire-plugin.version>.*:\1:p' pom.xml)
	cp -r scripts/release-dry-run "$folder/application"
	(cd "$folder/application" && "$project/mvnw" -B -q "-Dmaven.repo.local=$folder/m2" "-Dmaven.repo.local.tail=$known" \
		"-Dagentbay.version=$version" "-Dspring-boot.version=$boot" "-Dsurefire.version=$surefire" \
		"-Ddry-run.repository=file:$folder/deployed" package)
	grep -q '>dry-run=' "$folder/m2/io/agentbay/agentbay-client/$version/_remote.repositories" || {
		say "the application did not take the client from the folder" >&2
		exit 1
	}
	(cd "$folder/application" && java -jar target/stranger.jar --agentbay.local.data-directory="$folder/application/data" | tee output.txt)
	grep -q "works with AgentBay for Spring $version: 42" "$folder/application/output.txt" || {
		say "the application does not work" >&2
		exit 1
	}
	say "passed"
	[ "$keep" = yes ] || rm -rf "$folder"
}

main
