package io.agentbay.local.action;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Writes times as the protocol does.
 */
final class Times {

	private Times() {
	}

	static String text(Instant time) {
		return time.truncatedTo(ChronoUnit.SECONDS).toString();
	}

}
