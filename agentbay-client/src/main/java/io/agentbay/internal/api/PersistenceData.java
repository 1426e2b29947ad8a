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

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.agentbay.context.ContextAttachment;
import io.agentbay.context.ContextMount;
import io.agentbay.context.ContextSync;
import io.agentbay.context.policy.SyncPolicy;
import io.agentbay.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A context to mount into a session.
 *
 * @param contextId the context
 * @param path where to mount it
 * @param policy the policy as JSON text, {@code null} for the service's own
 * @param type {@code mount} for a live one, {@code null} for one that is copied
 * @param mountConfig how a session has it live, {@code null} if it is copied
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersistenceData(@JsonProperty("ContextId") String contextId, @JsonProperty("Path") String path,
		@JsonProperty("Policy") @Nullable String policy, @JsonProperty("Type") @Nullable String type,
		@JsonProperty("MountConfig") @Nullable MountConfigData mountConfig) {

	private static final String MOUNT = "mount";

	/**
	 * Return a context in the form of requests.
	 * @param context the context to mount
	 * @return the form
	 */
	public static PersistenceData of(ContextAttachment context) {
		if (context instanceof ContextMount mount) {
			return new PersistenceData(mount.contextId(), mount.path(), null, MOUNT, MountConfigData.of(mount));
		}
		SyncPolicy policy = ((ContextSync) context).policy();
		return new PersistenceData(context.contextId(), context.path(),
				(policy != null) ? Json.MAPPER.writeValueAsString(SyncPolicyData.of(policy)) : null, null, null);
	}

}
