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

package io.agentbay.filesystem;

import java.time.Duration;

import io.agentbay.internal.text.Durations;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * How a file is transferred.
 *
 * @param contentType what the file is, told to the storage with an upload; {@code null}
 * to say nothing, the default
 * @param overwrite whether a download replaces a local file that exists; default true
 * @param waitForCompletion whether an upload waits until the file is in the session, and
 * a download until the session's file is in the storage; default true. Only files below
 * the transfer path of the session can do without
 * @param waitTimeout how long to wait for either; default 5 minutes. Moving the bytes has
 * no limit but the hour for which a signed address holds, as long as bytes move
 * @param progress is told how far the transfer is
 * @since 0.1.0
 */
@CheckReturnValue
public record TransferOptions(@Nullable String contentType, boolean overwrite, boolean waitForCompletion,
		Duration waitTimeout, TransferProgress progress) {

	private static final TransferOptions DEFAULTS = new TransferOptions(null, true, true, Duration.ofMinutes(5),
			(bytes, total) -> {
			});

	public TransferOptions {
		Assert.isTrue(contentType == null || isMediaType(contentType),
				() -> "'contentType' must be a media type such as text/plain, not '" + contentType + "'");
		Durations.requirePositive(waitTimeout, "waitTimeout");
		Assert.notNull(progress, "'progress' must not be null");
	}

	private static boolean isMediaType(String text) {
		try {
			MediaType.parseMediaType(text);
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/**
	 * Return the default options.
	 * @return the defaults
	 */
	public static TransferOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these options with a type of the content.
	 * @param contentType the type, {@code null} to say nothing
	 * @return a changed copy
	 */
	public TransferOptions withContentType(@Nullable String contentType) {
		return new TransferOptions(contentType, this.overwrite, this.waitForCompletion, this.waitTimeout,
				this.progress);
	}

	/**
	 * Return these options with or without replacing local files.
	 * @param overwrite whether to replace them
	 * @return a changed copy
	 */
	public TransferOptions withOverwrite(boolean overwrite) {
		return new TransferOptions(this.contentType, overwrite, this.waitForCompletion, this.waitTimeout,
				this.progress);
	}

	/**
	 * Return these options with or without waiting.
	 * @param waitForCompletion whether to wait
	 * @return a changed copy
	 */
	public TransferOptions withWaitForCompletion(boolean waitForCompletion) {
		return new TransferOptions(this.contentType, this.overwrite, waitForCompletion, this.waitTimeout,
				this.progress);
	}

	/**
	 * Return these options with another time to wait.
	 * @param waitTimeout the longest time
	 * @return a changed copy
	 */
	public TransferOptions withWaitTimeout(Duration waitTimeout) {
		return new TransferOptions(this.contentType, this.overwrite, this.waitForCompletion, waitTimeout,
				this.progress);
	}

	/**
	 * Return these options with a listener.
	 * @param progress is told how far the transfer is
	 * @return a changed copy
	 */
	public TransferOptions withProgress(TransferProgress progress) {
		return new TransferOptions(this.contentType, this.overwrite, this.waitForCompletion, this.waitTimeout,
				progress);
	}

}
