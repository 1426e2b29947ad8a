/**
 * The desktop of a session: mouse, keyboard, screen, windows and applications.
 */
@NullMarked
package io.agentbay.computer;

import org.jspecify.annotations.NullMarked;
