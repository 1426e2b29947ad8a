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
import java.nio.file.Files;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The chat of the workbench with the script that plays a task, what it has to ask for,
 * and the audit.
 */
class ChatPanelTests extends AbstractWorkbenchTests {

	@Test
	void aTaskIsPlayedApprovedAndRecorded() throws IOException {
		tab("Chat");
		assertThat(this.page.locator("#chat-model")).containsText("No model is configured, so a script answers");
		click("Send (Ctrl+Enter)");
		assertThat(this.page.locator("#approval-list")).containsText("May it call hand_over_file?");
		assertThat(this.page.locator("#approval-list")).containsText("A file is about to leave the computer");
		assertThat(this.page.locator("#approval-list")).containsText("collatz.svg");
		assertThat(this.page.locator("#approval-list")).containsText(Pattern.compile("Time left: [0-9] min"));
		assertThat(log()).containsText("N: unbound variable");
		assertAccessible();
		click("Approve hand_over_file");
		assertThat(log()).containsText("There are 112 numbers, and 9232 is the highest. You have the picture.");
		assertThat(this.page.locator("#approvals")).isHidden();
		assertThat(log().locator("details code")).hasText(new String[] { "write_file", "run_command", "edit_file",
				"run_command", "write_file", "run_command", "hand_over_file" });
		assertThat(log().locator("details").last())
			.containsText(Pattern.compile("answered after \\d+ ms, approved by you, in the workbench"));
		assertThat(log().locator("img")).not().hasJSProperty("naturalWidth", 0);
		Download download = this.page.waitForDownload(() -> this.page.getByText("Download collatz.svg").click());
		assertThat(download.suggestedFilename()).isEqualTo("collatz.svg");
		assertThat(Files.readString(download.path())).startsWith("<svg").contains("112 numbers, up to 9232");
		log().evaluate("log => log.scrollTop = log.scrollHeight");
		picture("workbench-chat");
		assertAccessible();
		this.page.setViewportSize(360, 740);
		assertThat(this.page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
		this.page.setViewportSize(1200, 800);

		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Select the session")).click();
		String computer = this.page.locator("#chat-computer").innerText().replaceFirst(".* is (\\S+)\\. .*", "$1");
		assertThat(this.page.locator("#session-list [aria-current=true]")).containsText(computer);

		tab("Audit");
		assertThat(this.page.locator("#audit-state")).hasText(Pattern.compile("\\d+ records, .* is intact"));
		assertThat(this.page.locator("#audit-list tr").first())
			.containsText(Pattern.compile("hand_over_file.*collatz.svg.*approved by you, in the workbench.*answered"));
		assertThat(this.page.locator("#audit-list")).containsText("allowed by default");
		assertAccessible();

		tab("Chat");
		click("End the conversation");
		assertThat(this.page.locator("#message")).hasText("Ended the conversation and its computer");
		assertThat(log()).isEmpty();
	}

	@Test
	void aCallIsDeclinedByKeyboardAndTheModelIsTold() {
		tab("Chat");
		tabTo(this.page.getByLabel("Message"));
		this.page.keyboard().press("Control+Enter");
		Locator why = this.page.getByLabel("If not, why");
		assertThat(why).isVisible();
		tabTo(why);
		this.page.keyboard().type("Not on a Friday");
		tabTo(button("Decline hand_over_file"));
		this.page.keyboard().press("Enter");
		assertThat(log()).containsText("I stop here");
		assertThat(log()).containsText("A person has declined this call: Not on a Friday");
		assertThat(log().locator("details").last()).containsText("not called");
		assertThat(log().locator("a")).hasCount(0);
		tabTo(button("End the conversation"));
		this.page.keyboard().press("Enter");
		assertThat(log()).isEmpty();
	}

	@Test
	void whatIsStoppedAsksNobodyAnyMore() {
		tab("Chat");
		click("Send (Ctrl+Enter)");
		assertThat(this.page.locator("#approvals")).isVisible();
		click("Stop");
		assertThat(log()).containsText("Stopped");
		assertThat(this.page.locator("#approvals")).isHidden();
		click("End the conversation");
		assertThat(log()).isEmpty();
	}

	private Locator log() {
		return this.page.locator("#chat-log");
	}

}
