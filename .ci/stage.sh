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
# What the stages have in common; they source it. A stage is a function "work" that takes its steps one by one:
#
#   step "what is done" COMMAND...
#
# All that is printed, the reports of the tests and their slowest twenty are kept in reports/STAGE. When a step fails, the
# last lines say which, which tests, and how to repeat it alone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

stage=$(basename "$0")
reports=reports/$stage

# The rules of the house say the same on every JDK; the stage "full" has checked them.
rules_are_checked="-Denforcer.skip=true -Dlicense.skip=true -Dspring-javaformat.validate.skip=true"

# A busy machine can upset a test of processes or of time. Such a one runs once more, and is told by name if it passes then:
# it has a fault, or has found one.
unsteady_once_more="-Dsurefire.rerunFailingTestsCount=1"

step() {
  local what=$1 seconds=$SECONDS
  shift
  {
    echo "$what"
    printf '%q ' "$@"
  } >"$reports/step"
  echo "== $stage: $what"
  "$@"
  echo "== $stage: $what, $((SECONDS - seconds)) s"
}

# The older a report, the more it misleads.
forget_reports() {
  find . -type d -path '*/target/surefire-reports' -prune -exec rm -rf {} +
}

keep_reports() {
  local report module
  find . -path './reports' -prune -o -path '*/target/surefire-reports/*' -newer "$reports/start" -type f -print | while read -r report; do
    module=$(echo "$report" | cut -d / -f 2)
    mkdir -p "$reports/tests/$module"
    cp "$report" "$reports/tests/$module"
  done
  [ -d "$reports/tests" ] || return 0
  find "$reports/tests" -name 'TEST-*.xml' -exec grep -h '<testcase ' {} + \
    | sed -nE 's/.*<testcase name="([^"]*)" classname="([^"]*)" time="([0-9.,]*)".*/\3 s  \2.\1/p' | tr -d , \
    | sort -rn | sed -n 1,20p >"$reports/slowest-tests.txt"
}

failed_tests() {
  tests_with '(failure|error)' | sed -n '1,20s/^/  failed test: /p'
}

unsteady_tests() {
  tests_with 'flaky(Failure|Error)' | sed 's/^/  unsteady test: /'
}

tests_with() {
  [ -d "$reports/tests" ] || return 0
  find "$reports/tests" -name 'TEST-*.xml' -exec grep -hE -A 1 '<testcase ' {} + | grep -B 1 -E "<$1" \
    | sed -nE 's/.*<testcase name="([^"]*)" classname="([^"]*)".*/\2.\1/p' | sort -u || true # there may be none
}

run_stage() {
  local status
  rm -rf "$reports"
  mkdir -p "$reports"
  touch "$reports/start"
  set +e
  (
    set -e
    work
  ) 2>&1 | tee "$reports/log.txt"
  status=${PIPESTATUS[0]}
  set -e
  keep_reports
  unsteady_tests | tee "$reports/unsteady-tests.txt"
  if [ "$status" -ne 0 ]; then
    {
      echo
      echo "FAILED: stage $stage, at: $(sed -n 1p "$reports/step" 2>/dev/null)"
      failed_tests
      echo "  this step again: $(sed -n '2,$p' "$reports/step" 2>/dev/null)"
      echo "  this stage again: .ci/$stage"
      echo "  reports: $reports"
    } | tee "$reports/failure.txt"
    exit "$status"
  fi
  rm -f "$reports/start" "$reports/step"
  echo "== $stage: passed in $SECONDS s, reports in $reports"
}

find_newer_jdk() {
  find "${AGENTBAY_JDKS:-/usr/lib/jvm}" -maxdepth 1 -type d -name '*25*' 2>/dev/null | sort | sed -n 1p
}
