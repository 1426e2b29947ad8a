/**
 * Auto-configuration of what Actuator shows of AgentBay.
 */
@NullMarked
package io.agentbay.boot.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
