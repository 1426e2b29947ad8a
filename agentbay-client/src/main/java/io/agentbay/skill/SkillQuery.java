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

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * Which skills are listed.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class SkillQuery {

	private static final SkillQuery ALL = new SkillQuery(null, List.of());

	private final @Nullable String imageId;

	private final List<String> names;

	private SkillQuery(@Nullable String imageId, List<String> names) {
		this.imageId = imageId;
		this.names = names;
	}

	/**
	 * Return the query for all skills of the service's default image.
	 * @return the query
	 */
	public static SkillQuery all() {
		return ALL;
	}

	/**
	 * Return this query for another image.
	 * @param imageId the image
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is blank
	 */
	public SkillQuery withImageId(String imageId) {
		Assert.hasText(imageId, "'imageId' must not be empty");
		return new SkillQuery(imageId, this.names);
	}

	/**
	 * Return this query for some skills.
	 * @param names the skills, none for all
	 * @return a changed copy
	 * @throws IllegalArgumentException if a name is blank
	 */
	public SkillQuery withNames(String... names) {
		for (String name : names) {
			Assert.hasText(name, "'names' must not hold empty names");
		}
		return new SkillQuery(this.imageId, List.of(names));
	}

	/**
	 * Return the image whose skills are listed.
	 * @return the image, {@code null} for the service's choice
	 */
	public @Nullable String imageId() {
		return this.imageId;
	}

	/**
	 * Return the skills that are listed.
	 * @return their names, none for all
	 */
	public List<String> names() {
		return this.names;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SkillQuery that && Objects.equals(this.imageId, that.imageId)
				&& this.names.equals(that.names);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.imageId, this.names);
	}

	@Override
	public String toString() {
		return "SkillQuery[imageId=%s, names=%s]".formatted(this.imageId, this.names);
	}

}
