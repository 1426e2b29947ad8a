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

# What scripts about processes share. Only processes of this session are seen.
# Those with a given variable in their environment, except this script.
marked() {
	grep -lzxs "$1" /proc/[0-9]*/environ | sed 's|/proc/||; s|/environ||' | while read -r p; do
		[ "$p" = $$ ] || [ "$p" = "$PPID" ] || gone "$p" || echo "$p"
	done
}
own() {
	marked "AGENTBAY_SESSION_ID=$AGENTBAY_SESSION_ID"
}
gone() {
	! grep -qs '^State:.[^ZX]' "/proc/$1/status"
}
describe() {
	printf '%s\t%s\t%s\n' "$1" "$(cat "/proc/$1/comm")" "$(tr '\0\n\t' '   ' <"/proc/$1/cmdline")"
}
# Ends processes: politely first, and after two seconds by force.
end() {
	kill -TERM "$@" 2>/dev/null
	n=0
	for p in "$@"; do
		until gone "$p"; do
			n=$((n + 1))
			if [ "$n" -gt 40 ]; then
				kill -KILL "$p" 2>/dev/null
				sleep 0.1
				break
			fi
			sleep 0.05
		done
	done
}
