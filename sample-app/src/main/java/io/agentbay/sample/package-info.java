/**
 * A Spring Boot application that works in AgentBay sessions.
 */
@NullMarked
package io.agentbay.sample;

import org.jspecify.annotations.NullMarked;
