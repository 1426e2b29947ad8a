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

import org.springframework.util.Assert;

/**
 * Skills and the context that they are copied into.
 *
 * @param contextId the context
 * @param skillIds the skills, at least one
 * @param path the folder of the context that they are in
 * @since 0.1.0
 */
public record SkillBinding(String contextId, List<String> skillIds, String path) {

	public SkillBinding {
		Assert.hasText(contextId, "'contextId' must not be empty");
		Assert.notEmpty(skillIds, "'skillIds' must not be empty");
		skillIds.forEach((id) -> Assert.hasText(id, "'skillIds' must not hold empty ids"));
		Assert.hasText(path, "'path' must not be empty");
		skillIds = List.copyOf(skillIds);
	}

}
