package io.agentbay.mobile;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * How to connect to a phone with {@code adb}.
 *
 * @param outcome how the operation ended
 * @param url the command that connects, such as {@code adb connect host:port};
 * {@code null} on failure
 */
public record AdbUrlResult(Outcome outcome, @Nullable String url) implements Result<AdbUrlResult> {

	/** Without the address: whoever knows it can try to connect. */
	@Override
	public String toString() {
		return "AdbUrlResult[outcome=" + this.outcome + "]";
	}

}
