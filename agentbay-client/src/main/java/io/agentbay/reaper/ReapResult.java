package io.agentbay.reaper;

import java.util.List;
import java.util.Map;

/**
 * What a look for sessions of dead instances led to.
 *
 * @param deleted the sessions that were ended
 * @param failed the sessions that should have been ended, with the reason why they were
 * not; the next look tries again
 * @param unattributed the sessions of the owner of which nobody can tell whether their
 * instance is alive: they carry no label of an instance, or it is of another domain. They
 * are left alone
 * @param alive how many sessions belong to instances that are alive
 */
public record ReapResult(List<String> deleted, Map<String, String> failed, List<String> unattributed, int alive) {

	public ReapResult {
		deleted = List.copyOf(deleted);
		failed = Map.copyOf(failed);
		unattributed = List.copyOf(unattributed);
	}

}
