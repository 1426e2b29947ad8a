/**
 * Tools for Spring AI that work in AgentBay sessions.
 */
@NullMarked
package io.agentbay.ai;

import org.jspecify.annotations.NullMarked;
