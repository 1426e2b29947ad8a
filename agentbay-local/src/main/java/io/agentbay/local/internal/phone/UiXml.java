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
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What a phone shows, in the XML of Android's UI Automator.
 */
public final class UiXml {

	private static final Pattern BOUNDS = Pattern.compile("\\[(-?\\d{1,6}),(-?\\d{1,6})]\\[(-?\\d{1,6}),(-?\\d{1,6})]");

	private UiXml() {
	}

	/**
	 * Write what a phone shows.
	 * @param root the outermost element
	 * @return the XML
	 */
	public static String of(Element root) {
		StringBuilder xml = new StringBuilder(
				"<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<hierarchy rotation=\"0\">");
		write(xml, root, 0);
		return xml.append("</hierarchy>").toString();
	}

	/**
	 * Read what a phone shows.
	 * @param xml the XML
	 * @return the outermost element
	 * @throws IOException if it is not of this form
	 */
	public static Element read(String xml) throws IOException {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			List<Element> roots = children(
					factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))).getDocumentElement());
			if (roots.size() == 1) {
				return roots.get(0);
			}
			Rectangle bounds = roots.stream().map(Element::bounds).reduce(new Rectangle(), Rectangle::union);
			return new Element(View.Kind.LAYOUT.className(), View.Kind.LAYOUT.type(), "", "", bounds, false, roots);
		}
		catch (ParserConfigurationException | SAXException ex) {
			throw new IOException("What the phone shows cannot be read", ex);
		}
	}

	private static List<Element> children(org.w3c.dom.Element parent) throws IOException {
		List<Element> children = new ArrayList<>();
		for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof org.w3c.dom.Element child) {
				String className = child.getAttribute("class");
				children.add(new Element(className, type(className), child.getAttribute("text"),
						child.getAttribute("resource-id"), bounds(child.getAttribute("bounds")),
						child.getAttribute("clickable").equals("true"), children(child)));
			}
		}
		return children;
	}

	private static String type(String className) {
		return Stream.of(View.Kind.values())
			.filter((kind) -> kind.className().equals(className))
			.map(View.Kind::type)
			.findFirst()
			.orElseGet(() -> className.substring(className.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
	}

	private static Rectangle bounds(String text) throws IOException {
		Matcher matcher = BOUNDS.matcher(text);
		if (!matcher.matches()) {
			throw new IOException("What the phone shows has no place: " + text);
		}
		int left = Integer.parseInt(matcher.group(1));
		int top = Integer.parseInt(matcher.group(2));
		return new Rectangle(left, top, Integer.parseInt(matcher.group(3)) - left,
				Integer.parseInt(matcher.group(4)) - top);
	}

	private static void write(StringBuilder xml, Element element, int index) {
		Rectangle bounds = element.bounds();
		int colon = element.id().indexOf(':');
		xml.append("<node index=\"").append(index).append('"');
		attribute(xml, "text", element.text());
		attribute(xml, "resource-id", element.id());
		attribute(xml, "class", element.className());
		attribute(xml, "package", (colon > 0) ? element.id().substring(0, colon) : "");
		attribute(xml, "clickable", Boolean.toString(element.clickable()));
		attribute(xml, "bounds",
				"[%s,%s][%s,%s]".formatted(bounds.x, bounds.y, bounds.x + bounds.width, bounds.y + bounds.height));
		xml.append('>');
		List<Element> children = element.children();
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
