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

package io.agentbay.local.internal.desktop;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The applications of a desktop.
 */
public final class Apps {

	private static final String SHARED = Scripts.read("processes.sh");

	private static final int FACTS = 3;

	private final Desktop desktop;

	Apps(Desktop desktop) {
		this.desktop = desktop;
	}

	/**
	 * The applications that are installed.
	 * @param startMenu whether to list those of the start menu
	 * @param icons whether to list those on the desktop
	 * @param ignoreSystemApps whether to leave out tools and settings of the system
	 * @return the applications by name
	 * @throws IOException if that is not possible
	 */
	public List<App> installed(boolean startMenu, boolean icons, boolean ignoreSystemApps) throws IOException {
		return new DesktopEntries(this.desktop.paths()).find(startMenu, icons, ignoreSystemApps);
	}

	/**
	 * Start an application. A shell stays beside it only if the command needs one. It has
	 * failed if it ends with an exit code other than 0 within half a second. Chrome, by
	 * the command that it has in the service, is Chromium where only that is installed.
	 * @param command what starts it, for the shell
	 * @param directory where to start it, a path of the session
	 * @return the processes that then run
	 * @throws IOException if it cannot be started
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public List<AppProcess> start(String command, String directory) throws IOException, InterruptedException {
		String script = """
				errors=$(mktemp) || exit 1
				line=$START
				unset START
				named=${line%% *}
				case $named in google-chrome | google-chrome-stable | /usr/bin/google-chrome | /usr/bin/google-chrome-stable)
					command -v "$named" >/dev/null || {
						arguments=${line#"$named"}
						line="chromium --no-sandbox --no-first-run${arguments%" %U"}"
					} ;;
				esac
				case $line in *[!A-Za-z0-9\\ ./_=:,@%+-]*) ;; *)
					case $(command -v "${line%% *}") in /*) line="exec $line" ;; esac ;;
				esac
				/bin/sh -c "$line" >/dev/null 2>"$errors" &
				started=$!
				n=0
				until [ "$n" = 10 ] || gone "$started"; do n=$((n + 1)); sleep 0.05; done
				if gone "$started"; then
					wait "$started"; code=$?
					[ "$code" = 0 ] || { echo "It ended with exit code $code. $(cat "$errors")" >&2; rm "$errors"; exit 1; }
				fi
				rm "$errors"
				for p in $(marked "AGENTBAY_COMMAND_ID=$AGENTBAY_COMMAND_ID"); do describe "$p"; done 2>/dev/null
				true""";
		return read(this.desktop.run(SHARED + script, Map.of("START", command), directory));
	}

	/**
	 * The processes that have a window.
	 * @return the processes
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */

	public List<AppProcess> visible() throws IOException, InterruptedException {
		String pids = this.desktop.windows()
			.list()
			.stream()
			.flatMap(Apps::withChildren)
			.map(Windows.Window::pid)
			.filter((pid) -> pid > 0)
			.distinct()
			.map(String::valueOf)
			.collect(Collectors.joining(" "));
		return read(run("for p in " + pids + "; do gone \"$p\" || describe \"$p\"; done", Map.of()));
	}

	/**
	 * End all processes of a name.
	 * @param name the name of the processes, or of their program
	 * @throws IOException if there is none
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void stopByName(String name) throws IOException, InterruptedException {
		run("""
				found=
				for p in $(own); do
					program=$(tr '\\0' '\\n' <"/proc/$p/cmdline" | head -n 1)
					if [ "$(cat "/proc/$p/comm")" = "$NAME" ] || [ "${program##*/}" = "$NAME" ]; then
						found="$found $p"
					fi
				done 2>/dev/null
				[ -n "$found" ] || { echo "No process of this session is named $NAME" >&2; exit 1; }
				end $found""", Map.of("NAME", name));
	}

	/**
	 * End a process.
	 * @param pid its number, as the session sees it
	 * @throws IOException if it is not there
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void stopByPid(long pid) throws IOException, InterruptedException {
		run("own | grep -qx \"$PID\" || { echo \"No process of this session has the number $PID\" >&2; exit 1; }; "
				+ "end \"$PID\"", Map.of("PID", Long.toString(pid)));
	}

	/**
	 * Run a command that stops an application.
	 * @param command the command, for the shell
	 * @throws IOException if it fails
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void stopByCommand(String command) throws IOException, InterruptedException {
		this.desktop.run(command);
	}

	private String run(String script, Map<String, String> variables) throws IOException, InterruptedException {
		return this.desktop.run(SHARED + script, variables);
	}

	private static Stream<Windows.Window> withChildren(Windows.Window window) {
		return Stream.concat(Stream.of(window), window.children().stream().flatMap(Apps::withChildren));
	}

	private static List<AppProcess> read(String said) {
		return said.lines()
			.map((line) -> line.split("\t", FACTS))
			.filter((facts) -> facts.length == FACTS)
			.map((facts) -> new AppProcess(facts[1], Long.parseLong(facts[0]), facts[2].strip()))
			.toList();
	}

	/**
	 * A process of an application.
	 *
	 * @param name its name
	 * @param pid its number
	 * @param commandLine how it was started
	 */
	public record AppProcess(String name, long pid, String commandLine) {
	}

	/**
	 * An application.
	 *
	 * @param name its name
	 * @param startCommand what starts it
	 * @param stopCommand what stops it
	 * @param workDirectory where to start it, empty for anywhere
	 */
	public record App(String name, String startCommand, String stopCommand, String workDirectory) {
	}

}
