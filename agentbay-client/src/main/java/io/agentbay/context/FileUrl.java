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

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An address to send a file of a context to, or to fetch it from. Whoever knows it can
 * use it, so the text form does not show it.
 *
 * @param url the address
 * @param expireTime how long it holds, in the service's own unit; {@code null} if not
 * told
 * @since 0.1.0
 */
public record FileUrl(URI url, @Nullable Long expireTime) {

	public FileUrl {
		Assert.notNull(url, "'url' must not be null");
	}

	@Override
	public String toString() {
		return "FileUrl[expireTime=" + this.expireTime + "]";
	}

}
