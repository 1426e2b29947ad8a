package io.agentbay.filesystem;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * The content of a text file.
 *
 * @param outcome how the operation ended
 * @param content the whole text, empty on failure
 */
public record FileContentResult(Outcome outcome, String content) implements Result<FileContentResult> {
}
