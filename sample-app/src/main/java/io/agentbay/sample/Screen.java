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

import java.util.List;

import io.agentbay.computer.Computer;
import io.agentbay.device.Screenshot;
import io.agentbay.mobile.KeyCode;
import io.agentbay.mobile.Mobile;

/**
 * A screen that is looked at and worked with: the desktop's, the phone's, or a page of
 * the browser.
 */
interface Screen {

	Screenshot picture();

	void click(int x, int y);

	void type(String text);

	/**
	 * Press a key.
	 * @param key its name as browsers know it, such as {@code Enter}
	 */
	void press(String key);

	/** Open an address, or start an application. */
	void open(String target);

	/**
	 * The desktop of a session.
	 *
	 * @param computer the desktop
	 */
	record Desktop(Computer computer) implements Screen {

		@Override
		public Screenshot picture() {
			return this.computer.screenshot();
		}

		@Override
		public void click(int x, int y) {
			this.computer.clickMouse(x, y);
		}

		@Override
		public void type(String text) {
			this.computer.inputText(text);
		}

		@Override
		public void press(String key) {
			this.computer.pressKeys(List.of(key));
		}

		@Override
		public void open(String target) {
			this.computer.startApp(target);
		}

	}

	/**
	 * The phone of a session.
	 *
	 * @param mobile the phone
	 */
	record Phone(Mobile mobile) implements Screen {

		@Override
		public Screenshot picture() {
			return this.mobile.screenshot();
		}

		@Override
		public void click(int x, int y) {
			this.mobile.tap(x, y);
		}

		@Override
		public void type(String text) {
			this.mobile.inputText(text);
		}

		@Override
		public void press(String key) {
			this.mobile.sendKey(switch (key) {
				case "Enter" -> KeyCode.KEYCODE_ENTER;
				case "Backspace" -> KeyCode.KEYCODE_DEL;
				case "Tab" -> KeyCode.KEYCODE_TAB;
				case "Escape" -> KeyCode.KEYCODE_BACK;
				case "Home" -> KeyCode.KEYCODE_HOME;
				default -> throw new IllegalArgumentException("'key': a phone has no key '" + key + "'");
			});
		}

		@Override
		public void open(String target) {
			this.mobile.startApp(target);
		}

	}

}
