/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.agentbay.internal.shell;

import java.util.List;
import java.util.Map;

import io.agentbay.internal.text.ShellQuoting;
import org.jspecify.annotations.Nullable;

/**
 * What the shell of a session is told to start a command and to deal with it later. Of
 * each command there is a directory with its outputs, its input, its process id, and, as
 * soon as it has ended, its exit code. Written for any POSIX shell; what is not POSIX is
 * {@code setsid}, {@code base64}, {@code head -c}, and to open a named pipe for both
 * directions.
 */
final class CommandScripts {

	/** How many bytes may wait for the command to read them. */
	private static final int FULL = 1024 * 1024;

	/** Such as a tenth of a second, where a shell can sleep for less than a second. */
	private static final String NAP = "sleep %s 2>/dev/null || sleep 1";

	private static final String BASE = "b=${TMPDIR:-/tmp}/agentbay-commands\n";

	/**
	 * Watches over the command, which is in a process group of its own, and keeps its
	 * exit code. The job control of bash makes such a group without leaving the signals
	 * {@code INT} and {@code QUIT} ignored, as any shell does for what runs beside it.
	 */
	private static final String RUN = """
			b=sh; s=setsid; if [ -n "$BASH_VERSION" ]; then b=$BASH; s=; set -m; fi
			i=/dev/null; [ -f input ] && i=input
			if [ -p in ]; then i=in; $s sh ./feed </dev/null & f=$!; fi
			$s sh ./begin "$1" "$2" "$b" "$PWD" <"$i" >out 2>err & c=$!
			echo "$c $$" >pid.new; mv pid.new pid
			if [ -n "$3" ]; then
			$s sh -c 'sleep "$1"; echo "$1" >late; kill -s TERM -- "-$2"; sleep 2; kill -s KILL -- "-$2"' - "$3" "$c" </dev/null & t=$!
			fi
			wait "$c"; x=$?
			while kill -0 "$c"; do sleep 1; wait "$c"; x=$?; done
			for k in $f $t; do kill -s KILL -- "-$k"; done
			echo "$x" >exit.new; mv exit.new exit
			""";

	/** Becomes the command. */
	private static final String BEGIN = """
			cd -- "$1" || exit; umask "$2"; set -- "$3" "$4"
			. "$2/env"; rm -f "$2/env"
			if [ "$(wc -c <"$2/command")" -lt 100000 ]; then exec "$1" -c -- "$(cat "$2/command")"; fi
			exec "$1" "$2/command"
			""";

	/** Hands pieces of input, in files named by their place, to the command. */
	private static final String FEED = """
			exec 3<>door 4>in; a=0
			while [ ! -f end ] || [ -f "piece.$a" ]; do
			if [ -f "piece.$a" ]; then n=$(wc -c <"piece.$a"); cat "piece.$a" >&4 || break
			rm -f "piece.$a"; a=$((a+n)); echo "$a" >fed
			else read -r n <&3 || break; fi
			done
			exec 4>&-; : >deaf
			""";

	/** Sets x to the exit code, to a dash while the command runs, or to "lost". */
	private static final String STATE = """
			x=-; if [ -f exit ]; then read -r x <exit
			elif [ -f pid ] && read -r c p <pid && ! kill -0 "$p" 2>/dev/null; then
			if [ -f exit ]; then read -r x <exit; else x=lost; fi; fi
			l=-; [ -f late ] && read -r l <late
			set -- $(wc -c out err)
			""";

	private static final String LOOK = """
			i=0; while :; do
			%1$s
			if [ "$x" != - ] || [ "$1" -gt %2$s ] || [ "$3" -gt %3$s ] || [ $i -ge %5$s ]; then break; fi
			i=$((i+1)); t=0.3; [ $i -lt 30 ] && t=0.1; [ $i -lt 10 ] && t=0.02
			sleep $t 2>/dev/null || sleep 1
			done
			echo "$x $1 $3 $l"
			[ "$1" -gt %2$s ] && tail -c +$((%2$s+1)) out | head -c %4$s | base64
			echo -
			[ "$3" -gt %3$s ] && tail -c +$((%3$s+1)) err | head -c %4$s | base64
			echo .
			""";

	private static final String WRITE = """
			z=0; while :; do
			i=0; until mkdir lock 2>/dev/null; do i=$((i+1)); [ $i -gt 250 ] && rmdir lock 2>/dev/null; %5$s; done
			a=0; [ -s writes ] && a=$(tail -n 1 writes) && a=${a#* }
			g=0; [ -s fed ] && read -r g <fed
			if grep -q '^%1$s ' writes 2>/dev/null; then r=done
			elif [ ! -p in ] || [ -f exit ] || [ -f deaf ] || [ -f end ]; then r=closed
			elif [ $((a-g)) -ge %4$s ]; then r=full
			elif printf %%s '%2$s' | base64 -d >piece.new && mv piece.new "piece.$a" && echo "%1$s $((a+%3$s))" >>writes; then
			r=done; echo x 1<>door
			else r=failed; fi
			rmdir lock
			[ $r = full ] && [ $z -lt 100 ] || break
			z=$((z+1)); %5$s
			done; echo $r
			"""
		.replace("%5$s", NAP.formatted("0.1"));

	private CommandScripts() {
	}

	/**
	 * Start a command, unless it was started by this very call before.
	 * @param id its id
	 * @param nonce tells this call from others that use the same id
	 * @param files what is put into its directory, by name
	 * @param moved what is moved there, by name
	 * @param openInput whether it can be written to
	 * @param timeout after how many seconds it is ended, or {@code null}
	 */
	static String start(String id, String nonce, Map<String, String> files, Map<String, String> moved,
			boolean openInput, @Nullable String timeout) {
		StringBuilder script = new StringBuilder("w=$PWD; u=$(umask); umask 077\n").append(BASE)
			.append("command -v setsid >/dev/null || { echo without setsid; exit; }\nmkdir -p \"$b\" || exit\n")
			.append("if mkdir \"$b/%s\" 2>/dev/null; then cd \"$b/%s\" || exit; echo %s >nonce\n".formatted(id, id,
					nonce));
		files.forEach((name, text) -> script.append("printf %s ")
			.append(ShellQuoting.quoted(text))
			.append(" >")
			.append(name)
			.append(" || exit\n"));
		moved.forEach(
				(name, from) -> script.append("mv -- %s %s || exit\n".formatted(ShellQuoting.quotedPath(from), name)));
		List.of(Map.entry("run", RUN), Map.entry("begin", BEGIN), Map.entry("feed", FEED)).forEach((part) -> {
			if (openInput || !part.getKey().equals("feed")) {
				script.append("printf %s ")
					.append(ShellQuoting.quoted(part.getValue()))
					.append(" >")
					.append(part.getKey())
					.append(" || exit\n");
			}
		});
		if (openInput) {
			script.append("mkfifo in door || exit; : >writes\n");
		}
		return script.append(": >out; : >err; date +%s >since\n")
			.append("if [ -f \"$b/.gone-%1$s\" ]; then rm -rf -- \"$b/%1$s\"; echo taken; exit; fi\n".formatted(id))
			.append("q=$(command -v bash) || q=sh; [ -n \"$BASH_VERSION\" ] && set -m\n")
			.append("setsid \"$q\" ./run \"$w\" \"$u\" '%s' </dev/null >/dev/null 2>&1 &\n"
				.formatted((timeout != null) ? timeout : ""))
			.append("else cd \"$b/%s\" || exit; fi\n".formatted(id))
			.append("i=0; while [ ! -s nonce ] && [ $i -lt 100 ]; do i=$((i+1)); %s; done\n"
				.formatted(NAP.formatted("0.02")))
			.append("[ \"$(cat nonce)\" = %s ] || { echo taken; exit; }\n".formatted(nonce))
			.append("i=0; while [ ! -f pid ] && [ $i -lt 500 ]; do i=$((i+1)); %s; done\n"
				.formatted(NAP.formatted("0.02")))
			.append("[ -f pid ] && echo started\n")
			.toString();
	}

	/**
	 * Wait for something new of a command, and fetch it.
	 * @param rounds for how long to wait: 0 not at all, 10 for 0.2 s, 30 for 2.2 s, each
	 * more for 0.3 s
	 */
	static String look(String id, long stdout, long stderr, int most, int rounds) {
		return in(id) + LOOK.formatted(STATE, stdout, stderr, most, rounds);
	}

	static String status(String id) {
		return in(id) + "cd ..\n" + statusOf(id);
	}

	static String list() {
		return BASE + "cd \"$b\" 2>/dev/null || exit 0\nfor d in */; do d=${d%/}; " + statusOf("$d") + "done\n";
	}

	/** One that is being removed has another name before its files go, one by one. */
	private static String statusOf(String directory) {
		return "if cd \"" + directory + "\" && [ -f since ]; then\n" + STATE + """
				read -r a <since; t=$(head -c 200 command | base64 | tr -d '\\n')
				[ $# = 6 ] && [ -d "$b/${PWD##*/}" ] && echo "${PWD##*/} $x $1 $3 $a $t"
				fi; cd "$b" || exit
				""";
	}

	/**
	 * Write to the standard input of a command, unless this was written before.
	 * @param nonce tells this call from others
	 */
	static String write(String id, String nonce, String base64, int length) {
		return in(id) + WRITE.formatted(nonce, base64, length, FULL);
	}

	static String closeInput(String id) {
		return in(id) + "[ -p door ] && : >end && echo x 1<>door; echo done\n";
	}

	static String signal(String id, String name) {
		return in(id) + kill(name) + "echo done\n";
	}

	/**
	 * Kill a command and forget it. What is left is a mark, so that a start that arrives
	 * later, or goes on, starts nothing.
	 */
	static String remove(String id) {
		return BASE + "mkdir -p \"$b\" && : >\"$b/.gone-%1$s\" && rm -rf -- \"$b/.old-%1$s\" || exit\n".formatted(id)
				+ "cd \"$b/%1$s\" 2>/dev/null || { echo done; exit; }\n".formatted(id) + kill("KILL")
				+ "i=0; while [ -f pid ] && [ $i -lt 250 ]; do\n" + STATE + "[ \"$x\" = - ] || break; i=$((i+1)); "
				+ NAP.formatted("0.02")
				+ "; done\ncd \"$b\" && mv -- %1$s .old-%1$s && rm -rf -- .old-%1$s && echo done\n".formatted(id);
	}

	/** Until it leads a group of its own it is alone. */
	private static String kill(String name) {
		return """
				i=0; while [ -d "$PWD" ] && [ ! -f pid ] && [ $i -lt 250 ]; do i=$((i+1)); %2$s; done
				if [ ! -f exit ] && read -r c p <pid; then
				kill -s %1$s -- "-$c" 2>/dev/null || kill -s %1$s "$c" 2>/dev/null; fi
				""".formatted(name, NAP.formatted("0.02"));
	}

	private static String in(String id) {
		return BASE + "cd \"$b/%s\" 2>/dev/null && [ -f since ] || { echo none; exit; }\n".formatted(id);
	}

}
