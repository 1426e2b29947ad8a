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

import com.fasterxml.jackson.annotation.JsonProperty;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import org.jspecify.annotations.Nullable;

/**
 * An address that holds its own permission: its text form does not show it.
 *
 * @param url the address
 * @param expireTime how long it holds, in the service's own unit
 */
public record FileUrlData(@JsonProperty("Url") @Nullable String url,
		@JsonProperty("ExpireTime") @Nullable Long expireTime) {

	/**
	 * Take the address out of an answer.
	 * @param reply the answer
	 * @return the address
	 * @throws ServiceException if the service refused, or answered none
	 */
	public static String address(ApiReply<FileUrlData> reply) {
		String url = reply.required("no address").url();
		if (url == null) {
			throw ServiceException.of(FailureKind.SERVICE, null, "The service answered no address",
					reply.outcome().details());
		}
		return url;
	}

	@Override
	public String toString() {
		return "FileUrlData[expireTime=" + this.expireTime + "]";
	}

}
