package io.agentbay.context;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * What happens with a context.
 *
 * @param outcome how the operation ended
 * @param state the state, {@code null} on failure
 */
public record ContextStateResult(Outcome outcome, @Nullable ContextState state) implements Result<ContextStateResult> {
}
