/**
 * Auto-configuration of the health of AgentBay.
 */
@NullMarked
package io.agentbay.boot.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
