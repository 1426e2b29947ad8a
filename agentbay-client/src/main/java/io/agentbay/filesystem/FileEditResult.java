package io.agentbay.filesystem;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * What editing a file changed, or would change.
 *
 * @param outcome how the operation ended
 * @param text what the image tells of the change, usually a diff; empty on failure
 */
public record FileEditResult(Outcome outcome, String text) implements Result<FileEditResult> {
}
