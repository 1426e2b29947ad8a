#!/bin/sh
# Runs the smoke tests with another version of Spring Boot. What is tested is built with the project's own version, as
# users get it; only the tests' class path changes.
#
# Usage: scripts/compatibility-tests.sh 4.0.7

set -eu
cd "$(dirname "$0")/.."

version=${1:?"Usage: $0 VERSION"}

./mvnw -B test -pl smoke-tests -am -Dtest='io.agentbay.smoke.*Tests' -Dsurefire.failIfNoSpecifiedTests=false \
	"-Dsmoke.spring-boot.version=$version"
