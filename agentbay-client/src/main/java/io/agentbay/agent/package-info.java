/**
 * Agents that do tasks in a session by themselves.
 */
@NullMarked
package io.agentbay.agent;

import org.jspecify.annotations.NullMarked;
