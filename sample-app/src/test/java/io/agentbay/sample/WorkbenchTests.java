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

package io.agentbay.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The panels of the workbench, but for those of its chat.
 */
class WorkbenchTests extends AbstractWorkbenchTests {

	@Test
	void aSessionIsStartedPausedResumedAndDeleted() {
		start("linux_latest");
		Locator listed = this.page.locator("#session-list li").last();
		assertThat(listed).containsText("linux_latest, running, 0 min old, ends in 30 min unless it is used");
		assertThat(this.page.locator("#limits")).containsText("30 min");
		click("Pause");
		assertThat(listed).containsText("paused");
		click("Resume");
		assertThat(listed).containsText("running");
		delete();
	}

	@Test
	void aTerminalIsTypedToAndRead() {
		start("linux_latest");
		tab("Terminal");
		click("Open a terminal");
		assertThat(this.page.locator("#terminal-state")).hasText("Connected");
		this.page.keyboard().type("echo $((6 * 7)) colours; tput setaf 2; ls -la /\n");
		assertThat(this.page.locator("#terminal-screen .xterm-rows")).containsText("42 colours");
		picture("workbench-terminal");
		this.page.keyboard().type("exit 3\n");
		assertThat(this.page.locator("#terminal-state")).hasText("Ended: exit 3");
		delete();
	}

	@Test
	void codeShowsTextTablesPicturesAndErrors() {
		start("code_latest");
		tab("Code");
		run("""
				class Shown:
				    def __init__(self, kind, text): self.kind, self.text = kind, text
				    def _repr_mimebundle_(self, include=None, exclude=None): return {self.kind: self.text}
				print("<b>plain</b>")
				display(Shown("text/html", "<table><tr><th>city<td>Rome<script>document.title = 'lost'</script></table>"))
				display(Shown("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'/>"))
				""");
		Locator output = this.page.locator("#code-output");
		assertThat(output).containsText("<b>plain</b>");
		assertThat(output.getByRole(AriaRole.CELL, new Locator.GetByRoleOptions().setName("Rome"))).isVisible();
		assertThat(output.locator("img")).isVisible();
		assertThat(output).containsText("Finished");
		assertThat(this.page).hasTitle("AgentBay workbench");
		run("1 / 0");
		assertThat(output).containsText("ZeroDivisionError");
		delete();
	}

	@Test
	void filesAreUploadedEditedDownloadedAndDeleted() throws IOException {
		start("linux_latest");
		tab("Files");
		this.page.locator("#upload")
			.setInputFiles(new FilePayload("größer.txt", "text/plain", "first\n".getBytes(StandardCharsets.UTF_8)));
		drop("dropped.txt", "dropped");
		assertThat(this.page.locator("#file-list")).containsText("dropped.txt");
		click("Edit größer.txt");
		Locator editor = this.page.getByLabel("größer.txt", new Page.GetByLabelOptions().setExact(true));
		assertThat(editor).hasValue("first\n");
		editor.fill("second\n");
		click("Save");
		assertThat(this.page.locator("#message")).hasText("Saved größer.txt");
		Download download = this.page.waitForDownload(() -> click("Download größer.txt"));
		assertThat(Files.readString(download.path())).isEqualTo("second\n");
		click("Delete dropped.txt");
		assertThat(this.page.locator("#file-list")).not().containsText("dropped.txt");
		delete();
	}

	@Test
	void aBrowserIsSeenClickedAndTypedInto() {
		start("browser_latest");
		tab("Screen");
		assertThat(this.page.locator("#screen-kind")).hasValue("browser");
		this.page.getByLabel("Address")
			.fill("data:text/html,<style>*{margin:0;width:99vw;height:90vh}</style>"
					+ "<textarea oninput='document.body.style.background=\"red\";this.remove()'></textarea>");
		click("Open");
		assertSeen();
		String before = pictureAddress();
		this.page.locator("#screen-picture").click();
		await(before);
		before = pictureAddress();
		this.page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)).fill("x");
		click("Type");
		await(before);
		assertThat(middleOfThePicture()).isEqualTo("255,0,0");
		delete();
	}

	@Test
	void aPhoneIsSeenAndTapped() {
		start("mobile_latest");
		tab("Screen");
		assertThat(this.page.locator("#screen-kind")).hasValue("phone");
		this.page.getByLabel("Live").check();
		assertSeen();
		String before = pictureAddress();
		this.page.locator("#screen-picture").click();
		await(before);
		assertNoProblem();
		delete();
	}

	@Test
	void aDesktopIsSeenAndClicked() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/Xvfb")), "The desktop is not tried: Xvfb is missing");
		start("linux_latest");
		tab("Screen");
		this.page.getByLabel("Live").check();
		assertSeen();
		String before = pictureAddress();
		this.page.locator("#screen-picture").click();
		await(before);
		assertNoProblem();
		delete();
	}

	@Test
	void aContextIsCreatedAndOfferedAndDeleted() {
		tab("Contexts");
		this.page.getByLabel("Name").fill("<i>memory</i>");
		click("Create a context");
		assertThat(this.page.locator("#context-list")).containsText("<i>memory</i>");
		assertThat(this.page.locator("select[name=contextId]")).containsText("<i>memory</i>");
		click("Delete <i>memory</i>");
		assertThat(this.page.locator("#context-list")).not().containsText("<i>memory</i>");
	}

	@Test
	void figuresCallsHealthAndErrorsAreShown() {
		start("linux_latest");
		assertThat(this.page.locator("#health")).containsText("Health: UP");
		tab("Files");
		this.page.getByLabel("Directory").fill("nowhere");
		click("Show");
		assertThat(this.page.locator("#problem")).containsText("nowhere");
		tab("Metrics");
		assertThat(this.page.getByText(Pattern.compile("Memory of the session: [1-9]"))).isVisible();
		assertThat(this.page.locator("#plots polyline").first()).hasAttribute("points", Pattern.compile(".+ .+"));
		assertThat(this.page.locator("#no-pool")).isVisible();
		picture("workbench-metrics");
		tab("Calls");
		assertThat(this.page.locator("#call-list")).containsText("CreateMcpSession");
		assertThat(this.page.locator("#error-list")).containsText(Pattern.compile("list_directory: TOOL, .*nowhere"));
		delete();
	}

	@Test
	void allWorksByKeyboardAlone() {
		Locator image = this.page.getByLabel("Image");
		tabTo(image);
		this.page.keyboard().press("Enter");
		assertThat(this.page.locator("#message")).containsText("Started");
		tabTo(this.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Terminal")));
		this.page.keyboard().press("ArrowRight");
		assertThat(this.page.locator("#code")).isVisible();
		this.page.keyboard().press("ArrowLeft");
		tabTo(button("Open a terminal"));
		this.page.keyboard().press("Enter");
		assertThat(this.page.locator("#terminal-state")).hasText("Connected");
		this.page.keyboard().type("echo $((3 * 5)) keys\n");
		assertThat(this.page.locator("#terminal-screen .xterm-rows")).containsText("15 keys");
		this.page.keyboard().press("Control+Alt+KeyT");
		assertThat(button("Close it")).isFocused();
		this.page.keyboard().press("Enter");
		tabTo(button("Delete"));
		this.page.keyboard().press("Enter");
		assertThat(this.page.locator("#message")).containsText("Deleted");
	}

	@Test
	void itFitsAPhonesWidthAndTheDark() {
		this.context.close();
		open(new Browser.NewContextOptions().setViewportSize(360, 740).setColorScheme(ColorScheme.DARK));
		start("linux_latest");
		for (Locator tab : this.page.getByRole(AriaRole.TAB).all()) {
			tab.click();
			assertThat(this.page.evaluate("document.documentElement.scrollWidth")).as(tab.textContent()).isEqualTo(360);
		}
		assertThat(this.page.evaluate("getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(20, 23, 27)");
		assertAccessible();
		delete();
	}

	@Test
	void everyPanelIsAccessible() {
		start("linux_latest");
		for (Locator tab : this.page.getByRole(AriaRole.TAB).all()) {
			tab.click();
			assertAccessible();
		}
		delete();
	}

	private void run(String code) {
		this.page.locator("textarea[name=code]").fill(code);
		this.page.keyboard().press("Control+Enter");
	}

	private void drop(String name, String content) {
		this.page.locator("#drop")
			.dispatchEvent("drop",
					Map.of("dataTransfer",
							this.page.evaluateHandle(
									"([name, content]) => { const data = new DataTransfer();"
											+ " data.items.add(new File([content], name)); return data; }",
									List.of(name, content))));
	}

	private String pictureAddress() {
		return this.page.locator("#screen-picture").getAttribute("src");
	}

	private void await(String before) {
		assertThat(this.page.locator("#screen-picture")).not().hasAttribute("src", before);
	}

	private void assertSeen() {
		Locator picture = this.page.locator("#screen-picture");
		this.page.waitForFunction("() => document.getElementById('screen-picture').getAttribute('src')"
				+ " || document.getElementById('problem').textContent");
		assertThat(this.page.locator("#problem").textContent()).isEmpty();
		assertThat(picture).hasAttribute("src", Pattern.compile("blob:.+"));
		assertThat(picture).not().hasJSProperty("naturalWidth", 0);
	}

	private String middleOfThePicture() {
		return (String) this.page.evaluate("""
				async () => {
					const picture = document.getElementById('screen-picture');
					await picture.decode();
					const canvas = document.createElement('canvas').getContext('2d');
					canvas.drawImage(picture, -picture.naturalWidth / 2, -picture.naturalHeight / 2);
					return canvas.getImageData(0, 0, 1, 1).data.slice(0, 3).join();
				}""");
	}

	private void assertNoProblem() {
		assertThat(this.page.locator("#problem")).isEmpty();
	}

}
