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

package io.agentbay.context.policy;

import org.springframework.util.Assert;

/**
 * How files get from the storage into the session.
 *
 * @param autoDownload whether they are downloaded without being asked for; default true
 * @param downloadStrategy when; {@code DownloadAsync}, while the session starts, is the
 * only strategy known
 * @since 0.1.0
 */
public record DownloadPolicy(boolean autoDownload, String downloadStrategy) {

	private static final DownloadPolicy DEFAULTS = new DownloadPolicy(true, "DownloadAsync");

	public DownloadPolicy {
		Assert.hasText(downloadStrategy, "'downloadStrategy' must not be empty");
	}

	/**
	 * Return the default policy.
	 * @return the defaults
	 */
	public static DownloadPolicy defaults() {
		return DEFAULTS;
	}

	/**
	 * Return this policy without downloading by itself.
	 * @return a changed copy
	 */
	public DownloadPolicy withoutAutoDownload() {
		return new DownloadPolicy(false, this.downloadStrategy);
	}

}
