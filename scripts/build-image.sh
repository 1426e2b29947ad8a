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

# Builds the container image of the local runtime from the runnable jar, which ./mvnw package makes.
#
# Usage: scripts/build-image.sh [IMAGE]      (default: agentbay/local-runtime)
#
# BASE_IMAGE names the image to start from. Without it, a small Debian is made by debootstrap (as root) from the
# mirror DEBIAN_MIRROR, with the packages in BASE_PACKAGES, and kept as agentbay/base. The exit code is 75 when that is
# not possible.

set -eu
cd "$(dirname "$0")/.."

image=${1:-agentbay/local-runtime}
packages=${BASE_PACKAGES:-openjdk-17-jre-headless,bubblewrap,util-linux,python3}

say() {
	echo "build-image: $*"
}

fail() {
	say "$*" >&2
	exit 1
}

cannot_make_base() {
	say "$*" >&2
	exit 75
}

make_base() {
	command -v debootstrap >/dev/null 2>&1 || cannot_make_base "debootstrap is missing (Debian package debootstrap); or set BASE_IMAGE"
	root=$(mktemp -d)
	trap 'rm -rf "$root"' EXIT
	say "making a Debian with $packages"
	# shellcheck disable=SC2086 # no mirror is no argument
	debootstrap --variant=minbase --include="$packages" "${DEBIAN_SUITE:-bookworm}" "$root" ${DEBIAN_MIRROR:-} >"$root.log" 2>&1 \
		|| { tail -n 20 "$root.log" >&2; cannot_make_base "debootstrap failed"; }
	rm -rf "$root.log" "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
	tar -C "$root" --exclude=./proc/* --exclude=./sys/* -c . | docker import - agentbay/base >/dev/null
}

main() {
	command -v docker >/dev/null 2>&1 || fail "docker is missing (Debian package docker.io)"
	docker info >/dev/null 2>&1 || fail "no docker engine answers; start one, e.g. dockerd"
	ls agentbay-local/target/agentbay-local-*-exec.jar >/dev/null 2>&1 || fail "no runnable jar: call ./mvnw package first"
	base=${BASE_IMAGE:-agentbay/base}
	if [ -z "${BASE_IMAGE:-}" ] && ! docker image inspect "$base" >/dev/null 2>&1; then
		make_base
	fi
	docker build --build-arg "BASE_IMAGE=$base" -t "$image" . || fail "the image cannot be built"
	say "$image is ready"
}

main "$@"
