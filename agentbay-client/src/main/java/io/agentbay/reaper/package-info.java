/**
 * Ends sessions that an instance of an application left behind when it died.
 */
@NullMarked
package io.agentbay.reaper;

import org.jspecify.annotations.NullMarked;
