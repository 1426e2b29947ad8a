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
