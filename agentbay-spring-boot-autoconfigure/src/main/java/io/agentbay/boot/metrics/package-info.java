/**
 * Meters of sessions, pools and connections.
 */
@NullMarked
package io.agentbay.boot.metrics;

import org.jspecify.annotations.NullMarked;
