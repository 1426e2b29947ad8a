package io.agentbay.device;

import java.util.List;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * The applications that are installed.
 *
 * @param outcome how the operation ended
 * @param apps the applications, empty on failure
 */
public record InstalledAppListResult(Outcome outcome,
		List<InstalledApp> apps) implements Result<InstalledAppListResult> {

	public InstalledAppListResult {
		apps = List.copyOf(apps);
	}

}
