package io.agentbay.local.phone;

import java.awt.Rectangle;
import java.util.List;

/**
 * What a phone shows, in the XML of Android's UI Automator.
 */
public final class UiXml {

	private UiXml() {
	}

	/**
	 * Write what a phone shows.
	 * @param root the outermost view
	 * @return the XML
	 */
	public static String of(View root) {
		StringBuilder xml = new StringBuilder(
				"<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<hierarchy rotation=\"0\">");
		write(xml, root, 0);
		return xml.append("</hierarchy>").toString();
	}

	private static void write(StringBuilder xml, View view, int index) {
		Rectangle bounds = view.bounds();
		int colon = view.id().indexOf(':');
		xml.append("<node index=\"").append(index).append('"');
		attribute(xml, "text", view.text());
		attribute(xml, "resource-id", view.id());
		attribute(xml, "class", view.kind().className());
		attribute(xml, "package", (colon > 0) ? view.id().substring(0, colon) : "");
		attribute(xml, "clickable", Boolean.toString(view.clickable()));
		attribute(xml, "bounds",
				"[%d,%d][%d,%d]".formatted(bounds.x, bounds.y, bounds.x + bounds.width, bounds.y + bounds.height));
		xml.append('>');
		List<View> children = view.children();
		for (int i = 0; i < children.size(); i++) {
			write(xml, children.get(i), i);
		}
		xml.append("</node>");
	}

	private static void attribute(StringBuilder xml, String name, String value) {
		xml.append(' ').append(name).append("=\"");
		value.codePoints().forEach((character) -> {
			switch (character) {
				case '&' -> xml.append("&amp;");
				case '<' -> xml.append("&lt;");
				case '"' -> xml.append("&quot;");
				case '\t', '\n', '\r' -> xml.append("&#").append(character).append(';');
				default -> xml.appendCodePoint((character < ' ') ? 0xFFFD : character);
			}
		});
		xml.append('"');
	}

}
