package io.agentbay.filesystem;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * Whether there is a file or directory.
 *
 * @param outcome how the operation ended
 * @param exists whether there is one; false on failure
 */
public record FileExistsResult(Outcome outcome, boolean exists) implements Result<FileExistsResult> {
}
