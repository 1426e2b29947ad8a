package io.agentbay.browser;

import java.util.Map;

import org.springframework.util.Assert;

/**
 * A part of a page, in CSS pixels from its upper left corner.
 *
 * @param x its left edge, at least 0
 * @param y its upper edge, at least 0
 * @param width its width, more than 0
 * @param height its height, more than 0
 */
public record PageClip(double x, double y, double width, double height) {

	public PageClip {
		Assert.isTrue(x >= 0 && y >= 0, "'x' and 'y' must not be negative");
		Assert.isTrue(width > 0 && height > 0, "'width' and 'height' must be more than zero");
	}

	Map<String, Object> toWire() {
		return Map.of("x", this.x, "y", this.y, "width", this.width, "height", this.height);
	}

}
