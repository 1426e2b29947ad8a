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

package io.agentbay.local.internal.desktop;

import java.awt.Dimension;
import java.awt.Point;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mouse of a desktop.
 */
public final class Mouse {

	private static final Map<String, Integer> BUTTONS = Map.of("left", 1, "double_left", 1, "middle", 2, "right", 3);

	private static final Map<String, Integer> WHEEL = Map.of("up", 4, "down", 5, "left", 6, "right", 7);

	private static final Pattern POSITION = Pattern.compile("X=(-?\\d+)\nY=(-?\\d+)\n");

	private static final int STEPS = 10;

	private final Desktop desktop;

	Mouse(Desktop desktop) {
		this.desktop = desktop;
	}

	/**
	 * Move it.
	 * @param to where to
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void move(Point to) throws IOException, InterruptedException {
		this.desktop.run("xdotool " + toPlace(to));
	}

	/**
	 * Click.
	 * @param at where
	 * @param button {@code left}, {@code right}, {@code middle} or {@code double_left}
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void click(Point at, String button) throws IOException, InterruptedException {
		int times = button.equals("double_left") ? 2 : 1;
		this.desktop
			.run("xdotool %s click --repeat %s --delay 50 %s".formatted(toPlace(at), times, BUTTONS.get(button)));
	}

	/**
	 * Drag.
	 * @param from from where
	 * @param to where to
	 * @param button {@code left}, {@code right} or {@code middle}
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void drag(Point from, Point to, String button) throws IOException, InterruptedException {
		Integer number = BUTTONS.get(button);
		StringBuilder script = new StringBuilder("xdotool ").append(toPlace(from)).append(" mousedown ").append(number);
		check(to);
		// Programs notice a drag by the way of the pointer, not by its end.
		for (int step = 1; step <= STEPS; step++) {
			script.append(" mousemove %s %s sleep 0.01".formatted(from.x + (to.x - from.x) * step / STEPS,
					from.y + (to.y - from.y) * step / STEPS));
		}
		this.desktop.run(script.append(" mouseup ").append(number).toString());
	}

	/**
	 * Turn the wheel.
	 * @param at where
	 * @param direction {@code up}, {@code down}, {@code left} or {@code right}
	 * @param steps by how many steps
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void scroll(Point at, String direction, int steps) throws IOException, InterruptedException {
		this.desktop
			.run("xdotool %s click --repeat %s --delay 10 %s".formatted(toPlace(at), steps, WHEEL.get(direction)));
	}

	/**
	 * Where it is.
	 * @return the place
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public Point position() throws IOException, InterruptedException {
		String said = this.desktop.run("xdotool getmouselocation --shell");
		Matcher position = POSITION.matcher(said);
		if (!position.find()) {
			throw new IOException("The place of the pointer is not known: " + said.strip());
		}
		return new Point(Integer.parseInt(position.group(1)), Integer.parseInt(position.group(2)));
	}

	private String toPlace(Point place) throws IOException, InterruptedException {
		check(place);
		return "mousemove " + place.x + " " + place.y;
	}

	private void check(Point place) throws IOException, InterruptedException {
		Dimension size = this.desktop.size();
		if (place.x < 0 || place.y < 0 || place.x >= size.width || place.y >= size.height) {
			throw new IOException("The place (%s, %s) is not on the screen, which has %s x %s pixels".formatted(place.x,
					place.y, size.width, size.height));
		}
	}

}
