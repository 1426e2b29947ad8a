package io.agentbay.browser;

import org.springframework.util.Assert;

/**
 * The size of a browser's pages or screen.
 *
 * @param width the width in pixels, at least 1
 * @param height the height in pixels, at least 1
 */
public record BrowserSize(int width, int height) {

	public BrowserSize {
		Assert.isTrue(width > 0, "'width' must be at least 1");
		Assert.isTrue(height > 0, "'height' must be at least 1");
	}

}
