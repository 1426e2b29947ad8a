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

package io.agentbay.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.agentbay.local.TestClient.Answer;
import io.agentbay.local.TestClient.ToolAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Attempts to get from a session to what is not its own, or to harm the runtime, made
 * with each kind of isolation. What is not stopped without walls, by design, is only made
 * with them.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class HostileSuite {

	private static final String SECRET = "secret-" + UUID.randomUUID();

	private final Isolation isolation;

	private LocalAgentBay runtime;

	private TestClient client;

	private String attacker;

	private String victim;

	private Path machine;

	HostileSuite(Isolation isolation) {
		this.isolation = isolation;
	}

	@BeforeAll
	void prepare(@TempDir Path directory) throws IOException {
		this.machine = directory;
		Files.writeString(this.machine.resolve("secret"), SECRET);
		this.runtime = LocalAgentBay.builder()
			.isolation(this.isolation)
			.maxProcesses(200)
			.maxMemoryBytes(256L * 1024 * 1024)
			.maxDiskBytes(64L * 1024 * 1024)
			.start();
		this.client = new TestClient(this.runtime);
		this.attacker = this.client.createSession("Timeout", "3600");
		this.victim = this.client.createSession("Timeout", "3600");
		this.client.tool(this.victim, "write_file", Map.of("path", "secret", "content", SECRET));
		this.client.shell(this.victim, "nohup sleep 3600 >/dev/null 2>&1 & echo started");
	}

	@AfterAll
	void closeRuntime() {
		this.runtime.close();
	}

	/** Paths that the tools are given: none may lead out. */
	@TestFactory
	Stream<DynamicTest> paths() {
		String secret = this.machine.resolve("secret").toString();
		List<String> paths = new ArrayList<>();
		for (String up : List.of("../", "../../", "/../", "/tmp/../../", "./../.", "//..//", "~/../../../",
				"c:\\..\\..\\")) {
			paths.add(up.repeat(12) + secret.substring(1));
		}
		paths.addAll(
				List.of(secret, "/proc/self/root" + secret, "/proc/1/root" + secret, "/proc/self/cwd/../../" + secret,
						"/proc/self/environ", "/proc/self/mem", "/dev/mem", "/dev/kmsg", "/etc/shadow", "/etc/sudoers",
						"/etc/ssh/ssh_host_rsa_key", "/etc/gshadow", "/root/.ssh/id_rsa", "/root/.bashrc",
						"/var/log/syslog", "/sys/kernel/notes", "/run/docker.sock", "/home", "/boot/vmlinuz", "/opt"));
		List<DynamicTest> attempts = new ArrayList<>();
		for (String path : paths) {
			attempts.add(DynamicTest.dynamicTest("read " + path,
					() -> refusedOrHarmless("read_file", Map.of("path", path))));
			attempts.add(DynamicTest.dynamicTest("read many " + path,
					() -> refusedOrHarmless("read_multiple_files", Map.of("paths", List.of(path)))));
			attempts.add(DynamicTest.dynamicTest("search " + path,
					() -> refusedOrHarmless("search_files", Map.of("path", path, "pattern", "*secret*"))));
		}
		return attempts.stream();
	}

	/** Links that lead out for the machine, and must not for the runtime. */
	@TestFactory
	Stream<DynamicTest> links() {
		String secret = this.machine.resolve("secret").toString();
		List<DynamicTest> attempts = new ArrayList<>();
		for (String target : List.of(secret, "/proc/self/root" + secret, "../../../../../../../../.." + secret,
				"/proc/1/root", "/etc/shadow", "/dev/mem")) {
			String link = "link-" + UUID.randomUUID();
			attempts.add(DynamicTest.dynamicTest("link to " + target, () -> {
				this.client.shell(this.attacker, "cd ~; ln -s '" + target + "' " + link);
				for (Map.Entry<String, Map<String, ?>> call : Map
					.<String, Map<String, ?>>of("read_file", Map.of("path", link), "write_file",
							Map.of("path", link, "content", "overwritten"), "edit_file",
							Map.of("path", link, "edits", List.of(Map.of("oldText", "s", "newText", "t"))),
							"list_directory", Map.of("path", link), "get_file_info", Map.of("path", link + "/shadow"))
					.entrySet()) {
					refusedOrHarmless(call.getKey(), call.getValue());
				}
				assertThat(this.machine.resolve("secret")).hasContent(SECRET);
			}));
		}
		return attempts.stream();
	}

	/** Commands that reach for what is not the session's; only walls stop them. */
	@TestFactory
	Stream<DynamicTest> commands() {
		if (this.isolation == Isolation.HOST) {
			// Without walls commands may what the user may who runs the JVM.
			return Stream.empty();
		}
		String secret = this.machine.resolve("secret").toString();
		List<String> commands = List.of("cat " + secret, "cat /proc/1/root" + secret, "cat /proc/*/root" + secret,
				"find / -name secret -newermt 2000-01-01 -not -path '/proc/*' -exec cat {} +", "cat /etc/shadow",
				"mount -t tmpfs none /mnt", "mount --bind / /mnt && cat /mnt" + secret,
				"chroot /proc/1/root cat " + secret, "nsenter -t 1 -m cat " + secret, "unshare -Ur cat " + secret,
				"unshare -Urm mount -o remount,rw /usr", "mknod disk b 8 0", "mknod mem c 1 1",
				"dd if=/dev/sda count=1", "dd if=/dev/mem count=1", "dmesg", "modprobe loop", "insmod x.ko",
				"reboot -f", "echo b > /proc/sysrq-trigger", "echo 1 > /proc/sys/kernel/panic",
				"sysctl -w kernel.hostname=x", "hostname owned", "date -s 2000-01-01", "touch /usr/owned",
				"touch /bin/owned", "touch /etc/owned", "chmod 777 /etc/passwd", "echo x >> /etc/passwd",
				"su -c 'cat " + secret + "'", "sudo cat " + secret, "setpriv --reuid 0 cat " + secret,
				"cp /bin/sh s; chmod 4755 s; chown 0 s", "capsh --caps=cap_sys_admin+ep -- -c 'mount /dev/sda /mnt'",
				"ls /sys/fs/cgroup/*/agentbay*", "echo 0 > /sys/fs/cgroup/cgroup.procs", "cat /proc/kcore | head -c 1",
				"cat /proc/[0-9]*/environ | grep -a AGENTBAY_API_KEY", "strings /proc/[0-9]*/mem", "gdb -p 1 -batch",
				"timeout 2 strace -p 1", "kill -9 -1; echo survived-nobody-else");
		return Stream.of(commands.stream(), signals(), detours(secret))
			.flatMap((some) -> some)
			.map((command) -> DynamicTest.dynamicTest(command, () -> {
				String session = this.client.createSession();
				String said = this.client.tool(session, "shell", Map.of("command", command, "timeout_ms", 20_000))
					.text();
				assertThat(said).doesNotContain(SECRET).doesNotContain(this.runtime.apiKey());
				for (String place : List.of("/usr/owned", "/bin/owned", "/etc/owned")) {
					assertThat(Path.of(place)).doesNotExist();
				}
				assertVictimLives();
				this.client.call("DeleteSessionAsync", "SessionId", session).ok();
			}));
	}

	/** To a file of the machine by way of something else. */
	private Stream<String> detours(String secret) {
		return Stream.of("bwrap --bind / / cat " + secret, "bwrap --bind / / --proc /proc cat /proc/1/root" + secret,
				"unshare -Urmpf --mount-proc cat /proc/1/root" + secret,
				"unshare -Urm sh -c 'mount -t overlay o -o lowerdir=/,upperdir=/tmp,workdir=/tmp /mnt; cat /mnt"
						+ secret + "'",
				"unshare -Urm sh -c 'mount --rbind /proc/1/root /mnt; cat /mnt" + secret + "'",
				"ln " + secret + " hard; cat hard", "cat /proc/*/cwd/secret", "cat /proc/*/root/home/*/secret",
				"timeout 5 cat /proc/[0-9]*/fd/[0-9]*", "timeout 5 cat /proc/[0-9]*/task/*/root" + secret,
				"find /tmp /var/tmp /dev/shm -name secret -exec cat {} +",
				"echo '|/bin/cat " + secret + "' > /proc/sys/kernel/core_pattern; sh -c 'kill -QUIT $$'",
				"python3 -c 'import os\nfor fd in range(256):\n try: print(open(os.open(\"../../../../../../../.."
						+ secret + "\", 0, dir_fd=fd)).read())\n except OSError: pass'",
				"python3 -c 'import fcntl\nfor b in b\"cat " + secret + "\\n\": fcntl.ioctl(0, 0x5412, bytes([b]))'");
	}

	private Stream<String> signals() {
		String mine = Long.toString(ProcessHandle.current().pid());
		return Stream.of("kill -9 " + mine, "kill -STOP " + mine, "kill -9 1", "kill -KILL -" + mine, "pkill -9 java",
				"killall -9 java", "pkill -9 bwrap", "pkill -STOP sleep",
				"python3 -c 'import os; os.kill(" + mine + ", 9)'",
				"for p in $(seq 2 400); do kill -9 $p; done 2>/dev/null");
	}

	/** Bombs: each ends, and the runtime and the other sessions go on. */
	@TestFactory
	Stream<DynamicTest> bombs() {
		return Map.<String, String>of("a fork bomb", "b() { b | b & }; b; sleep 2", "many threads",
				"python3 -c 'import threading,time\nfor i in range(5000): threading.Thread(target=time.sleep,args=(9,),daemon=True).start()'",
				"memory", "python3 -c 'x = bytearray(2 << 30)'", "memory in small pieces",
				"python3 -c 'x=[]\nwhile True: x.append(b\"x\" * 1000000)'", "a full disk",
				"head -c 1G /dev/zero > big", "many files", "mkdir n; cd n; seq 30000 | xargs touch", "endless output",
				"timeout 2 yes", "a deep directory", "for i in $(seq 300); do mkdir d && cd d; done", "a loop of links",
				"ln -s a b; ln -s b a; cat a", "a long line", "head -c 20M /dev/zero | tr '\\0' x")
			.entrySet()
			.stream()
			.map((bomb) -> DynamicTest.dynamicTest(bomb.getKey(), () -> {
				String session = this.client.createSession();
				this.client.tool(session, "shell", Map.of("command", bomb.getValue(), "timeout_ms", 5000));
				assertVictimLives();
				this.client.tool(session, "list_directory", Map.of("path", "~"));
				this.client.call("DeleteSessionAsync", "SessionId", session).ok();
				await().atMost(Duration.ofSeconds(60)).until(() -> !this.runtime.liveSessionIds().contains(session));
			}));
	}

	/** Requests of somebody who has no key, guesses, or alters what was signed. */
	@TestFactory
	Stream<DynamicTest> requests() {
		Map<String, String> gets = new LinkedHashMap<>();
		for (String path : List.of("/link/%s/callTool", "/ws/%s", "/resource/p-0000000000", "/pictures/0.png",
				"/cdp/0/json", "/cdp/0/devtools/browser/0", "/request_ai/0/path/", "/websocket_ai/0/", "/push/%s",
				"/contexts/x/file", "/contexts/../../etc/passwd/file", "/contexts/x/file?path=/f",
				"/contexts/x/file?path=/../../etc/passwd&expires=9999999999&signature=0", "/..%2f..%2fetc/passwd",
				"/%2e%2e/%2e%2e/etc/passwd", "/link/../link/%s/callTool", "/?Action=ListSession",
				"/?Action=GetSession&SessionId=%s", "/?Action=CallMcpTool&SessionId=%s&Name=shell",
				"/?Action=DeleteSessionAsync&SessionId=%s", "/?Action=ListContexts", "/?Action=%00", "/?Action=",
				"/?%zz")) {
			gets.put(path, path.replace("%s", this.victim));
		}
		List<DynamicTest> attempts = new ArrayList<>();
		gets.forEach((name, path) -> attempts.add(DynamicTest.dynamicTest("get " + name, () -> {
			Answer answer = TestClient.answer(
					this.client.web().get().uri(URI.create(this.runtime.endpoint() + path.replace("%zz", "%25zz"))));
			assertThat(answer.status()).isBetween(400, 499);
			assertThat(answer.text()).doesNotContain(SECRET).doesNotContain(this.runtime.apiKey());
			assertVictimLives();
		})));
		for (String key : List.of("", "Bearer", "Bearer ", "Bearer null", "Bearer akm-", "Basic YTpi", "bearer x",
				"Bearer " + "a".repeat(50_000))) {
			attempts.add(DynamicTest.dynamicTest("key " + key.substring(0, Math.min(12, key.length())),
					() -> assertThat(this.client
						.callWithoutKey("DeleteSessionAsync", "SessionId", this.victim, "Authorization", key)
						.code()).isEqualTo("NOT_LOGIN")));
		}
		for (String token : List.of("", "0", "null", this.victim, "*")) {
			attempts.add(DynamicTest.dynamicTest("token '" + token + "'", () -> {
				Answer answer = TestClient.answer(this.client.web()
					.post()
					.uri("/link/" + this.victim + "/callTool")
					.header("X-Access-Token", token)
					.bodyValue("{\"tool\":\"read_file\",\"args\":{\"path\":\"secret\"},\"token\":\"" + token + "\"}"));
				assertThat(answer.status()).isEqualTo(401);
			}));
		}
		return attempts.stream();
	}

	private void refusedOrHarmless(String tool, Map<String, ?> arguments) {
		ToolAnswer answer = this.client.tool(this.attacker, tool, arguments);
		assertThat(answer.text()).doesNotContain(SECRET).doesNotContain("root:$").doesNotContain("PRIVATE KEY");
	}

	private void assertVictimLives() {
		assertThat(this.client.tool(this.victim, "read_file", Map.of("path", "secret")).text()).isEqualTo(SECRET);
		assertThat(this.client.shell(this.victim, "pgrep -c -x sleep || true").path("stdout").stringValue().strip())
			.isNotEqualTo("0");
	}

}
