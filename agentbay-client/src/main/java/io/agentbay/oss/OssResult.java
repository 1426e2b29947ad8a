package io.agentbay.oss;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * What a tool of the object storage did.
 *
 * @param outcome how the operation ended
 * @param content what it says, empty on failure
 */
public record OssResult(Outcome outcome, String content) implements Result<OssResult> {
}
