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

/**
 * An app that shows how the phone is set.
 */
final class Settings extends App {

	private static final int ABOUT_ROWS = 20;

	private final Phone phone;

	private boolean about;

	Settings(Phone phone) {
		super("com.android.settings", "Settings", true);
		this.phone = phone;
	}

	@Override
	App fresh() {
		return new Settings(this.phone);
	}

	@Override
	void show(Page page) {
		if (!this.about) {
			page.text("title", "Settings");
			page.text("volume", "Volume: " + this.phone.volume());
			page.text("resolution",
					"Resolution locked: " + (this.phone.property("sys.wuying.lockres").equals("1") ? "yes" : "no"));
			page.button("about", "About phone", () -> this.about = true);
			return;
		}
		page.text("title", "About phone");
		page.text("brand", "Brand: " + this.phone.property("ro.product.brand"));
		page.text("model", "Model: " + this.phone.property("ro.product.model"));
		page.text("version", "Android version: " + this.phone.property("ro.build.version.release"));
		for (int row = 1; row <= ABOUT_ROWS; row++) {
			page.text("notice_" + row, "Notice %s of %s".formatted(row, ABOUT_ROWS));
		}
	}

	@Override
	boolean open(String activity) {
		boolean toAbout = activity.endsWith(".AboutActivity");
		boolean known = toAbout || super.open(activity);
		this.about = known ? toAbout : this.about;
		return known;
	}

	@Override
	boolean back() {
		boolean inside = this.about;
		this.about = false;
		return inside;
	}

}
