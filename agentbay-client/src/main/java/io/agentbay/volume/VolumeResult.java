package io.agentbay.volume;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * A volume that was found or created.
 *
 * @param outcome how the operation ended
 * @param volumeOrNull the volume, {@code null} on failure
 */
public record VolumeResult(Outcome outcome, @Nullable Volume volumeOrNull) implements Result<VolumeResult> {

	/**
	 * Return the volume.
	 * @return the volume, never {@code null}
	 * @throws io.agentbay.error.ServiceException if the operation failed
	 */
	public Volume volume() {
		if (this.volumeOrNull == null) {
			throw this.outcome.toException();
		}
		return this.volumeOrNull;
	}

}
