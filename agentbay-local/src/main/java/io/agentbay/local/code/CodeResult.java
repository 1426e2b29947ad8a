package io.agentbay.local.code;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What became of a piece of code.
 *
 * @param results what it has shown, in its order: contents by media type, each text or
 * something that can be written as JSON; the value of its last expression has
 * {@code isMainResult}
 * @param stdout its output
 * @param stderr its error output
 * @param error why it failed, empty when it did not
 * @param duration how long it ran
 * @param count which one it was for its interpreter, from 1
 */
public record CodeResult(List<Map<String, Object>> results, String stdout, String stderr, String error,
		Duration duration, int count) {

	public CodeResult {
		results = List.copyOf(results);
	}

}
