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

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Request of the action {@code ListSession}.
 *
 * @param labels the labels that a session must carry, empty for any
 * @param maxResults the size of a page
 * @param nextToken the mark of the page, {@code null} for the first
 * @param status the status that a session must have, {@code null} for any
 * @param imageId the image that a session must have, {@code null} for any
 */
public record ListSessionsRequest(Map<String, String> labels, int maxResults, @Nullable String nextToken,
		@Nullable String status, @Nullable String imageId) {

	Parameters parameters() {
		return new Parameters().withJson("Labels", this.labels)
			.with("MaxResults", this.maxResults)
			.with("NextToken", this.nextToken)
			.with("Status", this.status)
			.with("ImageId", this.imageId);
	}

}
