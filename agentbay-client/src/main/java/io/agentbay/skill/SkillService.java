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

import io.agentbay.internal.blocking.Blocking;
import org.jspecify.annotations.Nullable;

/**
 * The skills that sessions can be given. Beta. A session gets them with loadSkills of its
 * parameters, and its files are read as others, waiting for each operation. The blocking
 * twin of {@link ReactiveSkillService}.
 */
public final class SkillService {

	private final ReactiveSkillService reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public SkillService(ReactiveSkillService reactive) {
		this.reactive = reactive;
	}

	/**
	 * List the skills of the service's default image: action {@code GetSkillMetaData}.
	 * @return the skills
	 */
	public SkillListResult getMetadata() {
		return Blocking.await(this.reactive.getMetadata());
	}

	/**
	 * List skills of an image: action {@code GetSkillMetaData}.
	 * @param imageId the image, {@code null} for the service's choice
	 * @param names the skills, empty for all
	 * @return the skills
	 * @throws IllegalArgumentException if the image or a name is blank
	 */
	public SkillListResult getMetadata(@Nullable String imageId, List<String> names) {
		return Blocking.await(this.reactive.getMetadata(imageId, names));
	}

	/**
	 * List all skills: action {@code ListSkillMetaData}, which the service keeps for old
	 * clients only.
	 * @return the skills, without their place
	 */
	public SkillListResult listMetadata() {
		return Blocking.await(this.reactive.listMetadata());
	}

}
