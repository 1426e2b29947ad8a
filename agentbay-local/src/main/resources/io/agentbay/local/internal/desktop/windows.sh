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

# What scripts about windows share. Window ids are decimal.
ids() {
	xprop -root _NET_CLIENT_LIST | sed 's/.*# *//; s/, */ /g; /not found/d' | while read -r line; do
		for id in $line; do echo $((id)); done
	done
}
active() {
	id=$(xprop -root _NET_ACTIVE_WINDOW | sed -n 's/.*# *\(0x[0-9a-f]*\).*/\1/p')
	echo $((id))
}
known() {
	ids | grep -qx "$1" || {
		echo "There is no window $1" >&2
		exit 1
	}
}
# The list of windows may still have one that has gone.
there() {
	xprop -id "$1" WM_CLASS >/dev/null 2>&1
}
has() {
	xprop -id "$1" _NET_WM_STATE | grep -q "$2"
}
# Waits until what it is given is true, for at most two seconds.
await() {
	n=0
	until "$@" 2>/dev/null; do
		n=$((n + 1))
		[ "$n" -le 40 ] || return 1
		sleep 0.05
	done
}
late() {
	echo "The window did not change within 2 s" >&2
	exit 1
}
describe() {
	facts=$(xprop -id "$1" _NET_WM_PID WM_TRANSIENT_FOR 2>/dev/null) || return 0
	place=$(xdotool getwindowgeometry --shell "$1" 2>/dev/null) || return 0
	title=$(xdotool getwindowname "$1" 2>/dev/null | tr '\n\t' '  ')
	pid=$(echo "$facts" | sed -n 's/^_NET_WM_PID.* = \([0-9]*\).*/\1/p')
	owner=$(echo "$facts" | sed -n 's/^WM_TRANSIENT_FOR.*# *\(0x[0-9a-f]*\).*/\1/p')
	name=$(cat "/proc/${pid:-0}/comm" 2>/dev/null)
	X=0 Y=0 WIDTH=0 HEIGHT=0
	eval "$(echo "$place" | grep -E '^(X|Y|WIDTH|HEIGHT)=-?[0-9]+$')"
	printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$((owner))" "$X" "$Y" "$WIDTH" "$HEIGHT" "${pid:-0}" "$name" "$title"
}
