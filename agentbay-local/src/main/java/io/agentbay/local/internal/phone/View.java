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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A part of what a phone shows.
 *
 * @param kind what it is
 * @param text its text
 * @param id by which the app knows it
 * @param bounds where it is on the screen
 * @param action what a tap does, {@code null} for nothing
 * @param field the text that it edits, {@code null} if it is no field
 * @param children the views inside it
 */
record View(Kind kind, String text, String id, Rectangle bounds, @Nullable Runnable action, @Nullable TextField field,
		List<View> children) {

	boolean clickable() {
		return this.action != null;
	}

	/**
	 * As users are told of it.
	 */
	Element element() {
		return new Element(this.kind.className(), this.kind.type(), this.text, this.id, this.bounds, clickable(),
				this.children.stream().map(View::element).toList());
	}

	/**
	 * This view and those inside it, from the outside inwards.
	 */
	Stream<View> all() {
		return Stream.concat(Stream.of(this), this.children.stream().flatMap(View::all));
	}

	/**
	 * The innermost view at a place that a tap does something to.
	 */
	Optional<View> clickableAt(int x, int y) {
		return all().filter((view) -> view.clickable() && view.bounds.contains(x, y)).reduce((outer, inner) -> inner);
	}

	/**
	 * Kinds of views.
	 */
	enum Kind {

		/**
		 * Holds other views.
		 */
		LAYOUT("android.widget.FrameLayout", "layout"),

		/**
		 * A text.
		 */
		TEXT("android.widget.TextView", "text"),

		/**
		 * A button.
		 */
		BUTTON("android.widget.Button", "button"),

		/**
		 * A field for a text.
		 */
		FIELD("android.widget.EditText", "edit");

		private final String className;

		private final String type;

		Kind(String className, String type) {
			this.className = className;
			this.type = type;
		}

		/**
		 * The class that Android has for it.
		 */
		String className() {
			return this.className;
		}

		/**
		 * Its short name.
		 */
		String type() {
			return this.type;
		}

	}

}
