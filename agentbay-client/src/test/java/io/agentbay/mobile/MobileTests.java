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
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.agentbay.AgentBay;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.ToolFailedException;
import io.agentbay.internal.json.Json;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Refusal;
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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
		this.mobile = this.agentBay.get(Replies.SESSION).mobile();
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
		List<UiElement> elements = this.mobile.listElements();
		UiElement inner = UiElement.builder().text("OK").build();
		UiElement outer = UiElement.builder()
			.bounds(new Bounds(1, 2, 3, 4))
			.className("android.widget.FrameLayout")
			.type("layout")
			.resourceId("a:id/b")
			.index(0)
			.parent(true)
			.children(List.of(inner))
			.build();
		assertThat(elements).containsExactly(outer);
		assertThat(elements.get(0)).hasSameHashCodeAs(outer).isNotEqualTo(inner);
		assertThat(elements.get(0).isParent()).isTrue();
		assertThat(elements.stream().flatMap(UiElement::all)).containsExactly(outer, inner);
		assertThat(inner.index()).isEqualTo(-1);
		assertThat(new Bounds(1, 2, 5, 9).centerX()).isEqualTo(3);
		assertThat(new Bounds(1, 2, 5, 9).centerY()).isEqualTo(5);
	}

	@Test
	@Capability("13.7")
	void aTreeIsHandedOnAsItIs() {
		String xml = "<?xml version='1.0'?><hierarchy/>";
		this.server.answers(Replies.toolText(xml)).answers(Replies.toolText("[ {} ]"));
		assertThat(this.mobile.fetchElementTree(UiFormat.XML, Duration.ofSeconds(1))).isEqualTo(xml);
		assertThat(this.mobile.fetchElementTree(UiFormat.JSON)).isEqualTo("[ {} ]");
		assertThat(args(1)).contains("\"format\":\"xml\"");
		assertThat(args(2)).contains("\"format\":\"json\"");
	}

	@Test
	void elementsOfAnotherFormAreAFailure() {
		this.server.answers(Replies.toolText("no JSON")).answers(Replies.toolError("screen is off"));
		assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(this.mobile::listClickableElements)
			.withMessageStartingWith("The answer of the tool get_clickable_ui_elements is not JSON (");
		assertThatExceptionOfType(ToolFailedException.class).isThrownBy(this.mobile::listElements)
			.withMessageStartingWith("screen is off (");
	}

	@Test
	@Capability({ "13.12", "13.13" })
	void withoutADirectLinkAScreenshotHasAnAddress() {
		this.server.answers(Replies.toolText("https://example.invalid/a.png"));
		assertThat(this.mobile.screenshotUrl()).hasToString("https://example.invalid/a.png");
		assertThat(Refusal.of(() -> this.mobile.screenshot(ScreenshotFormat.JPEG)))
			.hasMessageContaining("use screenshot()");
	}

	@Test
	@Capability("13.14")
	void aLongScreenshotCarriesItsLimits() {
		this.server
			.answers(Replies.toolText("{\"type\":\"image\",\"mime_type\":\"image/png\",\"data\":\"iVBORw0KGgo=\"}"))
			.answers(Replies.toolText("{\"type\":\"image\",\"mime_type\":\"image/jpeg\",\"data\":\"/9j/\"}"));
		assertThat(this.mobile.longScreenshot().data()).hasSize(8);
		this.mobile
			.longScreenshot((options) -> options.withMaxScreens(10).withFormat(ScreenshotFormat.JPEG).withQuality(1));
		assertThat(Json.MAPPER.readTree(args(1)))
			.isEqualTo(Json.MAPPER.readTree("{\"max_screens\":4,\"format\":\"png\"}"));
		assertThat(Json.MAPPER.readTree(args(2)))
			.isEqualTo(Json.MAPPER.readTree("{\"max_screens\":10,\"format\":\"jpeg\",\"quality\":1}"));
	}

	@Test
	@Capability("13.21")
	void theKeyOfAdbIsEscaped() {
		this.server.answers(Replies.ok("{\"Url\":\"adb connect 203.0.113.7:30001\"}"));
		String link = this.mobile.createAdbLink("QAAA\"x\\ me@host");
		var request = this.server.requests().get(1);
		assertThat(request.query()).containsEntry("Action", "GetAdbLink");
		assertThat(request.form()).containsEntry("SessionId", Replies.SESSION);
		assertThat(Json.MAPPER.readTree(request.form().get("Option")).get("adbkey_pub").asString())
			.isEqualTo("QAAA\"x\\ me@host");
		assertThat(link).isEqualTo("adb connect 203.0.113.7:30001");
	}

	@ParameterizedTest
	@Capability({ "13.16", "13.17", "13.18", "13.19", "13.20" })
	@MethodSource("settings")
	void settingsAreCommands(String command, Consumer<Mobile> setting) {
		this.server.answers(Replies.toolText(RAN));
		setting.accept(this.mobile);
		assertThat(command(1)).isEqualTo(command);
	}

	static Stream<Arguments> settings() {
		return Stream.of(setting("setprop sys.wuying.lockres 1", Mobile::lockResolution),
				setting("setprop sys.wuying.lockres 0", Mobile::unlockResolution),
				setting("cat > /data/system/pm_whitelist.txt <<'END' && chmod 644 /data/system/pm_whitelist.txt && "
						+ "setprop rw.wy.pm_whitelist.refresh 1 && setprop persist.wy.pm_blacklist.switch 2\n"
						+ "com.a\ncom.b_1\nEND", (mobile) -> mobile.setAppRule(AppRule.allowOnly("com.a", "com.b_1"))),
				setting("cat > /data/system/pm_blacklist.txt <<'END' && chmod 644 /data/system/pm_blacklist.txt && "
						+ "setprop rw.wy.pm_blacklist.refresh 1 && setprop persist.wy.pm_blacklist.switch 1\ncom.a\nEND",
						(mobile) -> mobile.setAppRule(AppRule.forbid("com.a"))),
				setting("setprop persist.wy.hasnavibar false && killall com.android.systemui",
						Mobile::hideNavigationBar),
				setting("setprop persist.wy.hasnavibar true && killall com.android.systemui",
						Mobile::showNavigationBar),
				setting("cat > /data/system/pm_lock.conf <<'END' && chmod 644 /data/system/pm_lock.conf && "
						+ "setprop persist.wy.pm_lock.trigger $(date +%s)\ncom.a\nEND",
						(mobile) -> mobile.setProtectedApps(List.of("com.a"))));
	}

	@Test
	@Capability("13.15")
	void aConfigurationIsMadeInOrderUntilSomethingFails() {
		MobileExtraConfig config = MobileExtraConfig.unchanged()
			.withResolutionLocked()
			.withAppRule(AppRule.allowOnly("com.a"))
			.withNavigationBarHidden()
			.withProtectedApps(List.of("com.b"));
		for (int i = 0; i < 4; i++) {
			this.server.answers(Replies.toolText(RAN));
		}
		this.mobile.configure(config);
		assertThat(List.of(command(1), command(2), command(3), command(4))).satisfiesExactly(
				(first) -> assertThat(first).contains("lockres 1"),
				(second) -> assertThat(second).contains("whitelist"),
				(third) -> assertThat(third).contains("hasnavibar false"),
				(fourth) -> assertThat(fourth).contains("pm_lock"));
		this.server.answers(Replies.toolText(RAN))
			.answers(Replies.toolError("{\"stdout\":\"\",\"stderr\":\"read-only\",\"exit_code\":2}"));
		assertThatExceptionOfType(ToolFailedException.class).isThrownBy(() -> this.mobile.configure(config))
			.withMessageStartingWith("read-only (");
		assertThat(this.server.requests()).hasSize(7);
		this.mobile.configure(MobileExtraConfig.unchanged());
		assertThat(this.server.requests()).hasSize(7);
	}

	private String command(int request) {
		return Json.MAPPER.readTree(args(request)).get("command").asString();
	}

	private String args(int request) {
		return this.server.requests().get(request).form().get("Args");
	}

	private static Arguments setting(String command, Consumer<Mobile> setting) {
		return Arguments.of(command, setting);
	}

}
