package io.agentbay.computer;

import java.util.List;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * The windows on the desktop.
 *
 * @param outcome how the operation ended
 * @param windows the windows that belong to no other one, empty on failure
 */
public record WindowListResult(Outcome outcome, List<Window> windows) implements Result<WindowListResult> {

	public WindowListResult {
		windows = List.copyOf(windows);
	}

}
