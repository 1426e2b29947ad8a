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

package io.agentbay.local.action;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.agentbay.local.sandbox.Sandbox;
import io.agentbay.local.store.Skills;
import io.agentbay.local.store.Skills.Skill;

/**
 * Puts skills into a new session.
 */
final class SkillLoading {

	private SkillLoading() {
	}

	static void load(Iterable<Skill> skills, Sandbox sandbox) throws IOException {
		Files.createDirectories(sandbox.paths().toWrite(Skills.PATH).host());
		for (Skill skill : skills) {
			String folder = Skills.PATH + "/" + skill.folder().getFileName();
			for (Path file : skill.files()) {
				Path target = sandbox.paths().toEntry(folder + "/" + file).host();
				Files.createDirectories(target.getParent());
				Files.copy(skill.folder().resolve(file), target, StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
	}

}
