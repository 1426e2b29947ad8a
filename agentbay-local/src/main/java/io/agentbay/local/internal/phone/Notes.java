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

import java.util.ArrayList;
import java.util.List;

/**
 * An app that keeps notes, as long as it runs.
 */
final class Notes extends App {

	private final Phone phone;

	private final List<String> notes = new ArrayList<>();

	private final TextField field = new TextField(this::save);

	Notes(Phone phone) {
		super("io.agentbay.notes", "Notes", false);
		this.phone = phone;
	}

	@Override
	App fresh() {
		return new Notes(this.phone);
	}

	@Override
	void show(Page page) {
		page.text("title", "Notes");
		page.field("note", this.field, () -> this.phone.focus(this.field));
		page.button("save", "Save", this::save);
		page.button("clear", "Clear", this.notes::clear);
		page.text("count", "Notes: " + this.notes.size());
		for (int i = 0; i < this.notes.size(); i++) {
			page.text("note_" + i, this.notes.get(i));
		}
	}

	private void save() {
		if (!this.field.text().isBlank()) {
			this.notes.add(this.field.text());
			this.field.clear();
		}
	}

}
