package io.agentbay.computer;

/**
 * Where the mouse pointer is, in pixels from the upper left corner of the screen.
 *
 * @param x how far to the right
 * @param y how far down
 */
public record CursorPosition(int x, int y) {
}
