package io.agentbay.browser;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * The data of a page.
 *
 * @param <T> the record that holds it
 * @param outcome how the operation ended
 * @param data the data, {@code null} on failure
 */
public record ExtractResult<T extends Record>(Outcome outcome, @Nullable T data) implements Result<ExtractResult<T>> {
}
