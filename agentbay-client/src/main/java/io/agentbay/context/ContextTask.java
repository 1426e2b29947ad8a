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

package io.agentbay.context;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import io.agentbay.internal.api.ContextTaskData;
import org.jspecify.annotations.Nullable;

/**
 * A task that copies a context between a session and its storage.
 *
 * @param contextId the context
 * @param path where it is mounted
 * @param taskType {@code upload} from the session, {@code download} into it, or another
 * kind of task
 * @param status {@code Success}, {@code Failed}, or anything else while it runs
 * @param errorMessage why it failed, empty if it did not
 * @param startTime when it began, in the service's own unit
 * @param finishTime when it ended, in the service's own unit
 */
public record ContextTask(String contextId, String path, String taskType, String status, String errorMessage,
		long startTime, long finishTime) {

	private static final Set<String> GOOD = Set.of("success", "successful", "ok", "finished", "done", "completed",
			"complete");

	static ContextTask of(ContextTaskData data) {
		return new ContextTask(orEmpty(data.contextId()), orEmpty(data.path()), orEmpty(data.taskType()),
				orEmpty(data.status()), orEmpty(data.errorMessage()), data.startTime(), data.finishTime());
	}

	/**
	 * Return whether this task copies files.
	 * @return whether it is an upload or a download
	 */
	public boolean isCopy() {
		return this.taskType.equals("upload") || this.taskType.equals("download");
	}

	/**
	 * Return whether this task succeeded.
	 * @return whether it did
	 */
	public boolean isDone() {
		return GOOD.contains(this.status.toLowerCase(Locale.ROOT)) && this.errorMessage.isEmpty();
	}

	/**
	 * Return whether this task failed.
	 * @return whether it did
	 */
	public boolean isFailed() {
		return this.status.equalsIgnoreCase("failed") || !this.errorMessage.isEmpty();
	}

	/**
	 * Return whether this task is over.
	 * @return whether it succeeded or failed
	 */
	public boolean isOver() {
		return isDone() || isFailed();
	}

	private static String orEmpty(@Nullable String text) {
		return Objects.requireNonNullElse(text, "");
	}

}
