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

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * What a phone shows.
 *
 * @param outcome how the operation ended
 * @param elements the elements; empty on failure, and in the format XML
 * @param raw the answer as the phone gave it, empty on failure
 * @param format the format of that answer
 */
public record UiElementsResult(Outcome outcome, List<UiElement> elements, String raw,
		UiFormat format) implements Result<UiElementsResult> {

	public UiElementsResult {
		elements = List.copyOf(elements);
	}

	/**
	 * Return the elements and all that they hold.
	 * @return the elements, from the outside inwards
	 */
	public List<UiElement> all() {
		return this.elements.stream().flatMap(UiElement::all).toList();
	}

}
