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
