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
import java.nio.file.Files;
import java.nio.file.Path;

import io.agentbay.local.internal.account.Skills;
import io.agentbay.local.internal.account.Skills.Skill;
import io.agentbay.local.internal.path.Place;
import io.agentbay.local.internal.sandbox.Sandbox;

/**
 * Puts skills into a new session.
 */
final class SkillLoading {

	private SkillLoading() {
	}

	static void load(Iterable<Skill> skills, Sandbox sandbox) throws IOException {
		try (Place place = sandbox.paths().open(Skills.PATH)) {
			place.createDirectories();
		}
		for (Skill skill : skills) {
			String folder = Skills.PATH + "/" + skill.folder().getFileName();
			for (Path file : skill.files()) {
				copy(skill.folder().resolve(file), folder + "/" + file, sandbox);
			}
		}
	}

	private static void copy(Path file, String path, Sandbox sandbox) throws IOException {
		try (Place found = sandbox.paths().openEntry(path); Place place = found.withParent(sandbox.paths())) {
			place.write(Files.readAllBytes(file));
			place.setPermissions(Files.getPosixFilePermissions(file));
		}
	}

}
