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

package io.agentbay.mobile;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.agentbay.AgentBay;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.error.FailureKind;
import io.agentbay.internal.json.Json;
import io.agentbay.result.OperationResult;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The phone on the wire: what each operation sends, and how answers are read.
 */
class MobileTests {

	private static final String RAN = "{\"stdout\":\"\",\"stderr\":\"\",\"exit_code\":0}";

	private final ScriptedServer server = new ScriptedServer();

	private final AgentBay agentBay = this.server.client().build();

	private Mobile mobile;

	@BeforeEach
	void find() {
		this.server.answers(Replies.session());
		this.mobile = this.agentBay.get(Replies.SESSION).session().mobile();
	}

	@AfterEach
	void disconnect() {
		this.agentBay.close();
		this.server.close();
	}

	@ParameterizedTest
	@Capability("13.5")
	@CsvSource({ "KEYCODE_UNKNOWN, 0", "KEYCODE_HOME, 3", "KEYCODE_BACK, 4", "KEYCODE_0, 7", "KEYCODE_VOLUME_UP, 24",
			"KEYCODE_VOLUME_DOWN, 25", "KEYCODE_POWER, 26", "KEYCODE_A, 29", "KEYCODE_Z, 54", "KEYCODE_ENTER, 66",
			"KEYCODE_DEL, 67", "KEYCODE_MENU, 82", "KEYCODE_ESCAPE, 111", "KEYCODE_F12, 142", "KEYCODE_APP_SWITCH, 187",
			"KEYCODE_WAKEUP, 224", "KEYCODE_PASTE, 279", "KEYCODE_PROFILE_SWITCH, 288" })
	void keysHaveTheNumbersOfAndroid(KeyCode key, int value) {
		assertThat(key.value()).isEqualTo(value);
		assertThat(KeyCode.values()).hasSize(289);
	}

	@ParameterizedTest
	@Capability({ "13.7", "13.8" })
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"1,2,3,4"
			"[1,2][3,4]"
			{"left":1,"top":2,"right":3,"bottom":4}
			""")
	void boundsAreReadInEachOfTheirForms(String bounds) {
		this.server.answers(Replies.toolText("""
				[{"bounds":%s,"className":"android.widget.FrameLayout","text":"","type":"layout","resourceId":"a:id/b",
				"index":0,"isParent":true,"children":[{"text":"OK","bounds":"none"}]}]""".formatted(bounds)));
		UiElementsResult result = this.mobile.getAllUiElements().orElseThrow();
		UiElement inner = new UiElement(null, "", "OK", "", "", -1, false, List.of());
		assertThat(result.elements()).containsExactly(new UiElement(new Bounds(1, 2, 3, 4),
				"android.widget.FrameLayout", "", "layout", "a:id/b", 0, true, List.of(inner)));
		assertThat(result.all()).hasSize(2).endsWith(inner);
		assertThat(result.format()).isEqualTo(UiFormat.JSON);
		assertThat(new Bounds(1, 2, 5, 9).centerX()).isEqualTo(3);
		assertThat(new Bounds(1, 2, 5, 9).centerY()).isEqualTo(5);
	}

	@Test
	@Capability("13.7")
	void xmlIsHandedOnAsItIs() {
		String xml = "<?xml version='1.0'?><hierarchy/>";
		this.server.answers(Replies.toolText(xml));
		UiElementsResult result = this.mobile.getAllUiElements(Duration.ofSeconds(1), UiFormat.XML).orElseThrow();
		assertThat(result.raw()).isEqualTo(xml);
		assertThat(result.elements()).isEmpty();
	}

	@Test
	void elementsOfAnotherFormAreAFailure() {
		this.server.answers(Replies.toolText("no JSON")).answers(Replies.toolError("screen is off"));
		UiElementsResult broken = this.mobile.getClickableUiElements();
		assertThat(broken.failureKind()).isEqualTo(FailureKind.SERVICE);
		assertThat(broken.errorMessage())
			.isEqualTo("Failed to parse get_clickable_ui_elements response: it is not JSON");
		assertThat(this.mobile.getAllUiElements().errorMessage()).isEqualTo("screen is off");
	}

	@Test
	@Capability({ "13.12", "13.13" })
	void withoutADirectLinkAScreenshotIsAnAddress() {
		this.server.answers(Replies.toolText("https://example.invalid/a.png"));
		assertThat(this.mobile.screenshot().orElseThrow().url()).isEqualTo("https://example.invalid/a.png");
		assertThat(this.mobile.betaTakeScreenshot().errorMessage()).contains("use screenshot()");
	}

	@Test
	@Capability("13.14")
	void aLongScreenshotCarriesItsLimits() {
		this.server
			.answers(Replies.toolText("{\"type\":\"image\",\"mime_type\":\"image/png\",\"data\":\"iVBORw0KGgo=\"}"))
			.answers(Replies.toolText("{\"type\":\"image\",\"mime_type\":\"image/jpeg\",\"data\":\"/9j/\"}"));
		assertThat(this.mobile.betaTakeLongScreenshot().orElseThrow().screenshot().data()).hasSize(8);
		this.mobile.betaTakeLongScreenshot(10, ScreenshotFormat.JPEG, 1).orElseThrow();
		assertThat(Json.MAPPER.readTree(args(1)))
			.isEqualTo(Json.MAPPER.readTree("{\"max_screens\":4,\"format\":\"png\"}"));
		assertThat(Json.MAPPER.readTree(args(2)))
			.isEqualTo(Json.MAPPER.readTree("{\"max_screens\":10,\"format\":\"jpeg\",\"quality\":1}"));
	}

	@Test
	@Capability("13.21")
	void theKeyOfAdbIsEscaped() {
		this.server.answers(Replies.ok("{\"Url\":\"adb connect 203.0.113.7:30001\"}"));
		AdbUrlResult result = this.mobile.getAdbUrl("QAAA\"x\\ me@host").orElseThrow();
		var request = this.server.requests().get(1);
		assertThat(request.query()).containsEntry("Action", "GetAdbLink");
		assertThat(request.form()).containsEntry("SessionId", Replies.SESSION);
		assertThat(Json.MAPPER.readTree(request.form().get("Option")).get("adbkey_pub").asString())
			.isEqualTo("QAAA\"x\\ me@host");
		assertThat(result.url()).isEqualTo("adb connect 203.0.113.7:30001");
		assertThat(result.toString()).doesNotContain("203");
	}

	@ParameterizedTest
	@Capability({ "13.16", "13.17", "13.18", "13.19", "13.20" })
	@MethodSource("settings")
	void settingsAreCommands(String command, Function<Mobile, OperationResult> setting) {
		this.server.answers(Replies.toolText(RAN));
		assertThat(setting.apply(this.mobile).success()).isTrue();
		assertThat(command(1)).isEqualTo(command);
	}

	static Stream<Arguments> settings() {
		return Stream.of(setting("setprop sys.wuying.lockres 1", (mobile) -> mobile.setResolutionLock(true)),
				setting("setprop sys.wuying.lockres 0", (mobile) -> mobile.setResolutionLock(false)),
				setting("cat > /data/system/pm_whitelist.txt <<'END' && chmod 644 /data/system/pm_whitelist.txt && "
						+ "setprop rw.wy.pm_whitelist.refresh 1 && setprop persist.wy.pm_blacklist.switch 2\n"
						+ "com.a\ncom.b_1\nEND", (mobile) -> mobile.setAppWhitelist(List.of("com.a", "com.b_1"))),
				setting("cat > /data/system/pm_blacklist.txt <<'END' && chmod 644 /data/system/pm_blacklist.txt && "
						+ "setprop rw.wy.pm_blacklist.refresh 1 && setprop persist.wy.pm_blacklist.switch 1\ncom.a\nEND",
						(mobile) -> mobile.setAppBlacklist(List.of("com.a"))),
				setting("setprop persist.wy.hasnavibar false && killall com.android.systemui",
						(mobile) -> mobile.setNavigationBarVisibility(true)),
				setting("setprop persist.wy.hasnavibar true && killall com.android.systemui",
						(mobile) -> mobile.setNavigationBarVisibility(false)),
				setting("cat > /data/system/pm_lock.conf <<'END' && chmod 644 /data/system/pm_lock.conf && "
						+ "setprop persist.wy.pm_lock.trigger $(date +%s)\ncom.a\nEND",
						(mobile) -> mobile.setUninstallBlacklist(List.of("com.a"))));
	}

	@Test
	@Capability("13.15")
	void aConfigurationIsMadeInOrderUntilSomethingFails() {
		MobileExtraConfig config = MobileExtraConfig.unchanged()
			.withLockResolution(true)
			.withAppRule(AppRule.allowOnly("com.a"))
			.withHideNavigationBar(true)
			.withUninstallBlacklist(List.of("com.b"));
		for (int i = 0; i < 4; i++) {
			this.server.answers(Replies.toolText(RAN));
		}
		this.mobile.configure(config).orElseThrow();
		assertThat(List.of(command(1), command(2), command(3), command(4))).satisfiesExactly(
				(first) -> assertThat(first).contains("lockres 1"),
				(second) -> assertThat(second).contains("whitelist"),
				(third) -> assertThat(third).contains("hasnavibar false"),
				(fourth) -> assertThat(fourth).contains("pm_lock"));
		this.server.answers(Replies.toolText(RAN))
			.answers(Replies.toolError("{\"stdout\":\"\",\"stderr\":\"read-only\",\"exit_code\":2}"));
		OperationResult failed = this.mobile.configure(config);
		assertThat(failed.errorMessage()).isEqualTo("read-only");
		assertThat(this.server.requests()).hasSize(7);
		assertThat(this.mobile.configure(MobileExtraConfig.unchanged()).success()).isTrue();
		assertThat(this.server.requests()).hasSize(7);
	}

	private String command(int request) {
		return Json.MAPPER.readTree(args(request)).get("command").asString();
	}

	private String args(int request) {
		return this.server.requests().get(request).form().get("Args");
	}

	private static Arguments setting(String command, Function<Mobile, OperationResult> setting) {
		return Arguments.of(command, setting);
	}

}
