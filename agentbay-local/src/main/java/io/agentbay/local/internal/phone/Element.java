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
import java.util.stream.Stream;

/**
 * A part of what a phone shows, as its users are told of it.
 *
 * @param className the class that Android has for it
 * @param type the short name of its kind
 * @param text its text
 * @param id by which the app knows it
 * @param bounds where it is on the screen
 * @param clickable whether a tap does something
 * @param children the elements inside it
 */
public record Element(String className, String type, String text, String id, Rectangle bounds, boolean clickable,
		List<Element> children) {

	public Element {
		children = List.copyOf(children);
	}

	/**
	 * This element and those inside it.
	 * @return the elements, from the outside inwards
	 */
	public Stream<Element> all() {
		return Stream.concat(Stream.of(this), this.children.stream().flatMap(Element::all));
	}

}
