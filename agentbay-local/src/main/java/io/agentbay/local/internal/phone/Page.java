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

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an app shows, one thing below the other. Only what lies in the visible part of the
 * page becomes a view.
 */
final class Page {

	private static final int MARGIN = 24;

	private static final int ROW = 88;

	private final Rectangle area;

	private final int scroll;

	private final String packageName;

	private final List<View> views = new ArrayList<>();

	private int used;

	Page(Rectangle area, int scroll, String packageName) {
		this.area = area;
		this.scroll = scroll;
		this.packageName = packageName;
	}

	void text(String id, String text) {
		add(View.Kind.TEXT, id, text, null, null);
	}

	void button(String id, String text, Runnable action) {
		add(View.Kind.BUTTON, id, text, action, null);
	}

	void field(String id, TextField field, Runnable focus) {
		add(View.Kind.FIELD, id, field.text(), focus, field);
	}

	/**
	 * How far it can be scrolled.
	 */
	int maxScroll() {
		return Math.max(0, this.used + MARGIN - this.area.height);
	}

	View view() {
		return new View(View.Kind.LAYOUT, "", this.packageName + ":id/content", this.area, null, null,
				List.copyOf(this.views));
	}

	private void add(View.Kind kind, String id, String text, @Nullable Runnable action, @Nullable TextField field) {
		Rectangle bounds = new Rectangle(this.area.x + MARGIN, this.area.y + this.used + MARGIN - this.scroll,
				this.area.width - 2 * MARGIN, ROW);
		this.used += ROW + MARGIN;
		Rectangle visible = bounds.intersection(this.area);
		if (!visible.isEmpty()) {
			this.views.add(new View(kind, text, this.packageName + ":id/" + id, visible, action, field, List.of()));
		}
	}

}
