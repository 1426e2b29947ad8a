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

import io.agentbay.internal.blocking.BlockingShape;
import io.agentbay.internal.blocking.BlockingShape.Kind;
import io.agentbay.internal.blocking.BlockingSkillService;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * The skills that sessions can be given. Beta: the service may change it. A session gets
 * them with {@code loadSkills} of its options, and their files are read as others. Called
 * by applications: new methods may be added in minor releases.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public interface ReactiveSkillService {

	/**
	 * List the skills of the service's default image: action {@code GetSkillMetaData}.
	 * @return the skills, and where they are in a session
	 */
	default Mono<SkillList> list() {
		return list(SkillQuery.all());
	}

	/**
	 * List skills of an image: action {@code GetSkillMetaData}.
	 * @param query which skills
	 * @return the skills, and where they are in a session; those that do not exist are
	 * left out
	 */
	Mono<SkillList> list(SkillQuery query);

	/**
	 * List the skills of the account without their place: action
	 * {@code ListSkillMetaData}, which the service keeps for old clients only.
	 * @return the skills
	 */
	@BlockingShape(Kind.LIST)
	Flux<Skill> listMetadata();

	/**
	 * Find skills by their ids: action {@code ListSkillMetaData}.
	 * @param ids the ids, such as {@code builtin:web_search}, at least one
	 * @return the skills; those that do not exist are left out
	 * @throws IllegalArgumentException if there are no ids, or one is blank
	 */
	@BlockingShape(Kind.LIST)
	Flux<Skill> listByIds(String... ids);

	/**
	 * Copy skills into contexts: action {@code BindContextSkillAsync}. The service does
	 * that in its own time, and has no way to ask how far it is.
	 * @param bindings the skills and where they belong, at least one
	 * @return completes when the service has taken it on
	 * @throws IllegalArgumentException if there are none
	 */
	Mono<Void> bind(SkillBinding... bindings);

	/**
	 * Take skills out of contexts again: action {@code UnbindContextSkill}. What becomes
	 * of what was copied already is not known.
	 * @param bindings the skills and where they are, at least one
	 * @return completes when it is done
	 * @throws IllegalArgumentException if there are none
	 */
	Mono<Void> unbind(SkillBinding... bindings);

	/**
	 * Return the blocking face of this.
	 * @return the blocking face
	 */
	default SkillService blocking() {
		return new BlockingSkillService(this);
	}

}
