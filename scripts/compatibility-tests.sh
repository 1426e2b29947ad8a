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

# Runs the smoke tests with another version of Spring Boot. What is tested is built with the project's own version, as
# users get it; only the tests' class path changes.
#
# Usage: scripts/compatibility-tests.sh 4.0.7

set -eu
cd "$(dirname "$0")/.."

version=${1:?"Usage: $0 VERSION"}

./mvnw -B test -pl smoke-tests -am -Dtest='io.agentbay.smoke.*Tests' -Dsurefire.failIfNoSpecifiedTests=false \
	"-Dsmoke.spring-boot.version=$version"
