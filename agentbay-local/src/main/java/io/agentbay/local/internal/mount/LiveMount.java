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

package io.agentbay.local.internal.mount;

import java.time.Instant;

import io.agentbay.local.internal.mount.CopyTask.Progress;

/**
 * A context that a session has live: nothing of it is copied.
 *
 * @param request what was asked for
 * @param since when it was mounted
 */
record LiveMount(MountRequest request, Instant since) {

	/**
	 * With what type the service tells of mounts is not known; clients look at the
	 * context and the status.
	 */
	private static final String TASK_TYPE = "mount";

	/**
	 * The task that clients wait for. It was over before it could be seen.
	 */
	Progress progress() {
		long time = this.since.getEpochSecond();
		return new Progress(this.request.contextId(), this.request.writtenPath(), "", "Success", time, time, TASK_TYPE);
	}

}
