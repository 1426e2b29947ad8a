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

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tools of the simulated phone.
 */
class PhoneToolTests {

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final PhoneUser user = new PhoneUser(new TestClient(this.runtime));

	@AfterEach
	void closeRuntime() {
		this.runtime.close();
	}

	@Test
	@Exercises({ "phone.tap", "phone.input_text", "phone.send_key", "phone.get_clickable_ui_elements",
			"phone.get_all_ui_elements" })
	void whatIsTappedAndTypedIsShown() {
		this.user.tap("Notes");
		this.user.tapOn("note");
		this.user.ok("input_text", Map.of("text", "a & b"));
		this.user.ok("send_key", Map.of("key", 66));
		assertThat(this.user.text("note_0")).isEqualTo("a & b");
		assertThat(this.user.ok("get_clickable_ui_elements", Map.of())).contains("Save").doesNotContain("Notes: 1");
		assertThat(this.user.ok("get_all_ui_elements", Map.of("format", "xml"))).startsWith("<?xml")
			.contains("text=\"a &amp; b\"");
	}

	@Test
	@Exercises({ "phone.get_installed_apps", "phone.start_app", "phone.stop_app_by_cmd", "phone.swipe" })
	void appsAreListedStartedScrolledAndStopped() {
		JsonNode apps = TestClient.MAPPER.readTree(this.user.ok("get_installed_apps", Map.of()));
		assertThat(apps).singleElement()
			.satisfies((app) -> assertThat(app.path("name").stringValue()).isEqualTo("Notes"));
		this.user.ok("start_app", Map.of("start_cmd", "com.android.settings", "activity", ".AboutActivity"));
		int before = this.user.top("model");
		this.user.ok("swipe", Map.of("start_x", 300, "start_y", 900, "end_x", 300, "end_y", 800));
		assertThat(this.user.top("model")).isEqualTo(before - 100);
		this.user.ok("stop_app_by_cmd", Map.of("stop_cmd", "am force-stop com.android.settings"));
		assertThat(this.user.text("title")).isEqualTo("Simulated phone");
	}

	@Test
	void theShellHasTheProgramsOfAndroid() {
		assertThat(shell("wm size")).isEqualTo("Physical size: 720x1280\n");
		assertThat(shell("wm density | tail -c 4")).isEqualTo("320\n");
		assertThat(shell("pm list packages -3 && pm list packages | wc -l"))
			.isEqualTo("package:io.agentbay.notes\n2\n");
		assertThat(shell("am start -a android.settings.SETTINGS -d x:y")).startsWith("Starting: Intent { act=");
		assertThat(shell("dumpsys window windows | grep mCurrentFocus")).contains("com.android.settings/");
		assertThat(this.user.text("title")).isEqualTo("Settings");
		assertThat(shell("input keyevent 3; dumpsys activity activities")).contains("io.agentbay.launcher/");
		assertThat(shell("dumpsys battery")).contains("level: 100");
		assertThat(shell("monkey -p io.agentbay.notes -c android.intent.category.LAUNCHER 1")).contains("injected: 1");
		assertThat(shell("input tap 5000 9000; screencap -p | head -c 4 | tail -c 3")).isEqualTo("PNG");
		this.user.tapOn("note");
		assertThat(shell("input text \"it's%sfine\"; echo $?")).isEqualTo("0\n");
		this.user.ok("send_key", Map.of("key", 66));
		assertThat(this.user.text("note_0")).isEqualTo("it's fine");
	}

	@Test
	void placesBesideTheScreenAreNoMistakeAndTextNeedsAField() {
		PhoneUser fresh = new PhoneUser(this.user.client());
		fresh.ok("tap", Map.of("x", 1079, "y", 2339));
		fresh.ok("swipe", Map.of("start_x", 500, "start_y", 2000, "end_x", 500, "end_y", 500));
		TestClient.ToolAnswer answer = fresh.client().tool(fresh.session(), "input_text", Map.of("text", "x"));
		assertThat(answer.error()).isTrue();
		assertThat(answer.text()).contains("No focused editable node found");
	}

	private String shell(String command) {
		JsonNode result = this.user.client().shell(this.user.session(), command);
		assertThat(result.path("exit_code").intValue()).as(result.toString()).isZero();
		return result.path("stdout").stringValue();
	}

	@Test
	@Exercises({ "phone.screenshot", "phone.long_screenshot", "phone.system_screenshot", "phone.shell" })
	void picturesHaveTheSizeOfTheScreenAndTheShellKnowsThePhone() {
		this.user.ok("start_app", Map.of("start_cmd", "com.android.settings", "activity", ".AboutActivity"));
		JsonNode picture = TestClient.MAPPER.readTree(this.user.ok("screenshot", Map.of()));
		assertThat(List.of(picture.path("width").intValue(), picture.path("height").intValue()))
			.isEqualTo(List.of(720, 1280));
		assertThat(TestClient.MAPPER.readTree(this.user.ok("long_screenshot", Map.of("max_screens", 2)))
			.path("height")
			.intValue()).isEqualTo(2 * 1280);
		assertThat(PlainHttp.get(this.user.ok("system_screenshot", Map.of())).headers().firstValue("Content-Type"))
			.contains("image/png");
		assertThat(this.user.ok("shell", Map.of("command", "getprop ro.build.version.release"))).contains("12");
	}

}
