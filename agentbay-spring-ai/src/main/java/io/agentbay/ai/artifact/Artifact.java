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

package io.agentbay.ai.artifact;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A file that was handed over.
 *
 * @param id its name in the store, which cannot be guessed
 * @param owner whose it is: the text of a {@link io.agentbay.ai.scope.SessionKey#asText()
 * session key}
 * @param filename its name for the user, without directories
 * @param mediaType its type, such as {@code image/png}
 * @param size its length in bytes
 * @param link where the user can get it, {@code null} if there are no links
 * @since 0.1.0
 */
public record Artifact(String id, String owner, String filename, String mediaType, long size, @Nullable URI link) {

	public Artifact {
		Assert.hasText(id, "'id' must not be empty");
		Assert.notNull(owner, "'owner' must not be null");
		Assert.hasText(filename, "'filename' must not be empty");
		Assert.hasText(mediaType, "'mediaType' must not be empty");
	}

	/**
	 * Return the artifact with a link.
	 * @param link where the user can get it
	 * @return the changed artifact
	 */
	public Artifact withLink(@Nullable URI link) {
		return new Artifact(this.id, this.owner, this.filename, this.mediaType, this.size, link);
	}

	/**
	 * Return the artifact with a size.
	 * @param size its length in bytes
	 * @return the changed artifact
	 */
	public Artifact withSize(long size) {
		return new Artifact(this.id, this.owner, this.filename, this.mediaType, size, this.link);
	}

}
