/**
 * The browser of a session: starting it, its address for programs that drive browsers
 * themselves, and the operator that works on its pages.
 */
@NullMarked
package io.agentbay.browser;

import org.jspecify.annotations.NullMarked;
