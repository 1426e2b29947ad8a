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
import io.agentbay.context.policy.DeletePolicy;
import io.agentbay.context.policy.DownloadPolicy;
import io.agentbay.context.policy.ExtractPolicy;
import io.agentbay.context.policy.MappingPolicy;
import io.agentbay.context.policy.RecyclePolicy;
import io.agentbay.context.policy.SyncPolicy;
import io.agentbay.context.policy.UploadPolicy;
import io.agentbay.context.policy.WhiteLists;
import org.jspecify.annotations.Nullable;

/**
 * When and what of a context is copied, in the form of requests.
 *
 * @param uploadPolicy from the session to the storage
 * @param downloadPolicy from the storage into the session
 * @param deletePolicy files that were deleted in the session
 * @param extractPolicy archives
 * @param recyclePolicy how long stored files are kept
 * @param whiteLists the directories that are copied
 * @param mappingPolicy the path that the context was filled under, {@code null} for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SyncPolicyData(UploadPolicy uploadPolicy, DownloadPolicy downloadPolicy, DeletePolicy deletePolicy,
		ExtractPolicy extractPolicy, RecyclePolicy recyclePolicy, @JsonProperty("bwList") WhiteLists whiteLists,
		@Nullable MappingPolicy mappingPolicy) {

	/**
	 * Return a policy in the form of requests.
	 * @param policy the policy
	 * @return the form
	 */
	public static SyncPolicyData of(SyncPolicy policy) {
		return new SyncPolicyData(policy.uploadPolicy(), policy.downloadPolicy(), policy.deletePolicy(),
				policy.extractPolicy(), policy.recyclePolicy(), policy.whiteLists(), policy.mappingPolicy());
	}

}
