package io.agentbay.volume;

import java.util.List;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * A page of the volumes.
 *
 * @param outcome how the operation ended
 * @param volumes the volumes, empty on failure
 * @param nextToken the mark of the next page, {@code null} on the last one
 * @param totalCount how many there are, {@code null} if not told
 */
public record VolumeListResult(Outcome outcome, List<Volume> volumes, @Nullable String nextToken,
		@Nullable Integer totalCount) implements Result<VolumeListResult> {

	public VolumeListResult {
		volumes = List.copyOf(volumes);
	}

}
