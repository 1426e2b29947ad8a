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

# Builds the image of the local runtime and runs the tests of the container, with the Docker engine of this machine
# or, for root, with one that is started for it. Where there is none, or no base image can be made, nothing is tested
# and a line says so.
#
# Usage: scripts/container-tests.sh      (after ./mvnw package or verify)

set -eu
cd "$(dirname "$0")/.."

cannot_make_base=75
engine_directory=

say() {
	echo "container-tests: $*"
}

skip() {
	say "SKIPPED, the container is not tested: $*"
	exit 0
}

end_engine() {
	[ -n "$engine_directory" ] || return 0
	kill "$(cat "$engine_directory/pid")" 2>/dev/null || true
	for _ in $(seq 50); do
		[ -e "$engine_directory/pid" ] || break
		sleep 0.2
	done
	rm -rf "$engine_directory" 2>/dev/null || say "left behind: $engine_directory"
}

# Nobody else sees this engine, and nothing that it keeps outlives it.
start_engine() {
	[ "$(id -u)" -eq 0 ] || skip "no Docker engine answers, and only root can start one"
	command -v dockerd >/dev/null 2>&1 || skip "no Docker engine answers, and dockerd is missing (Debian package docker.io)"
	engine_directory=$(mktemp -d)
	trap end_engine EXIT
	export DOCKER_HOST="unix://$engine_directory/socket"
	dockerd --data-root "$engine_directory/data" --exec-root "$engine_directory/exec" --pidfile "$engine_directory/pid" \
		--host "$DOCKER_HOST" >"$engine_directory/log" 2>&1 &
	for _ in $(seq 60); do
		if docker info >/dev/null 2>&1; then
			return 0
		fi
		sleep 0.5
	done
	tail -n 5 "$engine_directory/log"
	skip "dockerd cannot be started here"
}

main() {
	command -v docker >/dev/null 2>&1 || skip "docker is missing (Debian package docker.io)"
	docker info >/dev/null 2>&1 || start_engine
	built=0
	scripts/build-image.sh >/dev/null || built=$?
	[ "$built" -ne "$cannot_make_base" ] || skip "no base image can be made"
	[ "$built" -eq 0 ] || exit "$built"
	TESTCONTAINERS_HOST_OVERRIDE=localhost TESTCONTAINERS_CHECKS_DISABLE=true TESTCONTAINERS_RYUK_DISABLED=true \
		./mvnw -B -q test -pl agentbay-spring-boot-starter-test -am -Dtest=AgentBayContainerTests \
		-Dsurefire.failIfNoSpecifiedTests=false
	scripts/image-bom.sh
	say "passed; target/image-bom.json says what the image is made of"
}

main "$@"
