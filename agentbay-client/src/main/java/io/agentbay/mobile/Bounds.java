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

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where something is on the screen, in pixels from its upper left corner.
 *
 * @param left its left edge
 * @param top its upper edge
 * @param right its right edge
 * @param bottom its lower edge
 */
public record Bounds(int left, int top, int right, int bottom) {

	private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

	/**
	 * Return the middle.
	 * @return how far it is to the right
	 */
	public int centerX() {
		return (this.left + this.right) / 2;
	}

	/**
	 * Return the middle.
	 * @return how far down it is
	 */
	public int centerY() {
		return (this.top + this.bottom) / 2;
	}

	/**
	 * Read bounds in any form in which phones tell them: an object with the four edges,
	 * or a text with four numbers such as {@code 0,0,10,20} or {@code [0,0][10,20]}.
	 */
	static @Nullable Bounds read(@Nullable JsonNode json) {
		if (json == null) {
			return null;
		}
		if (json.isObject()) {
			return numbers(json.path("left"), json.path("top"), json.path("right"), json.path("bottom"));
		}
		return json.isString() ? read(json.asString()) : null;
	}

	private static @Nullable Bounds numbers(JsonNode left, JsonNode top, JsonNode right, JsonNode bottom) {
		boolean complete = left.isNumber() && top.isNumber() && right.isNumber() && bottom.isNumber();
		return complete ? new Bounds(left.asInt(0), top.asInt(0), right.asInt(0), bottom.asInt(0)) : null;
	}

	private static @Nullable Bounds read(String text) {
		Matcher matcher = NUMBER.matcher(text);
		int[] edges = new int[4];
		for (int i = 0; i < edges.length; i++) {
			if (!matcher.find()) {
				return null;
			}
			edges[i] = Integer.parseInt(matcher.group());
		}
		return new Bounds(edges[0], edges[1], edges[2], edges[3]);
	}

}
