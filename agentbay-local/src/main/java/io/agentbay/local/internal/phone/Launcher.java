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
import java.util.Locale;

/**
 * The app from which the others are started.
 */
final class Launcher extends App {

	private final Phone phone;

	Launcher(Phone phone) {
		super("io.agentbay.launcher", "Launcher", true);
		this.phone = phone;
	}

	@Override
	App fresh() {
		return this;
	}

	@Override
	void show(Page page) {
		page.text("title", "Simulated phone");
		for (App app : this.phone.shownApps()) {
			page.button("app_" + app.label().toLowerCase(Locale.ROOT), app.label(), () -> {
				try {
					this.phone.start(app.packageName(), "");
				}
				catch (IOException ex) {
					// A rule forbids it: a tap does nothing then.
				}
			});
		}
	}

}
