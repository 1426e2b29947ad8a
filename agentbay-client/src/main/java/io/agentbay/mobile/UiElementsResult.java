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
