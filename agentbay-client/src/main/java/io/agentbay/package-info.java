/**
 * The doors to AgentBay: a blocking and a reactive client, and what both are built from.
 */
@NullMarked
package io.agentbay;

import org.jspecify.annotations.NullMarked;
