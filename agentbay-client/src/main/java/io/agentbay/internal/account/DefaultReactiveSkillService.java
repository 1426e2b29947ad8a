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

package io.agentbay.internal.account;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.api.AccountApi;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.api.SkillData;
import io.agentbay.internal.api.SkillListData;
import io.agentbay.skill.ReactiveSkillService;
import io.agentbay.skill.Skill;
import io.agentbay.skill.SkillBinding;
import io.agentbay.skill.SkillList;
import io.agentbay.skill.SkillQuery;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Lists skills by actions.
 */
public final class DefaultReactiveSkillService implements ReactiveSkillService {

	private final AccountApi api;

	private final @Nullable String regionId;

	/**
	 * Create the service.
	 * @param api the actions
	 * @param regionId the region, {@code null} for the service's choice
	 */
	public DefaultReactiveSkillService(AccountApi api, @Nullable String regionId) {
		this.regionId = regionId;
		this.api = api;
	}

	@Override
	public Mono<SkillList> list(SkillQuery query) {
		Assert.notNull(query, "'query' must not be null");
		return this.api.getSkillMetaData(query.imageId(), query.names()).map((reply) -> {
			SkillListData data = reply.orElseThrow().data();
			if (data == null) {
				throw ServiceException.of(FailureKind.SERVICE, null, "GetSkillMetaData failed: the answer has no data",
						reply.outcome().details());
			}
			return new SkillList(data.skillPath(), skills(data.skills()));
		});
	}

	@Override
	public Flux<Skill> listMetadata() {
		return this.api.listSkillMetaData(List.of()).flatMapIterable((reply) -> skills(reply.orElseThrow().data()));
	}

	@Override
	public Flux<Skill> listByIds(String... ids) {
		Assert.notEmpty(ids, "'ids' must not be empty; call listMetadata() for all skills");
		for (String id : ids) {
			Assert.hasText(id, "'ids' must not hold empty ids");
		}
		return this.api.listSkillMetaData(List.of(ids)).flatMapIterable((reply) -> skills(reply.orElseThrow().data()));
	}

	@Override
	public Mono<Void> bind(SkillBinding... bindings) {
		Assert.notEmpty(bindings, "'bindings' must not be empty");
		return this.api.bindContextSkill(items(bindings), this.regionId).doOnNext(ApiReply::orElseThrow).then();
	}

	@Override
	public Mono<Void> unbind(SkillBinding... bindings) {
		Assert.notEmpty(bindings, "'bindings' must not be empty");
		return this.api.unbindContextSkill(items(bindings), this.regionId).doOnNext(ApiReply::orElseThrow).then();
	}

	private static List<Map<String, Object>> items(SkillBinding... bindings) {
		return Arrays.stream(bindings).map((binding) -> {
			Map<String, Object> item = new LinkedHashMap<>();
			item.put("ContextId", binding.contextId());
			item.put("SkillIds", binding.skillIds());
			item.put("Path", binding.path());
			return item;
		}).toList();
	}

	private static List<Skill> skills(@Nullable List<SkillData> data) {
		return (data == null) ? List.of()
				: data.stream()
					.filter((skill) -> skill.name() != null && !skill.name().isBlank())
					.map((skill) -> new Skill(skill.id(), Objects.requireNonNullElse(skill.name(), ""),
							Objects.requireNonNullElse(skill.description(), "")))
					.toList();
	}

}
