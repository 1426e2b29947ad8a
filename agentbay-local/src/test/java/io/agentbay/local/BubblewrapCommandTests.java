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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Commands in bubblewrap.
 */
@EnabledIf(value = "io.agentbay.local.BubblewrapCommandTests#works",
		disabledReason = "bubblewrap does not work here (Debian package: bubblewrap)")
class BubblewrapCommandTests extends CommandSuite {

	BubblewrapCommandTests() {
		super(Isolation.BUBBLEWRAP);
	}

	static boolean works() {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start()) {
			return runtime.isolation() == Isolation.BUBBLEWRAP;
		}
	}

	@Test
	void aFileHasTheSamePathForCommandsAndForTheFilesystemTools() {
		for (String path : new String[] { "/tmp/x", "/home/wuying/x", "/data/x", "/mnt/x", "/workspace/x" }) {
			client().tool(session(), "write_file",
					Map.of("path", path, "content", "from the tool", "create_parent_dir", true));
			assertThat(stdout("cat " + path + "; echo ' and a command' >> " + path)).isEqualTo("from the tool");
			assertThat(client().tool(session(), "read_file", Map.of("path", path)).text())
				.isEqualTo("from the tool and a command\n");
		}
	}

	@Test
	void theTemporaryDirectoryIsInvisibleToOtherSessionsAndToTheMachine() {
		String name = "only-here-" + UUID.randomUUID();
		stdout("echo secret > /tmp/" + name);
		String other = client().createSession();
		assertThat(client().shell(other, "ls /tmp").path("stdout").stringValue()).isEqualTo("file-transfer\n");
		assertThat(Path.of("/tmp", name)).doesNotExist();
	}

	@Test
	void theFilesOfTheMachineAreInvisible() throws Exception {
		Path file = Files.createTempFile("of-the-machine", ".txt");
		try {
			assertThat(stdout("cat " + file + "; ls /root /home /tmp 2>/dev/null")).doesNotContain("of-the-machine")
				.contains("wuying");
		}
		finally {
			Files.delete(file);
		}
	}

	@Test
	void theSystemIsReadOnlyAndItsSecretsAreHidden() {
		assertThat(stdout("touch /usr/x /etc/x || echo refused; test -r /etc/os-release && echo readable"))
			.isEqualTo("refused\nreadable\n");
		assertThat(stdout("cat /etc/shadow; ls /etc/ssh; mount -o remount,rw /usr")).isEmpty();
	}

	@Test
	void ofTheConfigurationOnlyWhatProgramsNeedIsSeen() throws Exception {
		assumeTrue(Files.isWritable(Path.of("/etc")), "only root can try");
		Path secret = Files.createTempFile(Path.of("/etc"), "agentbay-test-", ".keytab");
		try {
			assertThat(stdout("ls /etc /etc/ssl /opt 2>/dev/null")).contains("os-release", "certs")
				.doesNotContain(String.valueOf(secret.getFileName()), "shadow", "ssh", "fstab");
			assertThat(client().tool(session(), "list_directory", Map.of("path", "/etc")).text()).contains("[DIR] ssl")
				.doesNotContain(String.valueOf(secret.getFileName()), "shadow");
			assertThat(client().tool(session(), "read_file", Map.of("path", secret.toString())).text())
				.startsWith("No such file");
			assertThat(client().tool(session(), "read_file", Map.of("path", "/etc/passwd")).text())
				.contains("wuying:x:1000");
		}
		finally {
			Files.delete(secret);
		}
	}

	@Test
	void moreOfTheMachineIsSeenWhenItIsAskedFor() throws Exception {
		assumeTrue(Files.isWritable(Path.of("/opt")), "only root can try");
		Path directory = Files.createTempDirectory(Path.of("/opt"), "agentbay-test-");
		Path shown = Files.createDirectory(directory.resolve("shown"));
		Files.writeString(shown.resolve("f"), "seen");
		try (LocalAgentBay other = LocalAgentBay.builder().visible(shown, directory.resolve("missing")).start()) {
			TestClient its = new TestClient(other);
			String in = its.createSession();
			assertThat(its.shell(in, "cat " + shown + "/f; touch " + shown + "/g || ls " + directory)
				.path("stdout")
				.stringValue()).isEqualTo("seenshown\n");
			assertThat(its.tool(in, "read_file", Map.of("path", shown + "/f")).text()).isEqualTo("seen");
			assertThat(its.tool(in, "write_file", Map.of("path", shown + "/f", "content", "x")).text())
				.startsWith("Read-only file system");
		}
		finally {
			Files.delete(shown.resolve("f"));
			Files.delete(shown);
			Files.delete(directory);
		}
	}

	@Test
	void theUserIsTheOneOfTheServiceAndHasNoPrivileges() {
		assertThat(stdout("whoami; hostname; grep CapEff /proc/self/status"))
			.isEqualTo("wuying\nagentbay\nCapEff:\t0000000000000000\n");
	}

	@Test
	void processesOfOthersAreInvisible() {
		String other = client().createSession();
		client().shell(other, "sleep 66 & echo");
		assertThat(stdout("cat /proc/[0-9]*/cmdline | tr '\\0' ' '")).doesNotContain("sleep 66");
	}

	@Test
	void aSessionThatKillsAllItsProcessesCanBeUsedAgain() {
		String own = client().createSession();
		client().shell(own, "echo kept > /tmp/kept; kill -9 -1");
		assertThat(client().shell(own, "cat /tmp/kept").path("stdout").stringValue()).isEqualTo("kept\n");
	}

}
