package io.agentbay.api;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an action.
 *
 * @param outcome whether the service did what it was asked to
 * @param data what it answered, {@code null} when it refused or the action answers
 * nothing
 * @param <T> the type of the data
 */
public record ApiReply<T>(Outcome outcome, @Nullable T data) implements Result<ApiReply<T>> {
}
