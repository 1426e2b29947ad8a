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

package io.agentbay.skill;

import java.util.List;
import java.util.Objects;

import io.agentbay.error.FailureKind;
import io.agentbay.internal.api.AccountApi;
import io.agentbay.internal.api.SkillData;
import io.agentbay.internal.api.SkillListData;
import io.agentbay.result.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * The skills that sessions can be given. Beta. A session gets them with loadSkills of its
 * parameters, and its files are read as others.
 */
public final class ReactiveSkillService {

	private final AccountApi api;

	/**
	 * Create the feature.
	 * @param api the actions
	 */
	public ReactiveSkillService(AccountApi api) {
		this.api = api;
	}

	/**
	 * List the skills of the service's default image: action {@code GetSkillMetaData}.
	 * @return the skills
	 */
	public Mono<SkillListResult> getMetadata() {
		return getMetadata(null, List.of());
	}

	/**
	 * List skills of an image: action {@code GetSkillMetaData}.
	 * @param imageId the image, {@code null} for the service's choice
	 * @param names the skills, empty for all
	 * @return the skills
	 * @throws IllegalArgumentException if the image or a name is blank
	 */
	public Mono<SkillListResult> getMetadata(@Nullable String imageId, List<String> names) {
		Assert.isTrue(imageId == null || !imageId.isBlank(), "'imageId' must not be blank; pass null for none");
		Assert.notNull(names, "'names' must not be null");
		for (String name : names) {
			Assert.hasText(name, "'names' must not hold empty names");
		}
		return this.api.getSkillMetaData(imageId, List.copyOf(names)).map((reply) -> {
			SkillListData data = reply.data();
			if (reply.success() && data == null) {
				return new SkillListResult(Outcome.failure(FailureKind.SERVICE, null,
						"GetSkillMetaData failed: the answer has no data", reply.requestId()), null, List.of());
			}
			return new SkillListResult(reply.outcome(), (data != null) ? data.skillPath() : null,
					skills((data != null) ? data.skills() : null));
		});
	}

	/**
	 * List all skills: action {@code ListSkillMetaData}, which the service keeps for old
	 * clients only.
	 * @return the skills, without their place
	 */
	public Mono<SkillListResult> listMetadata() {
		return this.api.listSkillMetaData()
			.map((reply) -> new SkillListResult(reply.outcome(), null, skills(reply.data())));
	}

	private static List<Skill> skills(@Nullable List<SkillData> data) {
		return (data == null) ? List.of()
				: data.stream()
					.filter((skill) -> skill.name() != null && !skill.name().isBlank())
					.map((skill) -> new Skill(Objects.requireNonNullElse(skill.name(), ""),
							Objects.requireNonNullElse(skill.description(), "")))
					.toList();
	}

}
