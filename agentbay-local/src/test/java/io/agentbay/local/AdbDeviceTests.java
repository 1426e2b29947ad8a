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
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

import javax.imageio.ImageIO;

import io.agentbay.local.TestClient.ToolAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A phone that is attached by {@code adb} takes the place of the simulated one. The part
 * of the real phone is played by that of another runtime, known to Debian's {@code adb}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdbDeviceTests {

	private final LocalAgentBay far = LocalAgentBay.builder().start();

	private final PhoneUser real = new PhoneUser(new TestClient(this.far));

	private AdbProgram adb;

	private LocalAgentBay runtime;

	private TestClient client;

	private PhoneUser user;

	@BeforeAll
	void attach(@TempDir Path home) throws IOException {
		this.adb = new AdbProgram(home);
		String serial = link(this.real);
		assertThat(this.adb.run("connect", serial).text()).contains("connected to " + serial);
		this.runtime = LocalAgentBay.builder().adbDevice(serial).adbServerPort(this.adb.port()).start();
		this.client = new TestClient(this.runtime);
		this.user = new PhoneUser(this.client);
	}

	@AfterAll
	void stop() throws IOException {
		if (this.runtime != null) {
			this.runtime.close();
		}
		this.far.close();
		if (this.adb != null) {
			this.adb.close();
		}
	}

	@BeforeEach
	void goHome() {
		this.real.ok("stop_app_by_cmd", Map.of("stop_cmd", "io.agentbay.notes"));
		this.real.ok("stop_app_by_cmd", Map.of("stop_cmd", "com.android.settings"));
	}

	@Test
	@Exercises({ "phone.tap", "phone.input_text", "phone.send_key", "phone.get_clickable_ui_elements",
			"phone.get_all_ui_elements" })
	void whatIsTappedAndTypedArrivesAtTheDevice() {
		this.user.tap("Notes");
		this.user.tapOn("note");
		this.user.ok("input_text", Map.of("text", "it's a \"$HOME\" & <more>"));
		this.user.ok("send_key", Map.of("key", 66));
		assertThat(this.real.text("note_0")).isEqualTo("it's a \"$HOME\" & <more>");
		for (String format : new String[] { "json", "xml" }) {
			assertThat(this.user.ok("get_all_ui_elements", Map.of("format", format)))
				.isEqualTo(this.real.ok("get_all_ui_elements", Map.of("format", format)));
		}
		assertThat(this.user.ok("get_clickable_ui_elements", Map.of()))
			.isEqualTo(this.real.ok("get_clickable_ui_elements", Map.of()));
		this.user.ok("tap", Map.of("x", 5000, "y", 1));
		assertThat(failure("input_text", Map.of("text", "x".repeat(70_000))))
			.contains("not be longer than 65535 bytes");
		assertThat(failure("send_key", Map.of("key", 289))).contains("There is no key 289");
	}

	@Test
	@Exercises({ "phone.get_installed_apps", "phone.start_app", "phone.stop_app_by_cmd", "phone.swipe" })
	void appsOfTheDeviceAreListedStartedScrolledAndStopped() {
		JsonNode app = TestClient.MAPPER.readTree(this.user.ok("get_installed_apps", Map.of())).path(0);
		assertThat(app.path("name").stringValue()).isEqualTo("io.agentbay.notes");
		String started = this.user.ok("start_app", Map.of("start_cmd", app.path("start_cmd").stringValue()));
		assertThat(TestClient.MAPPER.readTree(started).path(0).path("pid").intValue()).isPositive();
		assertThat(this.real.text("title")).isEqualTo("Notes");
		this.user.ok("start_app", Map.of("start_cmd", "com.android.settings", "activity", ".AboutActivity"));
		int before = this.real.top("model");
		this.user.ok("swipe", Map.of("start_x", 300, "start_y", 900, "end_x", 300, "end_y", 800, "duration_ms", 50));
		assertThat(this.real.top("model")).isEqualTo(before - 100);
		this.user.ok("stop_app_by_cmd", Map.of("stop_cmd", "am force-stop com.android.settings"));
		assertThat(this.real.text("title")).isEqualTo("Simulated phone");
		assertThat(failure("start_app", Map.of("start_cmd", "com.example.absent"))).startsWith("No app of the device");
		assertThat(failure("start_app", Map.of("start_cmd", "com.android.settings", "activity", ".A'b")))
			.contains("no activity .A'b");
	}

	@Test
	@Exercises({ "phone.screenshot", "phone.long_screenshot", "phone.system_screenshot" })
	void picturesShowTheDevice() throws IOException {
		this.real.ok("start_app", Map.of("start_cmd", "com.android.settings", "activity", ".AboutActivity"));
		assertSame(picture(this.user, "screenshot", Map.of()), picture(this.real, "screenshot", Map.of()));
		// What is joined piece by piece is what the simulation paints as a whole.
		Map<String, Integer> whole = Map.of("max_screens", 4);
		assertSame(picture(this.user, "long_screenshot", whole), picture(this.real, "long_screenshot", whole));
		assertThat(PlainHttp.get(this.user.ok("system_screenshot", Map.of())).statusCode()).isEqualTo(200);
	}

	@Test
	@Exercises("GetAdbLink")
	void theLinkOfASessionLeadsToTheDevice() throws IOException {
		String place = link(this.user);
		this.adb.run("connect", place);
		assertThat(this.adb.run("-s", place, "shell", "am start -n io.agentbay.notes/.MainActivity").exitCode())
			.isZero();
		assertThat(this.real.text("title")).isEqualTo("Notes");
		AdbProgram.Output unknown = this.adb.run("-s", place, "shell", "logcat");
		assertThat(unknown.exitCode()).isEqualTo(127);
		assertThat(unknown.stderr()).contains("inaccessible or not found");
	}

	@Test
	void aDeviceOrAServerThatIsNotThereIsNamed() {
		try (LocalAgentBay none = LocalAgentBay.builder().adbDevice("absent-1").adbServerPort(this.adb.port()).start();
				LocalAgentBay silent = LocalAgentBay.builder().adbDevice("absent-1").adbServerPort(1).start()) {
			assertThat(tapOf(none)).contains("absent-1", "not found");
			assertThat(tapOf(silent)).contains("No server of adb answers on port 1", "adb start-server");
		}
	}

	private static String tapOf(LocalAgentBay runtime) {
		TestClient its = new TestClient(runtime);
		ToolAnswer answer = its.tool(its.createSession("ImageId", "mobile_latest"), "tap", Map.of("x", 1, "y", 1));
		assertThat(answer.error()).isTrue();
		return answer.text();
	}

	private String failure(String tool, Map<String, ?> arguments) {
		ToolAnswer answer = this.client.tool(this.user.session(), tool, arguments);
		assertThat(answer.error()).isTrue();
		return answer.text();
	}

	private String link(PhoneUser user) throws IOException {
		String option = TestClient.MAPPER.writeValueAsString(Map.of("adbkey_pub", this.adb.publicKey()));
		return user.client()
			.call("GetAdbLink", "SessionId", user.session(), "Option", option)
			.ok()
			.path("Data")
			.path("Url")
			.stringValue()
			.substring("adb connect ".length());
	}

	private static BufferedImage picture(PhoneUser user, String tool, Map<String, ?> arguments) throws IOException {
		String data = TestClient.MAPPER.readTree(user.ok(tool, arguments)).path("data").stringValue();
		return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
	}

	private static void assertSame(BufferedImage one, BufferedImage other) {
		assertThat(one.getHeight()).isEqualTo(other.getHeight());
		assertThat(Arrays.equals(pixels(one), pixels(other))).as("the same pixels").isTrue();
	}

	private static int[] pixels(BufferedImage image) {
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}

}
