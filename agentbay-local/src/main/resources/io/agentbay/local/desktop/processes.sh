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
