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
import reactor.core.publisher.Mono;

/**
 * The actions on what an account has besides sessions and contexts, one method each.
 */
public final class AccountApi {

	private final ApiCaller caller;

	AccountApi(ApiCaller caller) {
		this.caller = caller;
	}

	/**
	 * Make a network, or ask for the token of one: action {@code CreateNetwork}.
	 * @param networkId the network, {@code null} for a new one
	 * @param regionId the region to make it in, {@code null} for the service's choice
	 * @return the network
	 */
	public Mono<ApiReply<NetworkData>> createNetwork(@Nullable String networkId, @Nullable String regionId) {
		return this.caller.call(Action.CREATE_NETWORK, null,
				() -> new Parameters().with("NetworkId", networkId).with("LoginRegionId", regionId),
				Answers.data(NetworkData.class));
	}

	/**
	 * Read the state of a network: action {@code DescribeNetwork}.
	 * @param networkId the network
	 * @return its state
	 */
	public Mono<ApiReply<NetworkStateData>> describeNetwork(String networkId) {
		return this.caller.call(Action.DESCRIBE_NETWORK, null, () -> new Parameters().with("NetworkId", networkId),
				Answers.data(NetworkStateData.class));
	}

	/**
	 * Read the skills of an image: action {@code GetSkillMetaData}.
	 * @param imageId the image, {@code null} for the service's choice
	 * @param names the skills, empty for all
	 * @return the skills
	 */
	public Mono<ApiReply<SkillListData>> getSkillMetaData(@Nullable String imageId, List<String> names) {
		return this.caller.call(Action.GET_SKILL_META_DATA, null, () -> new Parameters().with("ImageId", imageId)
			.withJson("SkillGroupIds", names.isEmpty() ? null : names), Answers.data(SkillListData.class));
	}

	/**
	 * Read skills: action {@code ListSkillMetaData}.
	 * @param ids the skills, empty for all
	 * @return the skills
	 */
	public Mono<ApiReply<List<SkillData>>> listSkillMetaData(List<String> ids) {
		return this.caller.call(Action.LIST_SKILL_META_DATA, null,
				() -> new Parameters().withJson("SkillIdList", ids.isEmpty() ? null : ids),
				Answers.list(SkillData.class));
	}

	/**
	 * Copy skills into contexts: action {@code BindContextSkillAsync}.
	 * @param items the skills and where they belong
	 * @param regionId the region, {@code null} for the service's choice
	 * @return the answer
	 */
	public Mono<ApiReply<Void>> bindContextSkill(List<Map<String, Object>> items, @Nullable String regionId) {
		return this.caller.call(Action.BIND_CONTEXT_SKILL, null,
				() -> new Parameters().withJson("ContextSkillBindItems", items).with("LoginRegionId", regionId),
				Answers.nothing());
	}

	/**
	 * Take skills out of contexts: action {@code UnbindContextSkill}.
	 * @param items the skills and where they are
	 * @param regionId the region, {@code null} for the service's choice
	 * @return the answer
	 */
	public Mono<ApiReply<Void>> unbindContextSkill(List<Map<String, Object>> items, @Nullable String regionId) {
		return this.caller.call(Action.UNBIND_CONTEXT_SKILL, null,
				() -> new Parameters().withJson("ContextSkillUnbindItems", items).with("LoginRegionId", regionId),
				Answers.nothing());
	}

	/**
	 * Find, or create, a volume: action {@code GetVolume}.
	 * @param name its name
	 * @param imageId the image that it belongs to, {@code null} for none
	 * @param create whether to create it if it is missing
	 * @return the volume
	 */
	public Mono<ApiReply<VolumeData>> getVolume(String name, @Nullable String imageId, boolean create) {
		return this.caller.call(Action.GET_VOLUME, null,
				() -> new Parameters().with("VolumeName", name).with("ImageId", imageId).with("AllowCreate", create),
				Answers.data(VolumeData.class));
	}

	/**
	 * Read a page of the volumes: action {@code ListVolumes}.
	 * @param imageId the image that they must belong to, {@code null} for any
	 * @param name the name that they must have, {@code null} for any
	 * @param volumeIds the volumes, empty for all
	 * @param maxResults the size of a page
	 * @param nextToken the mark of the page, {@code null} for the first
	 * @return the page
	 */
	public Mono<ApiReply<Page<VolumeData>>> listVolumes(@Nullable String imageId, @Nullable String name,
			List<String> volumeIds, int maxResults, @Nullable String nextToken) {
		return this.caller.call(Action.LIST_VOLUMES, null, () -> {
			Parameters parameters = new Parameters().inQuery("NextToken", nextToken)
				.with("ImageId", imageId)
				.with("VolumeName", name)
				.with("MaxResults", maxResults);
			for (int i = 0; i < volumeIds.size(); i++) {
				parameters.with("VolumeIds." + (i + 1), volumeIds.get(i));
			}
			return parameters;
		}, Answers.page(VolumeData.class));
	}

	/**
	 * Delete a volume: action {@code DeleteVolume}.
	 * @param volumeId the volume
	 * @return whether the service did
	 */
	public Mono<ApiReply<Void>> deleteVolume(String volumeId) {
		return this.caller.call(Action.DELETE_VOLUME, null, () -> new Parameters().with("VolumeId", volumeId),
				Answers.nothing());
	}

}
