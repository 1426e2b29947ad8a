/**
 * Health of AgentBay.
 */
@NullMarked
package io.agentbay.boot.health;

import org.jspecify.annotations.NullMarked;
