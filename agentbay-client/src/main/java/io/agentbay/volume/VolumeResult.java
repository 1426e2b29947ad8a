/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

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
