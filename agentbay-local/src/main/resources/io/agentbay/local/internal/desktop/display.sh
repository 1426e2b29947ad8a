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

# The display of a session: $1 is its number, $2 width, height and depth.
# Says "missing PROGRAM PACKAGE", "failed", or "ready" and where the picture is.
exec 3<&-
while read -r program package; do
	command -v "$program" >/dev/null 2>&1 || {
		echo "missing $program $package"
		exit 0
	}
done <<END
Xvfb xvfb
openbox openbox
xdotool xdotool
wmctrl wmctrl
xprop x11-utils
END
here=$(dirname "$0")
mkdir -p -m 1777 /tmp/.X11-unix
mkfifo "$here/started" || exit 1
# Without abstract sockets: they have no walls.
Xvfb ":$1" -displayfd 4 -screen 0 "$2" -dpi 96 -nolisten tcp -nolisten local -fbdir "$here" 4>"$here/started" >&2 &
server=$!
read -r number <"$here/started" || {
	echo failed
	exit 1
}
export DISPLAY=":$number"
openbox >&2 &
i=0
until wmctrl -m >/dev/null 2>&1; do
	i=$((i + 1))
	if [ "$i" -gt 200 ] || ! kill -0 "$server"; then
		echo failed
		exit 1
	fi
	sleep 0.05
done
! command -v xsetroot >/dev/null 2>&1 || xsetroot -solid '#35506b' >&2
echo "ready $(basename "$here")"
wait "$server"
