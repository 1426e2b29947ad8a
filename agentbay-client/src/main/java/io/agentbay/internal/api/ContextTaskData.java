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

package io.agentbay.internal.api;

import java.util.ArrayList;
import java.util.List;

import io.agentbay.internal.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A task that copies a context between a session and its storage.
 *
 * @param contextId the context
 * @param path where it is mounted
 * @param errorMessage why the task failed, {@code null} or empty if it did not
 * @param status {@code Success}, {@code Failed}, or anything else while it runs
 * @param startTime when it began, a number since 1970
 * @param finishTime when it ended, 0 while it runs
 * @param taskType {@code upload}, {@code download}, or another kind of task
 */
public record ContextTaskData(@Nullable String contextId, @Nullable String path, @Nullable String errorMessage,
		@Nullable String status, @Nullable String startTime, @Nullable String finishTime, @Nullable String taskType) {

	/** The tasks arrive as JSON text within JSON text. */
	static List<ContextTaskData> listFrom(Envelope envelope) {
		List<ContextTaskData> tasks = new ArrayList<>();
		JsonNode data = Answers.unwrapped(envelope);
		String status = (data != null) ? Json.text(data, "ContextStatus") : null;
		if (status != null) {
			for (JsonNode frame : Json.MAPPER.readTree(status)) {
				String inner = "data".equals(Json.text(frame, "type")) ? Json.text(frame, "data") : null;
				if (inner != null) {
					tasks.addAll(Json.MAPPER.readerForListOf(ContextTaskData.class).readValue(inner));
				}
			}
		}
		return tasks;
	}

}
