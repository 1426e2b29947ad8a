package io.agentbay.ai;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How much a tool may take and say.
 *
 * @param time the longest time for a call
 * @param answers puts results into words of limited length
 */
record ToolLimits(Duration time, ToolAnswers answers) {

	/** The service ends calls through its gateway after about 60 seconds. */
	static final ToolLimits DEFAULT = new ToolLimits(Duration.ofSeconds(50),
			new ToolAnswers(ToolAnswers.DEFAULT_MAX_LENGTH));

	ToolLimits withTime(Duration time, String name) {
		Assert.notNull(time, () -> "'%s' must not be null".formatted(name));
		Assert.isTrue(time.toMillis() > 0, () -> "'%s' must be at least one millisecond".formatted(name));
		return new ToolLimits(time, this.answers);
	}

	ToolLimits withMaxLength(int maxLength) {
		return new ToolLimits(this.time, new ToolAnswers(maxLength));
	}

}
