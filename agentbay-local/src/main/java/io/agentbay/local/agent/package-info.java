/**
 * Agents that do tasks in sessions, and the planner that decides what they do.
 */
@NullMarked
package io.agentbay.local.agent;

import org.jspecify.annotations.NullMarked;
