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

package io.agentbay.local.internal.phone;

import java.io.IOException;

/**
 * The keys of a phone, by Android's numbers. Keys that mean nothing to this phone do
 * nothing.
 */
final class Keys {

	private static final int LAST = 288;

	private final Phone phone;

	Keys(Phone phone) {
		this.phone = phone;
	}

	void press(long code) throws IOException {
		if (code < 0 || code > LAST) {
			throw new IOException("There is no key %s; keys have numbers from 0 to %s".formatted(code, LAST));
		}
		switch ((int) code) {
			case 26 -> this.phone.setAwake(!this.phone.isAwake());
			case 223 -> this.phone.setAwake(false);
			case 224 -> this.phone.setAwake(true);
			default -> {
				if (this.phone.isAwake()) {
					pressAwake((int) code);
				}
			}
		}
	}

	private void pressAwake(int code) {
		switch (code) {
			case 3 -> this.phone.home();
			case 4 -> this.phone.back();
			case 24 -> this.phone.turnVolume(1);
			case 25 -> this.phone.turnVolume(-1);
			default -> {
				TextField field = this.phone.focused();
				if (field != null) {
					edit(field, code);
				}
			}
		}
	}

	private static void edit(TextField field, int code) {
		if (code >= 7 && code <= 16) {
			field.append(String.valueOf((char) ('0' + code - 7)));
		}
		else if (code >= 29 && code <= 54) {
			field.append(String.valueOf((char) ('a' + code - 29)));
		}
		else {
			switch (code) {
				case 55 -> field.append(",");
				case 56 -> field.append(".");
				case 62 -> field.append(" ");
				case 66 -> field.done();
				case 67 -> field.deleteLast();
				default -> {
					// means nothing to a text
				}
			}
		}
	}

}
