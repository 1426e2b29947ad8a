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

package io.agentbay.local.internal.action;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.agentbay.local.internal.account.BoundSkills;
import io.agentbay.local.internal.account.BoundSkills.Item;
import io.agentbay.local.internal.account.Skills;
import io.agentbay.local.internal.account.Skills.Skill;
import io.agentbay.local.internal.context.ContextPath;
import io.agentbay.local.internal.tool.Nature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Skills: which there are, and contexts that have them.
 */
public final class SkillActions implements ActionGroup {

	private final JsonMapper mapper;

	private final Skills skills;

	private final BoundSkills bound;

	public SkillActions(JsonMapper mapper, Skills skills, BoundSkills bound) {
		this.mapper = mapper;
		this.skills = skills;
		this.bound = bound;
	}

	@Override
	public Map<String, Action> actions() {
		Nature skills = Nature.real("the folders of `skillsDirectory` that have a `SKILL.md`; their ids are `"
				+ Skills.ID_PREFIX + "` and the name of the folder; `LoadSkill` copies them to `" + Skills.PATH + "`");
		return Map.of("GetSkillMetaData", Action.of(skills, this::metadata), "ListSkillMetaData",
				Action.of(skills, this::list), "BindContextSkillAsync",
				Action.of(Nature.real("copies the folders of skills to the `Path` in the context, in the background"),
						(request) -> {
							this.bound.bind(items(request, "ContextSkillBindItems"));
							return ActionReply.empty();
						}),
				"UnbindContextSkill",
				Action.of(Nature.real("takes the files of skills out of the context; those that were changed stay"),
						(request) -> {
							this.bound.unbind(items(request, "ContextSkillUnbindItems"));
							return ActionReply.empty();
						}));
	}

	private ActionReply metadata(ActionRequest request) throws IOException {
		List<Map<String, String>> found = describe(
				this.skills.find(AccountActions.names(this.mapper, request, "SkillGroupIds")));
		return new ActionReply(Map.of("SkillPath", Skills.PATH, "MetaDataList", found),
				Map.of("TotalCount", found.size()));
	}

	private ActionReply list(ActionRequest request) throws IOException {
		List<Map<String, String>> found = describe(
				this.skills.findIds(AccountActions.names(this.mapper, request, "SkillIdList")));
		return new ActionReply(found, Map.of("TotalCount", found.size()));
	}

	private static List<Map<String, String>> describe(List<Skill> skills) {
		return skills.stream()
			.map((skill) -> Map.of("SkillId", skill.id(), "Name", skill.name(), "Description", skill.description()))
			.toList();
	}

	private List<Item> items(ActionRequest request, String parameter) {
		JsonNode list;
		try {
			list = this.mapper.readTree(request.required(parameter));
		}
		catch (JacksonException ex) {
			throw ActionException.invalid(parameter, "is not JSON: " + ex.getOriginalMessage());
		}
		if (!list.isArray() || list.isEmpty()) {
			throw ActionException.invalid(parameter, "must be a JSON array with at least one object");
		}
		List<Item> items = new ArrayList<>();
		for (JsonNode item : list) {
			items.add(item(item, parameter));
		}
		return items;
	}

	private static Item item(JsonNode item, String parameter) {
		JsonNode contextId = item.path("ContextId");
		JsonNode path = item.path("Path");
		List<String> ids = new ArrayList<>();
		for (JsonNode id : item.path("SkillIds")) {
			if (!id.isString()) {
				throw ActionException.invalid(parameter, "must have texts as SkillIds");
			}
			ids.add(id.stringValue());
		}
		if (!contextId.isString() || ids.isEmpty() || !(path.isString() || path.isMissingNode() || path.isNull())) {
			throw ActionException.invalid(parameter, "must have objects with a ContextId, SkillIds and a Path");
		}
		return new Item(contextId.stringValue(), ids,
				ContextPath.of(path.isString() ? path.stringValue() : Skills.PATH));
	}

}
