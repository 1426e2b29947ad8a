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
