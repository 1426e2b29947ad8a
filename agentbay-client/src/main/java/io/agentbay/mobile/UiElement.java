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

import io.agentbay.internal.json.Json;
import io.agentbay.internal.tool.ToolAnswer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that a phone shows.
 *
 * @param bounds where it is, {@code null} if not told
 * @param className the class of the view, empty if not told
 * @param text its text, empty if it has none
 * @param type what kind of thing it is, empty if not told
 * @param resourceId by which the app knows it, empty if not told
 * @param index its place among its siblings, -1 if not told
 * @param parent whether it holds other elements
 * @param children the elements that it holds
 */
public record UiElement(@Nullable Bounds bounds, String className, String text, String type, String resourceId,
		int index, boolean parent, List<UiElement> children) {

	public UiElement {
		children = List.copyOf(children);
	}

	/**
	 * Return this element and all that it holds.
	 * @return the elements, from the outside inwards
	 */
	public Stream<UiElement> all() {
		return Stream.concat(Stream.of(this), this.children.stream().flatMap(UiElement::all));
	}

	static UiElement read(JsonNode json) {
		JsonNode bounds = json.has("bounds") ? json.get("bounds") : json.get("bounds_rect");
		return new UiElement(Bounds.read(bounds), text(json, "className"), text(json, "text"), text(json, "type"),
				text(json, "resourceId"), json.path("index").asInt(-1), json.path("isParent").asBoolean(false),
				ToolAnswer.elements(json.get("children"), UiElement::read));
	}

	private static String text(JsonNode json, String name) {
		return Objects.requireNonNullElse(Json.text(json, name), "");
	}

}
