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

package io.agentbay.local.internal.account;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;

import io.agentbay.local.internal.account.Skills.Skill;
import io.agentbay.local.internal.context.ContextFiles;
import io.agentbay.local.internal.context.ContextFiles.Entry;
import io.agentbay.local.internal.context.ContextPath;
import io.agentbay.local.internal.context.ContextRefusedException;
import io.agentbay.local.internal.context.Contexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Skills in contexts: their files are copied there, and taken away again. What the
 * service does with files that were changed meanwhile is not known; here they stay.
 */
public final class BoundSkills {

	private static final Logger logger = LoggerFactory.getLogger(BoundSkills.class);

	private final Skills skills;

	private final Contexts contexts;

	private final Executor copiers;

	/**
	 * Begin without any.
	 * @param skills the skills that there are
	 * @param contexts the storage
	 * @param copiers copies
	 */
	public BoundSkills(Skills skills, Contexts contexts, Executor copiers) {
		this.skills = skills;
		this.contexts = contexts;
		this.copiers = copiers;
	}

	/**
	 * Begin to copy skills into contexts. Copying goes on when this returns.
	 * @param items which skills, and where to
	 * @throws IOException if the skills cannot be read
	 * @throws ContextRefusedException if a skill or a context is missing: nothing is
	 * copied then
	 */
	public void bind(List<Item> items) throws IOException {
		forEach(items, "bound", BoundSkills::copy);
	}

	/**
	 * Begin to take skills out of contexts.
	 * @param items which skills, and where they are
	 * @throws IOException if the skills cannot be read
	 * @throws ContextRefusedException if a skill or a context is missing: nothing is
	 * taken out then
	 */
	public void unbind(List<Item> items) throws IOException {
		forEach(items, "unbound", BoundSkills::remove);
	}

	private void forEach(List<Item> items, String verb, Work work) throws IOException {
		for (Item item : items) {
			this.contexts.files(item.contextId());
			this.skills.requireIds(item.skillIds());
		}
		for (Item item : items) {
			List<Skill> wanted = this.skills.requireIds(item.skillIds());
			ContextFiles files = this.contexts.beginUse(item.contextId());
			this.copiers.execute(() -> {
				try {
					for (Skill skill : wanted) {
						work.carryOut(skill, files, item.path().resolve(ContextPath.of(skill.folderName())));
					}
				}
				catch (IOException | RuntimeException ex) {
					logger.error("The skills {} were not {} properly", item.skillIds(), verb, ex);
				}
				finally {
					this.contexts.endUse(item.contextId());
				}
			});
		}
	}

	private static void copy(Skill skill, ContextFiles files, ContextPath folder) throws IOException {
		for (Path file : skill.files()) {
			files.write(folder.resolve(ContextPath.of(file.toString())),
					(out) -> Files.copy(skill.folder().resolve(file), out));
		}
	}

	private static void remove(Skill skill, ContextFiles files, ContextPath folder) throws IOException {
		for (Path file : skill.files()) {
			ContextPath stored = folder.resolve(ContextPath.of(file.toString()));
			if (isSame(files, stored, skill.folder().resolve(file))) {
				files.delete(stored);
			}
		}
		List<Entry> folders = files.tree(folder).stream().filter(Entry::folder).toList();
		for (int last = folders.size() - 1; last >= 0; last--) {
			if (files.list(folders.get(last).path()).isEmpty()) {
				files.delete(folders.get(last).path());
			}
		}
	}

	private static boolean isSame(ContextFiles files, ContextPath stored, Path file) throws IOException {
		try (InputStream content = Channels.newInputStream(files.read(stored))) {
			return Arrays.equals(content.readAllBytes(), Files.readAllBytes(file));
		}
		catch (NoSuchFileException ex) {
			return false;
		}
	}

	/**
	 * Skills for a context.
	 *
	 * @param contextId the context
	 * @param skillIds the skills
	 * @param path the folder of the context that their folders are in
	 */
	public record Item(String contextId, List<String> skillIds, ContextPath path) {

		public Item {
			skillIds = List.copyOf(skillIds);
		}

	}

	/**
	 * What is done with a skill in a context.
	 */
	@FunctionalInterface
	private interface Work {

		void carryOut(Skill skill, ContextFiles files, ContextPath folder) throws IOException;

	}

}
