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
// Written by agentbay-face from ReactiveSkillService. Change that, not this.

package io.agentbay.internal.blocking;

import java.util.List;

import io.agentbay.skill.ReactiveSkillService;
import io.agentbay.skill.Skill;
import io.agentbay.skill.SkillBinding;
import io.agentbay.skill.SkillList;
import io.agentbay.skill.SkillQuery;
import io.agentbay.skill.SkillService;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveSkillService}.
 */
public final class BlockingSkillService implements SkillService {

	private final ReactiveSkillService reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingSkillService(ReactiveSkillService reactive) {
		this.reactive = reactive;
	}

	@Override
	public SkillList list(SkillQuery query) {
		return Blocking.await(this.reactive.list(query));
	}

	@Override
	public List<Skill> listMetadata() {
		return Blocking.list(this.reactive.listMetadata());
	}

	@Override
	public List<Skill> listByIds(String... ids) {
		return Blocking.list(this.reactive.listByIds(ids));
	}

	@Override
	public void bind(SkillBinding... bindings) {
		Blocking.run(this.reactive.bind(bindings));
	}

	@Override
	public void unbind(SkillBinding... bindings) {
		Blocking.run(this.reactive.unbind(bindings));
	}

	@Override
	public ReactiveSkillService reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingSkillService that && this.reactive.equals(that.reactive);
	}

	@Override
	public int hashCode() {
		return this.reactive.hashCode();
	}

	@Override
	public String toString() {
		return this.reactive.toString();
	}

}
