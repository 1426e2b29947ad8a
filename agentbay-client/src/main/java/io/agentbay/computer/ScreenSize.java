package io.agentbay.computer;

/**
 * The size of the screen.
 *
 * @param width its width in pixels
 * @param height its height in pixels
 * @param dpiScalingFactor by how much what it shows is enlarged; 1 for not at all
 */
public record ScreenSize(int width, int height, double dpiScalingFactor) {
}
