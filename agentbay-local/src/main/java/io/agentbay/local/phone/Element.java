package io.agentbay.local.phone;

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
