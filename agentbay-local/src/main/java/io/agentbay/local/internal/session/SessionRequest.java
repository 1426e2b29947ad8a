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

package io.agentbay.local.internal.session;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a new session is to be like.
 *
 * @param imageId the image asked for
 * @param labels its labels
 * @param idleRelease after which time without use it ends, {@code null} for never
 * @param maxRuntime after which time it ends in any case, {@code null} for never
 * @param policyId the policy asked for, if any
 * @param regionId the region asked for, if any
 */
public record SessionRequest(String imageId, Map<String, String> labels, @Nullable Duration idleRelease,
		@Nullable Duration maxRuntime, @Nullable String policyId, @Nullable String regionId) {

	public SessionRequest {
		labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
	}

}
