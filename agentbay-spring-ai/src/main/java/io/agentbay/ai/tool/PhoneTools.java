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

import java.util.stream.Collectors;

import io.agentbay.device.Screenshot;
import io.agentbay.mobile.Bounds;
import io.agentbay.mobile.KeyCode;
import io.agentbay.mobile.Mobile;
import io.agentbay.mobile.UiElement;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/**
 * Works with the phone.
 */
final class PhoneTools {

	private final ToolWork work;

	PhoneTools(ToolWork work) {
		this.work = work;
	}

	@Tool(name = "phone", resultConverter = PlainTextConverter.class, description = """
			Work with an Android phone. look shows the screen and lists what can be tapped. tap taps at the pixel x, \
			y; swipe moves from there to toX, toY. type writes 'text' where the focus is. home and back press these \
			keys. start starts the app in 'text', a command such as monkey -p com.example 1.""")
	String phone(@ToolParam(description = "What to do") Action action,
			@ToolParam(required = false, description = "Pixels from the left") @Nullable Integer x,
			@ToolParam(required = false, description = "Pixels from the top") @Nullable Integer y,
			@ToolParam(required = false, description = "Where a swipe ends") @Nullable Integer toX,
			@ToolParam(required = false, description = "Where a swipe ends") @Nullable Integer toY,
			@ToolParam(required = false, description = "What to type or start") @Nullable String text) {
		if (this.work.lacks("tap")) {
			return "Error: this computer is no phone";
		}
		Mobile phone = this.work.session().mobile();
		switch (action) {
			case LOOK -> {
				return look(phone);
			}
			case TAP, SWIPE -> {
				if (x == null || y == null || (action == Action.SWIPE && (toX == null || toY == null))) {
					return "Error: 'x' and 'y' are needed, and for swipe 'toX' and 'toY'";
				}
				touch(phone, x, y, toX, toY);
			}
			case TYPE, START -> {
				if (text == null || text.isEmpty()) {
					return "Error: 'text' is missing";
				}
				withText(phone, action, text);
			}
			case HOME -> phone.sendKey(KeyCode.KEYCODE_HOME);
			case BACK -> phone.sendKey(KeyCode.KEYCODE_BACK);
		}
		return "Done; look to see what it has led to";
	}

	private static void touch(Mobile phone, int x, int y, @Nullable Integer toX, @Nullable Integer toY) {
		if (toX != null && toY != null) {
			phone.swipe(x, y, toX, toY);
		}
		else {
			phone.tap(x, y);
		}
	}

	private static void withText(Mobile phone, Action action, String text) {
		if (action == Action.TYPE) {
			phone.inputText(text);
		}
		else {
			phone.startApp(text);
		}
	}

	private String look(Mobile phone) {
		String elements = phone.listClickableElements()
			.stream()
			.flatMap(UiElement::all)
			.map(PhoneTools::shown)
			.distinct()
			.collect(Collectors.joining("\n"));
		return this.work.answer("The screen of the phone")
			.line(screenshot(this.work))
			.with("Can be tapped", elements, "look at the picture")
			.toString();
	}

	private static String shown(UiElement element) {
		Bounds bounds = element.bounds();
		String place = (bounds != null) ? " at %s, %s".formatted(bounds.centerX(), bounds.centerY()) : "";
		return "%s \"%s\"%s".formatted(element.className(), element.text(), place);
	}

	static String screenshot(ToolWork work) {
		Screenshot shot = work.session().mobile().screenshot();
		return work.picture("the screen of the phone", shot.mimeType(), shot.data());
	}

	/** What can be done. */
	enum Action {

		LOOK, TAP, SWIPE, TYPE, HOME, BACK, START

	}

}
