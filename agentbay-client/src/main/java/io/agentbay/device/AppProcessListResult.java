package io.agentbay.device;

import java.util.List;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * Processes of applications.
 *
 * @param outcome how the operation ended
 * @param processes the processes, empty on failure
 */
public record AppProcessListResult(Outcome outcome,
		List<AppProcess> processes) implements Result<AppProcessListResult> {

	public AppProcessListResult {
		processes = List.copyOf(processes);
	}

}
