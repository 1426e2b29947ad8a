/**
 * Auto-configuration of the meters of sessions, pools and connections.
 */
@NullMarked
package io.agentbay.boot.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
