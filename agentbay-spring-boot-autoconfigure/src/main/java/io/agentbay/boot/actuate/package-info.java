/**
 * What Actuator shows of AgentBay.
 */
@NullMarked
package io.agentbay.boot.actuate;

import org.jspecify.annotations.NullMarked;
