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

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Request of the action {@code CreateMcpSession}.
 *
 * @param imageId the image, {@code null} for the service's default
 * @param labels the labels, possibly empty
 * @param idleRelease after how long without use the session is released: in minutes with
 * {@code maxRuntimeMinutes}, otherwise in seconds; {@code null} for the service's default
 * @param maxRuntimeMinutes after how many minutes it is released in any case,
 * {@code null} for the service's default
 * @param manualRelease whether only a deletion ends it
 * @param contexts the contexts to mount
 * @param policyId the policy, {@code null} for none
 * @param networkId the network, {@code null} for none
 * @param enableRecord whether to record the browser, {@code null} for the service's
 * default
 * @param loginRegionId the region, {@code null} for none
 * @param loadSkills whether to load skills into the session
 * @param skillNames the skills to load, empty for all
 * @param sdkStats what the client tells of itself
 * @param extraConfigs further parameters by their names on the wire
 */
public record CreateSessionRequest(@Nullable String imageId, Map<String, String> labels, @Nullable Long idleRelease,
		@Nullable Long maxRuntimeMinutes, boolean manualRelease, List<PersistenceData> contexts,
		@Nullable String policyId, @Nullable String networkId, @Nullable Boolean enableRecord,
		@Nullable String loginRegionId, boolean loadSkills, List<String> skillNames, Map<String, Object> sdkStats,
		Map<String, Object> extraConfigs) {

	Parameters parameters() {
		Parameters parameters = new Parameters().with("ImageId", this.imageId)
			.withJson("Labels", this.labels.isEmpty() ? null : this.labels)
			.with("Timeout", this.idleRelease)
			.with("MaxRuntime", this.maxRuntimeMinutes)
			.with("ManualRelease", this.manualRelease ? Boolean.TRUE : null)
			.withJson("PersistenceDataList", this.contexts.isEmpty() ? null : this.contexts)
			.with("McpPolicyId", this.policyId)
			.with("NetworkId", this.networkId)
			.with("EnableRecord", this.enableRecord)
			.with("LoginRegionId", this.loginRegionId)
			.with("LoadSkill", this.loadSkills ? Boolean.TRUE : null)
			.withJson("Skills", (this.loadSkills && !this.skillNames.isEmpty()) ? this.skillNames : null)
			.withJson("SdkStats", this.sdkStats);
		this.extraConfigs.forEach(parameters::with);
		return parameters;
	}

}
