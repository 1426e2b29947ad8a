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

package io.agentbay.computer;

import java.util.List;

/**
 * A window on the desktop.
 *
 * @param id by which window operations know it
 * @param title its title, empty if it has none
 * @param x the place of its left edge, in pixels from that of the screen
 * @param y the place of its upper edge, likewise
 * @param width its width in pixels
 * @param height its height in pixels
 * @param pid the process that it belongs to, 0 if not told
 * @param processName the name of that process, empty if not told
 * @param children the windows that belong to it
 */
public record Window(long id, String title, int x, int y, int width, int height, long pid, String processName,
		List<Window> children) {

	public Window {
		children = List.copyOf(children);
	}

}
