/**
 * The local runtime: a server on this machine that speaks the AgentBay protocol and
 * really does the work. Start it with {@link io.agentbay.local.LocalAgentBay}.
 */
@NullMarked
package io.agentbay.local;

import org.jspecify.annotations.NullMarked;
