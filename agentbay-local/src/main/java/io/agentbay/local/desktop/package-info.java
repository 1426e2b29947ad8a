/**
 * The desktop of a session: a display of its own with mouse, keyboard, windows and
 * applications.
 */
@NullMarked
package io.agentbay.local.desktop;

import org.jspecify.annotations.NullMarked;
