package io.agentbay.ai.governance.budget;

import java.time.Instant;

import org.springframework.util.Assert;

/**
 * What was spent of a budget.
 *
 * @param since when the first call was made
 * @param calls calls that were made or are being made
 * @param toolMillis milliseconds that tools have taken
 * @param outputBytes bytes that tools have answered, in UTF-8
 * @since 0.1.0
 */
public record Usage(Instant since, long calls, long toolMillis, long outputBytes) {

	public Usage {
		Assert.notNull(since, "'since' must not be null");
	}

	Usage plus(long calls, long toolMillis, long outputBytes) {
		return new Usage(this.since, this.calls + calls, this.toolMillis + toolMillis, this.outputBytes + outputBytes);
	}

}
