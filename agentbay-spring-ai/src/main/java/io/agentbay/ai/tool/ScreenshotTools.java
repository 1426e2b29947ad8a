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

package io.agentbay.ai.tool;

import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/**
 * Shows the model what is to be seen.
 */
final class ScreenshotTools {

	private final ToolWork work;

	ScreenshotTools(ToolWork work) {
		this.work = work;
	}

	@Tool(name = "screenshot", resultConverter = PlainTextConverter.class, description = """
			Take a picture of the open web page, or of the screen of your computer, and look at it.""")
	String screenshot(@ToolParam(required = false, description = "Default: page") @Nullable Subject subject) {
		if (subject != Subject.SCREEN && !this.work.lacks("page_use_screenshot")) {
			return BrowserTools.screenshot(this.work);
		}
		if (!this.work.lacks("tap")) {
			return PhoneTools.screenshot(this.work);
		}
		return this.work.lacks("click_mouse") ? "Error: this computer has nothing to be seen"
				: DesktopTools.screenshot(this.work);
	}

	/** What is to be seen. */
	enum Subject {

		PAGE, SCREEN

	}

}
