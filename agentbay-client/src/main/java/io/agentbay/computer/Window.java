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

package io.agentbay.computer;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * A window on the desktop.
 * <p>
 * In JSON it has the names of its fields.
 *
 * @since 0.1.0
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
public final class Window {

	private final long id;

	private final String title;

	private final int x;

	private final int y;

	private final int width;

	private final int height;

	private final long pid;

	private final String processName;

	private final List<Window> children;

	private Window(Builder builder) {
		this.id = builder.id;
		this.title = builder.title;
		this.x = builder.x;
		this.y = builder.y;
		this.width = builder.width;
		this.height = builder.height;
		this.pid = builder.pid;
		this.processName = builder.processName;
		this.children = builder.children;
	}

	/**
	 * Start building a window, as fakes need it.
	 * @param id by which window operations know it
	 * @return a builder
	 */
	public static Builder builder(long id) {
		return new Builder(id);
	}

	/**
	 * Return by which id window operations know it.
	 * @return the id
	 */
	public long id() {
		return this.id;
	}

	/**
	 * Return its title.
	 * @return the title, empty if it has none
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Return the place of its left edge.
	 * @return how many pixels it is right of that of the screen
	 */
	public int x() {
		return this.x;
	}

	/**
	 * Return the place of its upper edge.
	 * @return how many pixels it is below that of the screen
	 */
	public int y() {
		return this.y;
	}

	/**
	 * Return its width.
	 * @return the width in pixels
	 */
	public int width() {
		return this.width;
	}

	/**
	 * Return its height.
	 * @return the height in pixels
	 */
	public int height() {
		return this.height;
	}

	/**
	 * Return the process that it belongs to.
	 * @return the number of the process, 0 if not told
	 */
	public long pid() {
		return this.pid;
	}

	/**
	 * Return the name of the process that it belongs to.
	 * @return the name, empty if not told
	 */
	public String processName() {
		return this.processName;
	}

	/**
	 * Return the windows that belong to it.
	 * @return the windows
	 */
	public List<Window> children() {
		return this.children;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Window that && this.id == that.id && this.x == that.x && this.y == that.y
				&& this.width == that.width && this.height == that.height && this.pid == that.pid
				&& this.title.equals(that.title) && this.processName.equals(that.processName)
				&& this.children.equals(that.children);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.id, this.title, this.x, this.y, this.width, this.height, this.pid, this.processName,
				this.children);
	}

	@Override
	public String toString() {
		return "Window[id=%s, title=%s, x=%s, y=%s, width=%s, height=%s, pid=%s, processName=%s, children=%s]"
			.formatted(this.id, this.title, this.x, this.y, this.width, this.height, this.pid, this.processName,
					this.children);
	}

	/**
	 * Builds windows. What is not set is not told.
	 */
	public static final class Builder {

		private final long id;

		private String title = "";

		private int x;

		private int y;

		private int width;

		private int height;

		private long pid;

		private String processName = "";

		private List<Window> children = List.of();

		private Builder(long id) {
			this.id = id;
		}

		/**
		 * Set its title.
		 * @param title the title
		 * @return this
		 */
		public Builder title(String title) {
			this.title = title;
			return this;
		}

		/**
		 * Set where its upper left corner is.
		 * @param x how many pixels right of that of the screen
		 * @param y how many pixels below that of the screen
		 * @return this
		 */
		public Builder place(int x, int y) {
			this.x = x;
			this.y = y;
			return this;
		}

		/**
		 * Set its size.
		 * @param width the width in pixels
		 * @param height the height in pixels
		 * @return this
		 */
		public Builder size(int width, int height) {
			this.width = width;
			this.height = height;
			return this;
		}

		/**
		 * Set the process that it belongs to.
		 * @param pid the number of the process
		 * @param processName the name of the process
		 * @return this
		 */
		public Builder process(long pid, String processName) {
			this.pid = pid;
			this.processName = processName;
			return this;
		}

		/**
		 * Set the windows that belong to it.
		 * @param children the windows
		 * @return this
		 */
		public Builder children(List<Window> children) {
			this.children = List.copyOf(children);
			return this;
		}

		/**
		 * Build the window.
		 * @return the window
		 */
		public Window build() {
			return new Window(this);
		}

	}

}
