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

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import javax.imageio.ImageIO;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Debian's {@code adb} and the phone of a session.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdbLinkTests {

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final TestClient client = new TestClient(this.runtime);

	private final PhoneUser user = new PhoneUser(this.client);

	private AdbProgram adb;

	private String serial;

	@BeforeAll
	void connect(@TempDir Path home) throws IOException {
		this.adb = new AdbProgram(home);
		this.serial = link(this.user.session());
		assertThat(this.adb.run("connect", this.serial).text()).contains("connected to " + this.serial);
	}

	@AfterAll
	void stop() throws IOException {
		this.runtime.close();
		if (this.adb != null) {
			this.adb.close();
		}
	}

	@Test
	@Exercises("GetAdbLink")
	void whatAdbTapsAndTypesTheToolsSee() throws IOException {
		assertThat(link(this.user.session())).isEqualTo(this.serial);
		shell("am start -n io.agentbay.notes/.MainActivity");
		this.user.tapOn("note");
		shell("input text 'by%sadb'");
		shell("input keyevent KEYCODE_A 66");
		assertThat(this.user.text("note_0")).isEqualTo("by adba");
		shell("input tap 540 1230");
		assertThat(this.user.text("title")).isEqualTo("Simulated phone");
		shell("am start -n com.android.settings/.AboutActivity");
		int before = this.user.top("model");
		shell("input swipe 300 900 300 800 100");
		assertThat(this.user.top("model")).isEqualTo(before - 100);
		assertThat(shell("pidof com.android.settings")).matches("\\d+\n");
		shell("am force-stop com.android.settings");
		assertThat(this.user.text("title")).isEqualTo("Simulated phone");
	}

	@Test
	void adbSeesWhatTheToolsDo() throws IOException {
		this.user.ok("start_app", Map.of("start_cmd", "com.android.settings"));
		assertThat(shell("uiautomator dump /dev/tty")).startsWith("<?xml").contains("About phone");
		assertThat(shell("uiautomator dump")).contains("/sdcard/window_dump.xml");
		assertThat(shell("cat /sdcard/window_dump.xml")).contains("About phone");
		BufferedImage picture = ImageIO
			.read(new ByteArrayInputStream(this.adb.run("-s", this.serial, "exec-out", "screencap -p").bytes()));
		assertThat(picture.getWidth() + "x" + picture.getHeight()).isEqualTo("720x1280");
		assertThat(shell("wm size")).isEqualTo("Physical size: 720x1280\n");
		assertThat(shell("wm density")).isEqualTo("Physical density: 320\n");
		assertThat(shell("pm list packages -3")).isEqualTo("package:io.agentbay.notes\n");
		assertThat(shell("getprop ro.build.version.release")).isEqualTo("12\n");
		assertThat(shell("getprop")).contains("[ro.product.model]: [Simulated phone]");
		assertThat(shell("echo 'a  b' \"c\" d\\ e")).isEqualTo("a  b c d e\n");
	}

	@Test
	void whatThePhoneDoesNotHaveIsAnErrorOfTheCommand() throws IOException {
		AdbProgram.Output unknown = this.adb.run("-s", this.serial, "shell", "logcat -d");
		assertThat(unknown.exitCode()).isEqualTo(127);
		assertThat(unknown.stderr()).contains("logcat: inaccessible or not found");
		assertThat(unknown.text()).isEmpty();
		for (String command : new String[] { "input tap x", "input keyevent NONE", "am start x", "echo a | cat",
				"echo $HOME", "am force-stop no.such.app", "echo 'a" }) {
			AdbProgram.Output refused = this.adb.run("-s", this.serial, "shell", command);
			assertThat(refused.exitCode()).as(command).isEqualTo(1);
			assertThat(refused.stderr()).as(command).startsWith("Error: ");
		}
		assertThat(this.adb.run("-s", this.serial, "shell").stderr()).contains("no terminal");
		assertThat(this.adb.run("-s", this.serial, "push", "/etc/hostname", "/sdcard/x").exitCode()).isNotZero();
	}

	@Test
	void anotherKeyIsNotLetInAndTheSessionTakesItsPhoneAlong(@TempDir Path other) throws IOException {
		PhoneUser mine = new PhoneUser(this.client);
		String place = link(mine.session());
		try (AdbProgram stranger = new AdbProgram(other)) {
			stranger.run("connect", place);
			assertThat(stranger.run("-s", place, "shell", "echo in").exitCode()).isNotZero();
			assertThat(stranger.run("devices").text()).doesNotContain(place + "\tdevice");
		}
		this.adb.run("connect", place);
		assertThat(this.adb.run("-s", place, "shell", "echo in").text()).isEqualTo("in\n");
		this.client.call("DeleteSessionAsync", "SessionId", mine.session()).ok();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> !this.adb.run("devices").text().contains(place + "\tdevice"));
	}

	@Test
	void aSleepingPhoneRunsNoCommands() throws IOException {
		PhoneUser sleeper = new PhoneUser(this.client);
		String place = link(sleeper.session());
		this.adb.run("connect", place);
		this.client.call("PauseSessionAsync", "SessionId", sleeper.session()).ok();
		assertThat(this.adb.run("-s", place, "shell", "echo in").stderr()).contains("Error: ", "PAUS");
	}

	@Test
	void forAKeyThatIsNoneThereIsALinkThatLetsNobodyIn() throws IOException {
		for (String option : new String[] { "{}", "{\"adbkey_pub\":\"key\"}", "{\"adbkey_pub\":\"QAAAAA==\"}" }) {
			PhoneUser stranger = new PhoneUser(this.client);
			String place = this.client.call("GetAdbLink", "SessionId", stranger.session(), "Option", option)
				.ok()
				.path("Data")
				.path("Url")
				.stringValue()
				.replace("adb connect ", "");
			this.adb.run("connect", place);
			assertThat(this.adb.run("-s", place, "shell", "echo in").exitCode()).isNotZero();
		}
		assertThat(this.client.call("GetAdbLink", "SessionId", this.user.session(), "Option", "x").code())
			.isEqualTo("InvalidParameter");
	}

	@Test
	void onAComputerThereIsNoLinkWhateverTheKey() throws IOException {
		for (String option : new String[] { option(), "{\"adbkey_pub\":\"key\"}" }) {
			TestClient.Answer answer = this.client.call("GetAdbLink", "SessionId", this.client.createSession(),
					"Option", option);
			assertThat(answer.code()).isEqualTo("AdbLink.NotOffered");
			assertThat(answer.message()).contains("mobile");
		}
	}

	private String shell(String command) throws IOException {
		AdbProgram.Output output = this.adb.run("-s", this.serial, "shell", command);
		assertThat(output.exitCode()).as(output.stderr()).isZero();
		return output.text();
	}

	private String link(String session) throws IOException {
		String url = this.client.call("GetAdbLink", "SessionId", session, "Option", option())
			.ok()
			.path("Data")
			.path("Url")
			.stringValue();
		assertThat(url).matches("adb connect 127\\.0\\.0\\.1:\\d+");
		return url.substring("adb connect ".length());
	}

	/** As a client pastes it that does not know that line ends are escaped in JSON. */
	private String option() throws IOException {
		return "{\"adbkey_pub\":\"" + this.adb.publicKey() + "\"}";
	}

}
