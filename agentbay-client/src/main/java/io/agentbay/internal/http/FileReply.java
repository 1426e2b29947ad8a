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

package io.agentbay.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * The answer to sending or fetching a file.
 *
 * @param status the HTTP status
 * @param etag the header {@code ETag}, or {@code null}
 * @param bytes how many bytes of the file were moved
 * @param md5 their MD5 in lower-case hexadecimal digits
 * @param errorCode the code of a refusal, or {@code null}
 */
public record FileReply(int status, @Nullable String etag, long bytes, String md5, @Nullable String errorCode) {

	/**
	 * Return whether the storage did what it was asked to.
	 * @return whether it did
	 */
	public boolean isSuccessful() {
		return this.status == 200 || this.status == 201 || this.status == 204;
	}

	/**
	 * Return whether the tag is the MD5 of other content than was moved. A tag that is no
	 * MD5 says nothing.
	 * @return whether the content is certainly not the same
	 */
	public boolean hasOtherContent() {
		String tag = (this.etag != null) ? this.etag.replace("\"", "") : "";
		return tag.matches("[0-9a-fA-F]{32}") && !tag.equalsIgnoreCase(this.md5);
	}

}
