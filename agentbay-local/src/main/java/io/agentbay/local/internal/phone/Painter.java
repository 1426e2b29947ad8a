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

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Paints views.
 */
final class Painter {

	private static final Color BACKGROUND = new Color(0xF4F6F8);

	private static final Color BUTTON = new Color(0x1F6FEB);

	private static final Color TEXT = new Color(0x1B1F24);

	private static final int INSET = 16;

	private static final int SIZE = 30;

	private final @Nullable TextField focus;

	Painter(@Nullable TextField focus) {
		this.focus = focus;
	}

	/**
	 * Paint a whole screen.
	 * @throws IOException if this machine has no fonts
	 */
	BufferedImage paint(View root) throws IOException {
		Rectangle size = root.bounds();
		BufferedImage image = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			useFont(graphics);
			graphics.setColor(BACKGROUND);
			graphics.fill(size);
			root.all().forEach((view) -> paint(graphics, view));
			return image;
		}
		finally {
			graphics.dispose();
		}
	}

	/**
	 * Java finds out only when it measures a font that it has none, and tells in many
	 * ways.
	 */
	private static void useFont(Graphics2D graphics) throws IOException {
		try {
			graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, SIZE));
			graphics.getFontMetrics().stringWidth("phone");
		}
		catch (RuntimeException | LinkageError ex) {
			throw new IOException("This machine has no fonts to paint the screen with "
					+ "(Debian packages: fontconfig, fonts-dejavu-core)", ex);
		}
	}

	private void paint(Graphics2D graphics, View view) {
		Rectangle bounds = view.bounds();
		switch (view.kind()) {
			case BUTTON -> {
				graphics.setColor(BUTTON);
				graphics.fillRoundRect(bounds.x, bounds.y, bounds.width, bounds.height, INSET, INSET);
				text(graphics, view, Color.WHITE);
			}
			case FIELD -> {
				graphics.setColor(Color.WHITE);
				graphics.fill(bounds);
				boolean focused = view.field() != null && view.field() == this.focus;
				graphics.setColor(focused ? BUTTON : Color.GRAY);
				graphics.drawRect(bounds.x, bounds.y, bounds.width - 1, bounds.height - 1);
				text(graphics, view, TEXT);
			}
			case TEXT -> text(graphics, view, TEXT);
			case LAYOUT -> {
				// Only what is in it is seen.
			}
		}
	}

	private static void text(Graphics2D graphics, View view, Color color) {
		if (view.text().isEmpty()) {
			return;
		}
		Rectangle bounds = view.bounds();
		Shape clip = graphics.getClip();
		graphics.setClip(bounds);
		graphics.setColor(color);
		graphics.drawString(view.text(), bounds.x + INSET,
				bounds.y + (bounds.height + graphics.getFontMetrics().getAscent()) / 2 - INSET / 4);
		graphics.setClip(clip);
	}

}
