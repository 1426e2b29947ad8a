package io.agentbay.local.journal;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A call that arrived, whatever became of it.
 *
 * @param action the action, e.g. {@code CallMcpTool}; {@link Journal#DIRECT_CALL} for a
 * call that came by the direct link; {@code null} when the request names none
 * @param tool the tool asked for, when the call is a tool call
 * @param sessionId the session it names, if any
 * @param at when it arrived
 */
public record Call(@Nullable String action, @Nullable String tool, @Nullable String sessionId, Instant at) {
}
