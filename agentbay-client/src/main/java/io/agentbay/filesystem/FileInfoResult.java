package io.agentbay.filesystem;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file or directory.
 *
 * @param outcome how the operation ended
 * @param info the information, {@code null} on failure
 */
public record FileInfoResult(Outcome outcome, @Nullable FileInfo info) implements Result<FileInfoResult> {
}
