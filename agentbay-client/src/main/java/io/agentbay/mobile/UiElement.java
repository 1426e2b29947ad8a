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

package io.agentbay.mobile;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * Something that a phone shows.
 * <p>
 * In JSON it has the names of its fields.
 *
 * @since 0.1.0
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
public final class UiElement {

	private final @Nullable Bounds bounds;

	private final String className;

	private final String text;

	private final String type;

	private final String resourceId;

	private final int index;

	private final boolean parent;

	private final List<UiElement> children;

	private UiElement(Builder builder) {
		this.bounds = builder.bounds;
		this.className = builder.className;
		this.text = builder.text;
		this.type = builder.type;
		this.resourceId = builder.resourceId;
		this.index = builder.index;
		this.parent = builder.parent;
		this.children = builder.children;
	}

	/**
	 * Start building an element, as fakes need it.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return where it is.
	 * @return the place, {@code null} if not told
	 */
	public @Nullable Bounds bounds() {
		return this.bounds;
	}

	/**
	 * Return the class of the view.
	 * @return the class, empty if not told
	 */
	public String className() {
		return this.className;
	}

	/**
	 * Return its text.
	 * @return the text, empty if it has none
	 */
	public String text() {
		return this.text;
	}

	/**
	 * Return what kind of thing it is.
	 * @return the kind, empty if not told
	 */
	public String type() {
		return this.type;
	}

	/**
	 * Return the id by which the app knows it.
	 * @return the id, empty if not told
	 */
	public String resourceId() {
		return this.resourceId;
	}

	/**
	 * Return its place among its siblings.
	 * @return the place, -1 if not told
	 */
	public int index() {
		return this.index;
	}

	/**
	 * Return whether the phone says that it holds other elements.
	 * @return whether it does
	 */
	public boolean isParent() {
		return this.parent;
	}

	/**
	 * Return the elements that it holds.
	 * @return the elements
	 */
	public List<UiElement> children() {
		return this.children;
	}

	/**
	 * Return this element and all that it holds.
	 * @return the elements, from the outside inwards
	 */
	public Stream<UiElement> all() {
		return Stream.concat(Stream.of(this), this.children.stream().flatMap(UiElement::all));
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof UiElement that && Objects.equals(this.bounds, that.bounds)
				&& this.className.equals(that.className) && this.text.equals(that.text) && this.type.equals(that.type)
				&& this.resourceId.equals(that.resourceId) && this.index == that.index && this.parent == that.parent
				&& this.children.equals(that.children);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.bounds, this.className, this.text, this.type, this.resourceId, this.index, this.parent,
				this.children);
	}

	@Override
	public String toString() {
		return "UiElement[bounds=%s, className=%s, text=%s, type=%s, resourceId=%s, index=%s, parent=%s, children=%s]"
			.formatted(this.bounds, this.className, this.text, this.type, this.resourceId, this.index, this.parent,
					this.children);
	}

	/**
	 * Builds elements. What is not set is not told.
	 */
	public static final class Builder {

		private @Nullable Bounds bounds;

		private String className = "";

		private String text = "";

		private String type = "";

		private String resourceId = "";

		private int index = -1;

		private boolean parent;

		private List<UiElement> children = List.of();

		private Builder() {
		}

		/**
		 * Set where it is.
		 * @param bounds the place, {@code null} if not told
		 * @return this
		 */
		public Builder bounds(@Nullable Bounds bounds) {
			this.bounds = bounds;
			return this;
		}

		/**
		 * Set the class of the view.
		 * @param className the class
		 * @return this
		 */
		public Builder className(String className) {
			this.className = className;
			return this;
		}

		/**
		 * Set its text.
		 * @param text the text
		 * @return this
		 */
		public Builder text(String text) {
			this.text = text;
			return this;
		}

		/**
		 * Set what kind of thing it is.
		 * @param type the kind
		 * @return this
		 */
		public Builder type(String type) {
			this.type = type;
			return this;
		}

		/**
		 * Set the id by which the app knows it.
		 * @param resourceId the id
		 * @return this
		 */
		public Builder resourceId(String resourceId) {
			this.resourceId = resourceId;
			return this;
		}

		/**
		 * Set its place among its siblings.
		 * @param index the place
		 * @return this
		 */
		public Builder index(int index) {
			this.index = index;
			return this;
		}

		/**
		 * Set whether the phone says that it holds other elements.
		 * @param parent whether it does
		 * @return this
		 */
		public Builder parent(boolean parent) {
			this.parent = parent;
			return this;
		}

		/**
		 * Set the elements that it holds.
		 * @param children the elements
		 * @return this
		 */
		public Builder children(List<UiElement> children) {
			this.children = List.copyOf(children);
			return this;
		}

		/**
		 * Build the element.
		 * @return the element
		 */
		public UiElement build() {
			return new UiElement(this);
		}

	}

}
