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
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.aliyun.agentbay.computer.Computer;
import com.aliyun.agentbay.computer.MouseButton;
import com.aliyun.agentbay.computer.ScrollDirection;
import com.aliyun.agentbay.model.BoolResult;
import com.aliyun.agentbay.model.InstalledApp;
import com.aliyun.agentbay.model.OperationResult;
import com.aliyun.agentbay.model.ProcessListResult;
import com.aliyun.agentbay.model.Window;
import com.aliyun.agentbay.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The official Java SDK works a desktop of the runtime.
 */
class OfficialSdkDesktopTests {

	private static final String WINDOW = "sdk-window";

	private final OfficialSdk official = new OfficialSdk();

	@BeforeEach
	void needsPrograms() {
		Assumptions.assumeTrue(
				Stream.of("Xvfb", "openbox", "xdotool", "wmctrl", "xprop", "xterm")
					.allMatch((program) -> Files.isExecutable(Path.of("/usr/bin", program))),
				"programs are missing (Debian packages: xvfb openbox xdotool wmctrl x11-utils xterm)");
	}

	@AfterEach
	void closeRuntime() {
		this.official.close();
	}

	@Test
	void worksMouseKeysWindowsAndApplications() throws Exception {
		Session session = this.official.create("linux_latest");
		Computer computer = session.getComputer();
		assertThat(told(computer.getScreenSize())).contains("\"width\"", "\"height\"");
		told(computer.moveMouse(40, 50));
		assertThat(told(computer.getCursorPosition())).contains("40", "50");

		session.getFileSystem()
			.writeFile("/tmp/typing.sh", ReadyTerminal.script("", "/tmp/ready", "cat >/tmp/typed"), "overwrite");
		ProcessListResult started = computer.startApp("xterm -T " + WINDOW + " -e sh /tmp/typing.sh");
		assertThat(started.isSuccess()).as(started.getErrorMessage()).isTrue();
		assertThat(started.getData()).isNotEmpty();
		Window window = window(computer);
		told(computer.activateWindow(window.getWindowId()));
		assertThat(computer.getActiveWindow().getWindow().getWindowId()).isEqualTo(window.getWindowId());
		await().atMost(Duration.ofSeconds(30))
			.until(() -> "yes\n".equals(session.getFileSystem().readFile("/tmp/ready").getContent()));
		told(computer.inputText("hello\n"));
		await().atMost(Duration.ofSeconds(30))
			.until(() -> "hello\n".equals(session.getFileSystem().readFile("/tmp/typed").getContent()));

		told(computer.resizeWindow(window.getWindowId(), 400, 300));
		told(computer.maximizeWindow(window.getWindowId()));
		told(computer.restoreWindow(window.getWindowId()));
		told(computer.fullscreenWindow(window.getWindowId()));
		told(computer.minimizeWindow(window.getWindowId()));
		told(computer.focusMode(true));
		told(computer.focusMode(false));
		told(computer.clickMouse(10, 10, MouseButton.RIGHT));
		told(computer.dragMouse(10, 10, 60, 60, MouseButton.LEFT));
		told(computer.scroll(30, 30, ScrollDirection.DOWN, 2));
		told(computer.pressKeys(List.of("Ctrl", "a")));
		told(computer.pressKeys(List.of("Shift"), true));
		told(computer.releaseKeys(List.of("Shift")));
		assertThat(told(computer.screenshot())).contains("/pictures/");
		assertThat(computer.listVisibleApps().isSuccess()).isTrue();
		assertThat(computer.getInstalledApps().getData()).extracting(InstalledApp::getName).isNotEmpty();

		told(computer.closeWindow(window.getWindowId()));
		await().atMost(Duration.ofSeconds(30))
			.until(() -> computer.listRootWindows()
				.getWindows()
				.stream()
				.noneMatch((shown) -> WINDOW.equals(shown.getTitle())));
	}

	@Test
	void endsApplicationsByEachOfTheirNames() throws Exception {
		Computer computer = this.official.create("linux_latest").getComputer();
		int pid = computer.startApp("xterm -T " + WINDOW).getData().get(0).getPid();
		window(computer);
		assertThat(computer.stopAppByPID(pid).isSuccess()).isTrue();
		computer.startApp("xterm -T " + WINDOW);
		window(computer);
		assertThat(computer.stopAppByPName("xterm").isSuccess()).isTrue();
		assertThat(computer.stopAppByPName("no-such-program").isSuccess()).isFalse();
	}

	private static Window window(Computer computer) {
		return await().atMost(Duration.ofSeconds(30))
			.until(() -> computer.listRootWindows()
				.getWindows()
				.stream()
				.filter((shown) -> WINDOW.equals(shown.getTitle()))
				.findFirst(), (found) -> found.isPresent())
			.orElseThrow();
	}

	private static void told(BoolResult result) {
		assertThat(result.isSuccess()).as(result.getErrorMessage()).isTrue();
	}

	private static String told(OperationResult result) {
		assertThat(result.isSuccess()).as(result.getErrorMessage()).isTrue();
		return result.getData();
	}

}
