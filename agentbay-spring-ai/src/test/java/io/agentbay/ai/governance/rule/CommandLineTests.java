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

package io.agentbay.ai.governance.rule;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which programs a command line runs.
 */
class CommandLineTests {

	private static final PathFact HOME = PathFact.trusted("/home/wuying");

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", quoteCharacter = '\0',
			value = { "ls -l -> ls", "ls; rm x -> ls rm", "ls && rm x || cat y -> ls rm cat", "ls & rm x -> ls rm",
					"r''m x -> rm", "r\\m x -> rm", "\"rm\" x -> rm", "'r'\"m\" x -> rm", "/bin/rm x -> rm",
					"FOO=bar rm x -> rm", "(rm x) -> rm", "{ rm x; } -> rm", "echo $(rm x) -> rm echo",
					"echo `rm x` -> rm echo", "echo \"$(rm x)\" -> rm echo", "cat <(rm x) -> rm cat",
					"sh -c 'rm x' -> rm", "bash -lc \"rm x\" -> rm", "sh -c \"sh -c 'rm x'\" -> rm", "eval rm x -> rm",
					"eval 'rm' x -> rm", "env A=1 rm x -> rm", "env -u A rm x -> rm", "command rm x -> rm",
					"exec rm x -> rm", "nohup rm x -> rm", "nice -n 5 rm x -> rm", "timeout 5 rm x -> rm",
					"timeout -k 1 5 rm x -> rm", "sudo rm x -> sudo rm", "sudo -u root rm x -> sudo rm",
					"busybox rm x -> rm", "echo x | xargs rm -> echo rm", "find . -name x -exec rm {} ; -> find rm",
					"if true; then rm x; fi -> true rm", "for f in *; do rm $f; done -> rm",
					"while false; do rm x; done -> false rm", "! rm x -> rm", "ls # rm x -> ls", "echo 'rm x' -> echo",
					"echo rm x -> echo", "cat <<< rm -> cat", "time rm x -> rm", "> x rm y -> rm >", "rm x > y -> rm >",
					"cat < x -> cat", "ls &>> x -> ls >", "ls > /dev/null -> ls", "[ -f x ] -> [", "ls 2>&1 -> ls",
					"echo $((1 + 2)) -> echo" })
	void programsAreFound(String line, String programs) {
		assertThat(programs(line)).containsExactlyInAnyOrder(programs.split(" "));
	}

	@Test
	void pipesAndLinesAreFound() {
		assertThat(programs("ls | rm x")).containsExactly("ls", "rm");
		assertThat(programs("ls |& rm x")).containsExactly("ls", "rm");
		assertThat(programs("ls\nrm x")).containsExactly("ls", "rm");
		assertThat(programs("r\\\nm x")).containsExactly("rm");
		assertThat(programs("cat <<'EOF'\nrm x\nEOF\nls")).containsExactly("cat", "ls");
		assertThat(programs("cat <<EOF\nrm x\nEOF\nrm y")).containsExactly("cat", "rm");
	}

	@ParameterizedTest
	@ValueSource(strings = { "$X x", "${X} x", "r$X x", "$(echo rm) x", "`echo rm` x", "/bin/r? x", "/bin/r* x",
			"{rm,x}", "r{m,} x", "$'rm' x", "$\"rm\" x", "rm 'x", "rm \"x", "echo $(rm", "ls() { rm x; }; ls",
			"function ls { rm x; }; ls", "alias ls=rm\nls x", "source x", ". x", "case a in a) rm x;; esac",
			"[[ a == a ]] && rm x", "PATH=/tmp ls", "LD_PRELOAD=/tmp/x ls", "export PATH=/tmp; ls", "IFS=x; eval rmxy",
			"eval $X", "eval \"$X\"", "sh -c \"$X\"", "sh -c $X", "sh -c \"rm $X\"; $Y", "hash -p /bin/rm ls; ls x",
			"trap 'rm x' EXIT", "x='a[$(rm y)]'; echo $((x))", "let 'a[$(rm x)]'", "test -v 'a[$(rm x)]'",
			"for x do rm y; done", "echo $((rm x) ) ))", "rm\rx", "rm\u0000x", "rm\u00a0x", "cat <<EOF\n$(rm x)\nEOF",
			"cat <<EOF\na\\\nEOF\ncat <<'X'\nEOF\nrm -rf x\nX", "echo ${x@P}", "find . -exec sh -c 'rm {}' ;",
			"~root/x", "xargs sh -c", "xargs -I{} rm {}", "echo \\", "a=(x y)", "echo x(y)" })
	void whatIsComputedOrRedefinedIsNotUnderstood(String script) {
		assertThatExceptionOfType(NotUnderstoodException.class).isThrownBy(() -> {
			List<RunProgram> programs = CommandLine.read(script, new Programs(Set.of()), HOME, HOME);
			if (programs.stream().allMatch(RunProgram::plain)) {
				throw new AssertionError("Understood as " + programs);
			}
			throw new NotUnderstoodException("not plain");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "./rm x", "python3 -c 'x'", "sh x.sh", "sh < x", "sh", "echo cm0= | base64 -d | sh",
			"awk 'BEGIN { system(\"rm x\") }'", "git -c alias.x='!rm y' x", "env -S 'rm x'", "ssh host rm x",
			"sort --compress-program=rm x", "curl -K x", "make", "tar -xf x --to-command=rm", "wget --execute=x y",
			"unknown x", "sudo -i", "nice --adjustment=3 rm x" })
	void programsThatMayRunOthersAreNotPlain(String script) {
		assertThat(CommandLine.read(script, new Programs(Set.of()), HOME, HOME))
			.anySatisfy((program) -> assertThat(program.plain()).isFalse());
	}

	@Test
	void knownProgramsArePlain() {
		assertThat(CommandLine.read("git status", new Programs(Set.of("git")), HOME, HOME))
			.allSatisfy((program) -> assertThat(program.plain()).isTrue());
	}

	@Test
	void scriptsWithinScriptsEnd() {
		String script = "eval ".repeat(200) + "ls";
		assertThatExceptionOfType(NotUnderstoodException.class).isThrownBy(() -> programs(script));
		assertThatExceptionOfType(NotUnderstoodException.class)
			.isThrownBy(() -> programs("echo " + "$(".repeat(5000) + ")".repeat(5000)));
		assertThatExceptionOfType(NotUnderstoodException.class).isThrownBy(() -> programs("(".repeat(5000)));
		assertThatExceptionOfType(NotUnderstoodException.class).isThrownBy(() -> programs("ls;".repeat(1000)));
		assertThatExceptionOfType(NotUnderstoodException.class).isThrownBy(() -> programs("x".repeat(200_000)));
	}

	@Test
	void directoriesAreFollowed() {
		assertThat(directories("cd /a && ls")).containsExactly("/a");
		assertThat(directories("cd /a; ls")).containsExactlyInAnyOrder("/home/wuying", "/a");
		assertThat(directories("(cd /a) && ls")).contains("/home/wuying");
		assertThat(directories("cd /a | ls")).contains("/home/wuying");
		assertThat(directories("ls | cd /a && ls")).contains("/home/wuying");
		assertThat(directories("! cd /a && ls")).contains("/home/wuying");
		assertThat(directories("cd a && cd b && ls")).containsExactly("/home/wuying/a/b");
		assertThat(directories("cd ~/a && ls")).containsExactly("/home/wuying/a");
		assertThat(directories("cd $X && ls")).containsExactly("(unknown)");
		assertThat(directories("cd - && ls")).containsExactly("(unknown)");
	}

	private static List<String> programs(String script) {
		return CommandLine.read(script, new Programs(Set.of()), HOME, HOME).stream().map(RunProgram::name).toList();
	}

	private static List<String> directories(String script) {
		List<RunProgram> programs = CommandLine.read(script, new Programs(Set.of()), HOME, HOME);
		return programs.get(programs.size() - 1).directories().stream().map(PathFact::toString).toList();
	}

}
