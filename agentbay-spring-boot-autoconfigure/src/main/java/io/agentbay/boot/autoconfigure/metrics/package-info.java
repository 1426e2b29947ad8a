/**
 * Auto-configuration of the meters of sessions and pools.
 */
@NullMarked
package io.agentbay.boot.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
