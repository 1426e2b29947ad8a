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

package io.agentbay;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import io.agentbay.computer.Computer;
import io.agentbay.computer.CursorPosition;
import io.agentbay.computer.MouseButton;
import io.agentbay.computer.ScreenSize;
import io.agentbay.computer.ScrollDirection;
import io.agentbay.computer.Window;
import io.agentbay.device.AppFilter;
import io.agentbay.device.AppProcess;
import io.agentbay.device.Screenshot;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.ToolFailedException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import io.agentbay.session.WaitOptions;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Refusal;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The desktop of a session, over real sockets: a real display with real programs.
 */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledIf(value = "canHaveADesktop",
		disabledReason = "programs are missing (Debian packages: xvfb openbox xdotool wmctrl x11-utils xterm)")
class ComputerScenarioTests {

	private static final ScreenSize SIZE = new ScreenSize(1280, 800, 1);

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = client(this.runtime);

	private final Session session = this.agentBay.create();

	private final Computer computer = this.session.computer();

	static boolean canHaveADesktop() {
		return Stream.of("Xvfb", "openbox", "xdotool", "xkbcomp", "wmctrl", "xprop", "xterm")
			.allMatch((program) -> Files.isExecutable(Path.of("/usr/bin", program)));
	}

	@AfterEach
	void closeAllWindows() {
		this.computer.listVisibleApps().forEach((app) -> this.computer.stopProcess(app.pid()));
		await(() -> this.computer.listWindows().isEmpty());
	}

	@AfterAll
	void stop() {
		this.session.close();
		this.agentBay.close();
		this.runtime.close();
	}

	@Test
	@Capability({ "12.6", "12.7", "12.13", "12.23" })
	void whatIsTypedArrivesInTheWindowThatHasTheFocus() {
		Window terminal = open("typing", "cat > typed");
		assertThat(this.computer.fetchActiveWindow().id()).isEqualTo(terminal.id());
		this.computer.inputText("Hello, World! ~/x_y \"'$\\");
		this.computer.pressKeys(List.of("ENTER"));
		this.computer.inputText("ü日b");
		this.computer.pressKeys(List.of("backspace"));
		this.computer.pressKeys(List.of("shift", "A"));
		this.computer.pressKeys(List.of("minus"));
		this.computer.pressKeys(List.of("return"));
		patience().untilAsserted(() -> assertThat(read("typed")).isEqualTo("Hello, World! ~/x_y \"'$\\\nü日A-\n"));
		this.computer.pressKeys(List.of("ctrl", "d"));
		await(() -> this.computer.listWindows().isEmpty());
	}

	@Test
	@Capability({ "12.7", "12.8" })
	void keysThatAreHeldStayDownUntilTheyAreReleased() {
		open("holding", "cat > held");
		this.computer.holdKeys(List.of("Shift"));
		this.computer.pressKeys(List.of("a"));
		this.computer.releaseKeys(List.of("SHIFT"));
		this.computer.pressKeys(List.of("b"));
		this.computer.pressKeys(List.of("Enter"));
		await(() -> read("held").equals("Ab\n"));
		assertThat(Refusal.of(() -> this.computer.pressKeys(List.of("NoSuchKeyAnywhere"))))
			.isInstanceOf(ToolFailedException.class);
	}

	@Test
	@Capability({ "12.2", "12.5", "12.9" })
	void thePointerGoesWhereItIsSent() {
		assertThat(this.computer.fetchScreenSize()).isEqualTo(SIZE);
		this.computer.moveMouse(123, 456);
		assertThat(this.computer.fetchCursorPosition()).isEqualTo(new CursorPosition(123, 456));
		assertThat(Refusal.of(() -> this.computer.moveMouse(1280, 0))).hasMessageContaining("not on the screen");
		assertThat(this.computer.fetchCursorPosition()).isEqualTo(new CursorPosition(123, 456));
	}

	@Test
	@Capability({ "12.1", "12.3", "12.4" })
	void buttonsAndWheelReachThePrograms() {
		// A terminal reports buttons as numbers and places to programs that ask for it.
		Window terminal = open("mouse", "\\033[?1002h\\033[?1006h", "stty raw -echo; cat -u > mouse-log");
		int x = terminal.x() + terminal.width() / 2;
		int y = terminal.y() + terminal.height() / 2;
		this.computer.clickMouse(x, y);
		await(() -> read("mouse-log").matches("(?s).*\\[<0;\\d+;\\d+M.*\\[<0;\\d+;\\d+m.*"));
		this.computer.clickMouse(x, y, MouseButton.MIDDLE);
		await(() -> read("mouse-log").contains("[<1;"));
		this.computer.clickMouse(x, y, MouseButton.RIGHT);
		await(() -> read("mouse-log").contains("[<2;"));
		this.computer.clickMouse(x, y, MouseButton.DOUBLE_LEFT);
		await(() -> read("mouse-log").split("\\[<0;\\d+;\\d+M", -1).length - 1 == 3);
		this.computer.scroll(x, y, ScrollDirection.UP, 2);
		await(() -> read("mouse-log").split("\\[<64;", -1).length - 1 == 2);
		this.computer.scroll(x, y, ScrollDirection.DOWN);
		await(() -> read("mouse-log").contains("[<65;"));
		this.computer.dragMouse(x, y, x + 100, y);
		// 32 is the left button in motion.
		await(() -> read("mouse-log").contains("[<32;"));
	}

	@Test
	@Capability("12.11")
	void aScreenshotShowsWhatIsOnTheScreen() throws IOException {
		BufferedImage before = picture(this.computer.screenshot());
		Window terminal = open("red", "printf '\\033]11;#ff0000\\007'; sleep 300");
		int x = terminal.x() + terminal.width() / 2;
		int y = terminal.y() + terminal.height() / 2;
		assertThat(new Color(before.getRGB(x, y))).isNotEqualTo(Color.RED);
		await(() -> new Color(picture(this.computer.screenshot()).getRGB(x, y)).equals(Color.RED));
		Screenshot jpeg = this.computer.screenshot(ScreenshotFormat.JPEG);
		assertThat(jpeg.mimeType()).isEqualTo("image/jpeg");
		assertThat(List.of(jpeg.width(), jpeg.height())).isEqualTo(List.of(SIZE.width(), SIZE.height()));
		assertThat(new Color(picture(jpeg).getRGB(x, y)).getRed()).isGreaterThan(200);
	}

	@Test
	@Capability({ "12.12", "12.14", "12.15" })
	void windowsAreListedActivatedAndClosed() {
		Window first = open("first", "sleep 300");
		Window second = open("second", "sleep 300");
		assertThat(this.computer.listWindows()).extracting(Window::title).containsExactly("first", "second");
		assertThat(second.processName()).isEqualTo("xterm");
		assertThat(second.pid()).isPositive();
		assertThat(second.width()).isBetween(200, SIZE.width());
		assertThat(active()).isEqualTo(second.id());
		this.computer.activateWindow(first.id());
		assertThat(active()).isEqualTo(first.id());
		this.computer.closeWindow(first.id());
		assertThat(this.computer.listWindows()).extracting(Window::id).containsExactly(second.id());
		assertThat(Refusal.of(() -> this.computer.activateWindow(first.id())))
			.hasMessageStartingWith("There is no window " + first.id() + " (");
	}

	@Test
	@Capability({ "12.16", "12.17", "12.18", "12.19", "12.20" })
	void windowsChangeTheirSizeAndState() {
		Window window = open("sizes", "sleep 300");
		this.computer.maximizeWindow(window.id());
		await(() -> only().width() > SIZE.width() - 30 && only().height() > SIZE.height() - 60);
		this.computer.restoreWindow(window.id());
		await(() -> only().width() == window.width() && only().height() == window.height());
		this.computer.fullscreenWindow(window.id());
		await(() -> only().width() == SIZE.width() && only().height() == SIZE.height() && only().y() == 0);
		this.computer.restoreWindow(window.id());
		this.computer.resizeWindow(window.id(), 700, 500);
		// A terminal takes whole characters.
		await(() -> only().width() > 670 && only().width() <= 700 && only().height() > 470 && only().height() <= 500);
		this.computer.minimizeWindow(window.id());
		assertThat(Refusal.of(() -> this.computer.fetchActiveWindow())).isInstanceOf(ToolFailedException.class);
		this.computer.restoreWindow(window.id());
		await(() -> active() == window.id());
	}

	@Test
	@Capability("12.21")
	void focusModeShowsTheActiveWindowOnly() {
		Window first = open("first", "sleep 300");
		Window second = open("second", "sleep 300");
		this.computer.enterFocusMode();
		assertThat(state(first)).contains("HIDDEN");
		assertThat(state(second)).doesNotContain("HIDDEN");
		this.computer.leaveFocusMode();
		assertThat(state(first)).doesNotContain("HIDDEN");
		assertThat(active()).isEqualTo(second.id());
	}

	@Test
	@Capability({ "12.22", "12.27" })
	void installedAppsCanBeStartedAndStoppedAsTheyAreListed() {
		this.session.fileSystem().createDirectory("Desktop");
		this.session.fileSystem()
			.write("Desktop/mine.desktop",
					"[Desktop Entry]\nType=Application\nName=My App\nExec=xterm -T mine %U\nPath=/tmp\n");
		assertThat(this.computer.listInstalledApps())
			.anySatisfy((app) -> assertThat(app.startCommand()).isEqualTo("xterm"))
			.noneSatisfy((app) -> assertThat(app.name()).isEqualTo("My App"));
		var mine = this.computer.listInstalledApps(AppFilter.defaults().withoutStartMenu().withDesktop());
		assertThat(mine).singleElement().satisfies((app) -> {
			assertThat(app.name()).isEqualTo("My App");
			assertThat(app.workingDirectory()).isEqualTo("/tmp");
			this.computer.startApp(app.startCommand(),
					(options) -> options.withWorkingDirectory(app.workingDirectory()));
			await(() -> only().title().equals("mine"));
			this.computer.stopApp(app.stopCommand());
			await(() -> this.computer.listWindows().isEmpty());
			assertThat(Refusal.of(() -> this.computer.stopApp(app.stopCommand())))
				.isInstanceOf(ToolFailedException.class);
		});
	}

	@Test
	@Capability({ "12.23", "12.24", "12.25", "12.26" })
	void processesAreStartedListedAndStopped() {
		List<AppProcess> started = this.computer.startApp("xterm -T processes -e sleep 300",
				(options) -> options.withWorkingDirectory("/tmp"));
		assertThat(started).extracting(AppProcess::name).contains("xterm");
		AppProcess xterm = started.get(0);
		assertThat(xterm.commandLine()).isEqualTo("xterm -T processes -e sleep 300");
		await(() -> this.computer.listVisibleApps().contains(xterm));
		this.computer.stopProcess(xterm.pid());
		assertThat(Refusal.of(() -> this.computer.stopProcess(xterm.pid())))
			.hasMessageContaining("No process of this session");
		this.computer.startApp("xterm");
		this.computer.startApp("xterm");
		this.computer.stopProcesses("xterm");
		assertThat(this.computer.listVisibleApps()).isEmpty();
		assertThat(Refusal.of(() -> this.computer.stopProcesses("xterm")))
			.hasMessageContaining("No process of this session");
		assertThat(Refusal.of(() -> this.computer.startApp("no-such-program"))).hasMessageContainingAll("exit code 127",
				"not found");
	}

	@Test
	void aPausedDesktopStandsStillAndGoesOn() {
		open("pausing", "cat > paused");
		this.session.pause(new WaitOptions(Duration.ofSeconds(30), Duration.ofMillis(20)));
		assertThat(Refusal.of(() -> this.computer.fetchCursorPosition()).failureKind()).isNotNull();
		this.session.resume(new WaitOptions(Duration.ofSeconds(30), Duration.ofMillis(20)));
		this.computer.inputText("on\n");
		await(() -> read("paused").equals("on\n"));
	}

	@Test
	@Capability("12.10")
	void withoutADirectLinkAScreenshotCanBeFetched() throws IOException {
		try (LocalAgentBay gateway = LocalAgentBay.builder().directLink(false).start();
				AgentBay client = client(gateway);
				Session own = client.create(CreateSessionOptions.ofImage("windows_latest"))) {
			for (BufferedImage picture : List.of(ImageIO.read(own.computer().screenshotUrl().toURL()),
					picture(own.computer().screenshot()))) {
				assertThat(List.of(picture.getWidth(), picture.getHeight()))
					.isEqualTo(List.of(SIZE.width(), SIZE.height()));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "code_latest", "browser_latest" })
	void imagesWithoutADesktopRefuse(String image) {
		try (Session own = this.agentBay.create(CreateSessionOptions.ofImage(image))) {
			assertThat(own.findServer("click_mouse")).isEmpty();
			assertThat(Refusal.of(() -> own.computer().clickMouse(1, 1)))
				.hasMessageStartingWith("Tool not found: click_mouse (the image " + image + " does not have it) (");
			assertThat(own.listTools()).extracting("name").contains("shell").doesNotContain("click_mouse");
		}
	}

	private Window open(String title, String command) {
		return open(title, "", command);
	}

	/**
	 * A terminal loses what is typed before it is ready, which is after its window is
	 * active and its program runs. It is ready when it answers where its cursor is.
	 */
	private Window open(String title, String modes, String command) {
		String script = "stty raw -echo; printf '%s\\033[6n'; head -c 6 >ready; stty sane; echo yes >%s-ready; %s\n";
		this.session.fileSystem().write("run.sh", script.formatted(modes, title, command));
		this.computer.startApp("xterm -T " + title + " -e sh run.sh");
		patience().ignoreExceptionsInstanceOf(AgentBayException.class)
			.until(() -> this.computer.fetchActiveWindow().title().equals(title)
					&& read(title + "-ready").equals("yes\n"));
		return this.computer.fetchActiveWindow();
	}

	private Window only() {
		List<Window> windows = this.computer.listWindows();
		return (windows.size() == 1) ? windows.get(0) : Window.builder(0).build();
	}

	private long active() {
		return this.computer.fetchActiveWindow().id();
	}

	private String state(Window window) {
		return this.session.command().run("xprop -id " + window.id() + " _NET_WM_STATE").requireSuccess().stdout();
	}

	private String read(String file) {
		return this.session.fileSystem().read(file);
	}

	private static BufferedImage picture(Screenshot screenshot) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(screenshot.data()));
	}

	private static void await(Callable<Boolean> condition) {
		patience().until(condition);
	}

	private static ConditionFactory patience() {
		return Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(100));
	}

	private static AgentBay client(LocalAgentBay runtime) {
		return LocalClient.of(runtime).build();
	}

}
