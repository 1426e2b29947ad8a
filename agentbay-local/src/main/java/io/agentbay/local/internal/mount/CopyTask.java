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

import org.jspecify.annotations.Nullable;

/**
 * The copying of a context, or of a part of it, as clients can watch it.
 */
public final class CopyTask {

	private final Mount mount;

	private final String path;

	private final CopyMode mode;

	private final Instant started;

	private @Nullable Instant finished;

	private @Nullable String error;

	CopyTask(Mount mount, String path, CopyMode mode, Instant started) {
		this.mount = mount;
		this.path = path;
		this.mode = mode;
		this.started = started;
	}

	Mount mount() {
		return this.mount;
	}

	CopyMode mode() {
		return this.mode;
	}

	synchronized void end(Instant now, @Nullable String error) {
		this.finished = now;
		this.error = error;
	}

	synchronized boolean isOver() {
		return this.finished != null;
	}

	/**
	 * Whether another task is about the same.
	 */
	boolean isLike(CopyTask other) {
		return this.mount == other.mount && this.path.equals(other.path) && this.mode == other.mode;
	}

	/**
	 * What it is like now.
	 * @return a copy
	 */
	public synchronized Progress progress() {
		String status = (this.finished == null) ? "Running" : (this.error == null) ? "Success" : "Failed";
		return new Progress(this.mount.request().contextId(), this.path, (this.error != null) ? this.error : "", status,
				this.started.getEpochSecond(), (this.finished != null) ? this.finished.getEpochSecond() : 0,
				this.mode.wireName());
	}

	/**
	 * A task at some moment; the names are those of the protocol.
	 *
	 * @param contextId the context
	 * @param path what is copied, as it was asked for
	 * @param errorMessage why it failed; empty if it did not
	 * @param status {@code Running}, {@code Success} or {@code Failed}
	 * @param startTime when it began, in seconds since 1970
	 * @param finishTime when it ended, 0 while it runs
	 * @param taskType {@code upload}, {@code download}, or {@code mount} for a context
	 * that is live
	 */
	public record Progress(String contextId, String path, String errorMessage, String status, long startTime,
			long finishTime, String taskType) {
	}

}
