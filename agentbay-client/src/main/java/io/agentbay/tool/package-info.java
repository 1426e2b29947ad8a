/**
 * Calls of tools in a session, by whichever channel fits.
 */
@NullMarked
package io.agentbay.tool;

import org.jspecify.annotations.NullMarked;
