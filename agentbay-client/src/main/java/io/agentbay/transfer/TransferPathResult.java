package io.agentbay.transfer;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * Where files can be transferred to and from in a session.
 *
 * @param outcome how the operation ended
 * @param contextId the context that the transfer goes through, {@code null} on failure
 * @param path the directory, with a slash at its end; {@code null} on failure
 */
public record TransferPathResult(Outcome outcome, @Nullable String contextId,
		@Nullable String path) implements Result<TransferPathResult> {
}
