/**
 * Meters of sessions and pools.
 */
@NullMarked
package io.agentbay.boot.metrics;

import org.jspecify.annotations.NullMarked;
