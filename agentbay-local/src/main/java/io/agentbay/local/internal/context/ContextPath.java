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

package io.agentbay.local.internal.context;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.agentbay.local.internal.path.WindowsPath;

/**
 * A path in a context. Files are known by the absolute path that they have in a session,
 * so {@code /tmp/data/a.txt} is the file that appears there when the context is mounted
 * at {@code /tmp/data}. A path without a slash at its beginning starts at the root all
 * the same.
 *
 * @param names the names on the path, none of them {@code ..}; empty for the root
 */
public record ContextPath(List<String> names) {

	/**
	 * The root.
	 */
	public static final ContextPath ROOT = new ContextPath(List.of());

	private static final int MAX_NAME_BYTES = 255;

	private static final int MAX_BYTES = 1023;

	public ContextPath {
		names = List.copyOf(names);
	}

	/**
	 * Read a path.
	 * @param text the text; slashes in excess and {@code .} do not count
	 * @return the path
	 * @throws ContextRefusedException if it has {@code ..}, a zero character or is too
	 * long
	 */
	public static ContextPath of(String text) {
		List<String> names = new ArrayList<>();
		for (String name : WindowsPath.mapped(text).split("/")) {
			if (name.equals("..") || name.indexOf('\0') >= 0) {
				throw refused(text, "must not hold '..' or the zero character");
			}
			if (!name.isEmpty() && !name.equals(".")) {
				if (bytes(name) > MAX_NAME_BYTES) {
					throw refused(text, "has a name of more than " + MAX_NAME_BYTES + " bytes");
				}
				names.add(name);
			}
		}
		if (bytes(text) > MAX_BYTES) {
			throw refused(text, "has more than " + MAX_BYTES + " bytes");
		}
		return new ContextPath(names);
	}

	/**
	 * Whether this is the root.
	 * @return true if it has no names
	 */
	public boolean isRoot() {
		return this.names.isEmpty();
	}

	/**
	 * The last name.
	 * @return the name; empty for the root
	 */
	public String name() {
		return isRoot() ? "" : this.names.get(this.names.size() - 1);
	}

	/**
	 * The path above.
	 * @return the path less its last name; the root's is the root
	 */
	public ContextPath parent() {
		return isRoot() ? this : new ContextPath(this.names.subList(0, this.names.size() - 1));
	}

	/**
	 * A path below this one.
	 * @param below the rest of the path
	 * @return both, one after the other
	 */
	public ContextPath resolve(ContextPath below) {
		List<String> all = new ArrayList<>(this.names);
		all.addAll(below.names);
		return new ContextPath(all);
	}

	/**
	 * Whether this path is another one or leads on from it.
	 * @param above the other path
	 * @return true if it does
	 */
	public boolean startsWith(ContextPath above) {
		return this.names.size() >= above.names.size() && this.names.subList(0, above.names.size()).equals(above.names);
	}

	/**
	 * The rest of this path after another one it starts with.
	 * @param above the other path
	 * @return the rest, the root if both are equal
	 */
	public ContextPath after(ContextPath above) {
		if (!startsWith(above)) {
			throw new IllegalArgumentException(this + " is not below " + above);
		}
		return new ContextPath(this.names.subList(above.names.size(), this.names.size()));
	}

	/**
	 * The path as clients write it.
	 * @return the names, a slash before each; a slash alone for the root
	 */
	@Override
	public String toString() {
		return "/" + String.join("/", this.names);
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	private static ContextRefusedException refused(String text, String problem) {
		String shown = (text.length() > 80) ? text.substring(0, 80) + "…" : text;
		return new ContextRefusedException("InvalidParameter", "The path '" + shown + "' " + problem);
	}

}
