package io.agentbay.local.phone;

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
