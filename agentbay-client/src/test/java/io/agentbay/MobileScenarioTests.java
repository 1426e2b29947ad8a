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

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import javax.imageio.ImageIO;

import io.agentbay.device.AppFilter;
import io.agentbay.device.InstalledApp;
import io.agentbay.device.Screenshot;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.error.FailureKind;
import io.agentbay.local.Isolation;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.mobile.AppRule;
import io.agentbay.mobile.Bounds;
import io.agentbay.mobile.KeyCode;
import io.agentbay.mobile.LongScreenshotOptions;
import io.agentbay.mobile.Mobile;
import io.agentbay.mobile.MobileExtraConfig;
import io.agentbay.mobile.UiElement;
import io.agentbay.mobile.UiFormat;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The simulated phone of a session, over real sockets.
 */
@TestInstance(Lifecycle.PER_CLASS)
class MobileScenarioTests {

	private static final String NOTES = "io.agentbay.notes";

	private static final String SETTINGS = "com.android.settings";

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = client(this.runtime);

	private final Session session = phone(this.agentBay);

	private final Mobile mobile = this.session.mobile();

	@BeforeEach
	void goHome() {
		this.mobile.stopApp("am force-stop " + NOTES);
		this.mobile.stopApp(SETTINGS);
		this.mobile.sendKey(KeyCode.KEYCODE_WAKEUP);
		this.mobile.sendKey(KeyCode.KEYCODE_HOME);
	}

	@AfterAll
	void stop() {
		this.session.close();
		this.agentBay.close();
		this.runtime.close();
	}

	@Test
	@Capability({ "13.1", "13.3", "13.6", "13.7", "13.8" })
	void whatIsTappedAndTypedIsShown() {
		tap("Notes");
		assertThat(Refusal.of(() -> this.mobile.inputText("too early")))
			.hasMessageContaining("No focused editable node found");
		tap(byId("note"));
		this.mobile.inputText("Buy milk & <bread> ü");
		assertThat(byId("note").text()).isEqualTo("Buy milk & <bread> ü");
		assertThat(byId("note").className()).isEqualTo("android.widget.EditText");
		tap("Save");
		assertThat(byId("note").text()).isEmpty();
		assertThat(byId("note_0").text()).isEqualTo("Buy milk & <bread> ü");
		assertThat(byId("count").text()).isEqualTo("Notes: 1");
		assertThat(this.mobile.listClickableElements()).extracting(UiElement::text)
			.contains("Save", "Clear", "Back", "Home")
			.doesNotContain("Notes: 1");
		String xml = this.mobile.fetchElementTree(UiFormat.XML);
		assertThat(xml).startsWith("<?xml").contains("<hierarchy", "text=\"Buy milk &amp; &lt;bread> ü\"");
	}

	@Test
	@Capability({ "13.4", "13.5" })
	void keysEditTextsAndLeaveApps() {
		tap("Notes");
		tap(byId("note"));
		for (KeyCode key : List.of(KeyCode.KEYCODE_A, KeyCode.KEYCODE_B, KeyCode.KEYCODE_DEL, KeyCode.KEYCODE_SPACE,
				KeyCode.KEYCODE_7)) {
			this.mobile.sendKey(key);
		}
		assertThat(byId("note").text()).isEqualTo("a 7");
		this.mobile.sendKey(KeyCode.KEYCODE_ENTER);
		assertThat(byId("note_0").text()).isEqualTo("a 7");
		this.mobile.sendKey(KeyCode.KEYCODE_BACK);
		assertThat(byId("title").text()).isEqualTo("Simulated phone");
		this.mobile.startApp(SETTINGS);
		String before = byId("volume").text();
		this.mobile.sendKey(KeyCode.KEYCODE_VOLUME_UP);
		assertThat(byId("volume").text()).isNotEqualTo(before);
		this.mobile.sendKey(KeyCode.KEYCODE_POWER);
		assertThat(this.mobile.listClickableElements()).isEmpty();
		assertThat(Refusal.of(() -> this.mobile.sendKey(289)).failureKind()).isEqualTo(FailureKind.TOOL);
	}

	@Test
	@Capability({ "13.9", "13.10", "13.11" })
	void appsAreListedStartedAndStopped() {
		assertThat(this.mobile.listInstalledApps()).extracting(InstalledApp::name).containsExactly("Notes");
		List<InstalledApp> all = this.mobile.listInstalledApps(AppFilter.defaults().withSystemApps());
		assertThat(all).extracting(InstalledApp::name).containsExactlyInAnyOrder("Notes", "Settings");
		for (InstalledApp app : all) {
			assertThat(this.mobile.startApp(app.startCommand())).singleElement()
				.satisfies((process) -> assertThat(app.startCommand()).contains(process.name()));
			assertThat(byId("title").text()).isEqualTo(app.name());
			this.mobile.stopApp(app.stopCommand());
			assertThat(byId("title").text()).isEqualTo("Simulated phone");
		}
		this.mobile.startApp(SETTINGS, (options) -> options.withActivity(".AboutActivity"));
		assertThat(byId("title").text()).isEqualTo("About phone");
		assertThat(Refusal.of(() -> this.mobile.startApp("monkey -p com.example.absent 1")))
			.hasMessageContaining("No app");
		assertThat(Refusal.of(() -> this.mobile.startApp(NOTES, (options) -> options.withActivity(".Absent"))))
			.hasMessageContaining("no activity");
	}

	@Test
	@Capability("13.2")
	void aSwipeScrolls() {
		this.mobile.startApp(SETTINGS, (options) -> options.withActivity(".AboutActivity"));
		assertThat(ids()).contains("title").doesNotContain("notice_20");
		int before = byId("model").bounds().top();
		this.mobile.swipe(300, 900, 300, 800);
		assertThat(byId("model").bounds().top()).isEqualTo(before - 100);
		for (int i = 0; i < 3; i++) {
			this.mobile.swipe(300, 1100, 300, 100, Duration.ofMillis(100));
		}
		assertThat(ids()).contains("notice_20").doesNotContain("title");
		this.mobile.swipe(0, 0, 0, 5000);
		assertThat(ids()).contains("title").doesNotContain("notice_20");
	}

	@Test
	@Capability({ "13.13", "13.14" })
	void picturesShowTheState() throws IOException {
		tap("Notes");
		tap(byId("note"));
		BufferedImage before = picture(this.mobile.screenshot());
		assertThat(List.of(before.getWidth(), before.getHeight())).isEqualTo(List.of(720, 1280));
		this.mobile.inputText("seen");
		BufferedImage after = picture(this.mobile.screenshot());
		Bounds field = byId("note").bounds();
		assertThat(differences(before, after, field)).isGreaterThan(100);
		assertThat(differences(before, after, byId("save").bounds())).isZero();
		assertThat(this.mobile.screenshot(ScreenshotFormat.JPEG).mimeType()).isEqualTo("image/jpeg");
		this.mobile.startApp(SETTINGS, (options) -> options.withActivity(".AboutActivity"));
		Screenshot two = this.mobile.longScreenshot(jpegOfTwoScreens(30));
		assertThat(picture(two).getHeight()).isEqualTo(2 * 1280);
		assertThat(picture(this.mobile.longScreenshot()).getHeight()).isBetween(2 * 1280, 3 * 1280);
		assertThat(this.mobile.longScreenshot(jpegOfTwoScreens(90)).data()).hasSizeGreaterThan(two.data().length);
	}

	@Test
	@Capability("13.12")
	void withoutADirectLinkAScreenshotCanBeFetched() throws IOException {
		try (LocalAgentBay gateway = LocalAgentBay.builder().directLink(false).start();
				AgentBay client = client(gateway);
				Session own = phone(client)) {
			assertThat(ImageIO.read(own.mobile().screenshotUrl().toURL()).getHeight()).isEqualTo(1280);
			assertThat(picture(own.mobile().screenshot()).getHeight()).isEqualTo(1280);
		}
	}

	@Test
	@Capability({ "13.15", "13.16", "13.17", "13.18", "13.19", "13.20" })
	void settingsTakeEffect() {
		Assumptions.assumeTrue(this.runtime.isolation() == Isolation.BUBBLEWRAP,
				"settings are files of the session at absolute paths (Debian package: bubblewrap)");
		this.mobile.configure(MobileExtraConfig.unchanged()
			.withResolutionLocked()
			.withAppRule(AppRule.forbid(NOTES))
			.withNavigationBarHidden()
			.withProtectedApps(List.of(NOTES)));
		assertThat(Refusal.of(() -> this.mobile.startApp(NOTES))).hasMessageContaining("forbids");
		this.mobile.startApp(SETTINGS);
		assertThat(byId("resolution").text()).isEqualTo("Resolution locked: yes");
		assertThat(ids()).doesNotContain("back", "home");
		assertThat(shell("cat /data/system/pm_lock.conf")).isEqualTo(NOTES + "\n");
		this.mobile.setAppRule(AppRule.allowOnly(NOTES));
		this.mobile.startApp(NOTES);
		assertThat(Refusal.of(() -> this.mobile.startApp(SETTINGS))).hasMessageContaining("forbids");
		this.mobile.setAppRule(AppRule.allowOnly(NOTES, SETTINGS));
		this.mobile.showNavigationBar();
		this.mobile.unlockResolution();
		assertThat(ids()).contains("back", "home");
	}

	@Test
	void thePropertiesOfAnotherPhoneCanBeTakenOver() {
		Assumptions.assumeTrue(this.runtime.isolation() == Isolation.BUBBLEWRAP,
				"the file lies at an absolute path (Debian package: bubblewrap)");
		this.session.fileSystem().createDirectory("/data/agentbay_mobile_info");
		this.session.fileSystem().write("/data/agentbay_mobile_info/dev_info.json", """
				{"version": 1, "properties": {"ro.product.model": "Model X (5G)",
				 "ro.product.brand":"Brand: Y"}, "packages": [{"name": "a"}]}""");
		shell("chmod -R a+rwx /data/agentbay_mobile_info; wya apply -all /data/agentbay_mobile_info/dev_info.json");
		assertThat(shell("getprop ro.product.model")).isEqualTo("Model X (5G)\n");
		this.mobile.startApp(SETTINGS, (options) -> options.withActivity(".AboutActivity"));
		assertThat(byId("model").text()).isEqualTo("Model: Model X (5G)");
		assertThat(byId("brand").text()).isEqualTo("Brand: Brand: Y");
	}

	@Test
	@Capability("13.21")
	void whoHasAKeyOfAdbIsToldWhereToConnect() {
		// The head of a key with 2048 bits; what follows counts only when it is used.
		byte[] key = ByteBuffer.allocate(524).order(ByteOrder.LITTLE_ENDIAN).putInt(64).array();
		Arrays.fill(key, 8, 524, (byte) 1);
		String url = this.mobile.createAdbLink(Base64.getEncoder().encodeToString(key) + " me@here\n");
		assertThat(url).matches("adb connect 127\\.0\\.0\\.1:\\d+");
		assertThat(this.mobile.createAdbLink("no key")).isEqualTo(url);
	}

	@Test
	void aPhoneIsNoComputer() {
		assertThat(Refusal.of(() -> this.session.computer().clickMouse(1, 1)))
			.hasMessageContaining("mobile_latest does not have it");
		assertThat(this.session.findServer("tap")).hasValue("wuying_ui");
	}

	private String shell(String command) {
		return this.session.command().run(command).requireSuccess().stdout();
	}

	private void tap(String text) {
		tap(this.mobile.listClickableElements()
			.stream()
			.filter((element) -> element.text().equals(text))
			.findFirst()
			.orElseThrow());
	}

	private void tap(UiElement element) {
		this.mobile.tap(element.bounds().centerX(), element.bounds().centerY());
	}

	private UiElement byId(String id) {
		return this.mobile.listElements()
			.stream()
			.flatMap(UiElement::all)
			.filter((element) -> element.resourceId().endsWith(":id/" + id))
			.findFirst()
			.orElseThrow();
	}

	private List<String> ids() {
		return this.mobile.listElements()
			.stream()
			.flatMap(UiElement::all)
			.map((element) -> element.resourceId().replaceAll(".*/", ""))
			.toList();
	}

	private static int differences(BufferedImage first, BufferedImage second, Bounds bounds) {
		int count = 0;
		for (int x = bounds.left(); x < bounds.right(); x++) {
			for (int y = bounds.top(); y < bounds.bottom(); y++) {
				count += (first.getRGB(x, y) != second.getRGB(x, y)) ? 1 : 0;
			}
		}
		return count;
	}

	private static LongScreenshotOptions jpegOfTwoScreens(int quality) {
		return LongScreenshotOptions.defaults()
			.withMaxScreens(2)
			.withFormat(ScreenshotFormat.JPEG)
			.withQuality(quality);
	}

	private static BufferedImage picture(Screenshot screenshot) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(screenshot.data()));
	}

	private static Session phone(AgentBay agentBay) {
		return agentBay.create(CreateSessionOptions.ofImage("mobile_latest"));
	}

	private static AgentBay client(LocalAgentBay runtime) {
		return LocalClient.of(runtime).build();
	}

}
