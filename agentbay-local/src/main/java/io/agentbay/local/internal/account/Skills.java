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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.agentbay.local.internal.context.ContextRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * The skills that sessions can be given: folders of a directory, each with a file
 * {@code SKILL.md} that begins with its name and description. Read anew every time.
 */
public final class Skills {

	/**
	 * Where skills are in a session.
	 */
	public static final String PATH = "/home/wuying/skills";

	/**
	 * What the id of a skill begins with; the name of its folder follows.
	 */
	public static final String ID_PREFIX = "sk_";

	private static final Pattern FIELD = Pattern.compile("(?m)^(name|description):\\s*(.+?)\\s*$");

	private final @Nullable Path directory;

	/**
	 * Use a directory.
	 * @param directory the directory, {@code null} for no skills
	 */
	public Skills(@Nullable Path directory) {
		this.directory = directory;
	}

	/**
	 * Find skills.
	 * @param names which ones; empty for all
	 * @return those that there are, by name
	 * @throws IOException if the directory cannot be read
	 */
	public List<Skill> find(List<String> names) throws IOException {
		return all().stream().filter((skill) -> names.isEmpty() || names.contains(skill.name())).toList();
	}

	/**
	 * Find skills that all have to be there.
	 * @param names which ones; empty for all
	 * @return the skills, by name
	 * @throws IOException if the directory cannot be read
	 * @throws ContextRefusedException if one of the names is unknown
	 */
	public List<Skill> require(List<String> names) throws IOException {
		List<Skill> found = find(names);
		for (String name : names) {
			if (found.stream().noneMatch((skill) -> skill.name().equals(name))) {
				throw new ContextRefusedException("Skill.NotFound", "Skill " + name + " is not found");
			}
		}
		return found;
	}

	/**
	 * Find skills by their ids.
	 * @param ids which ones; empty for all
	 * @return those that there are
	 * @throws IOException if the directory cannot be read
	 */
	public List<Skill> findIds(List<String> ids) throws IOException {
		return all().stream().filter((skill) -> ids.isEmpty() || ids.contains(skill.id())).toList();
	}

	/**
	 * Find skills by their ids that all have to be there.
	 * @param ids which ones, at least one
	 * @return the skills
	 * @throws IOException if the directory cannot be read
	 * @throws ContextRefusedException if one of the ids is unknown
	 */
	public List<Skill> requireIds(List<String> ids) throws IOException {
		List<Skill> found = findIds(ids);
		for (String id : ids) {
			if (found.stream().noneMatch((skill) -> skill.id().equals(id))) {
				throw new ContextRefusedException("Skill.NotFound", "Skill " + id + " is not found");
			}
		}
		return found;
	}

	private List<Skill> all() throws IOException {
		if (this.directory == null) {
			return List.of();
		}
		List<Skill> skills = new ArrayList<>();
		try (Stream<Path> folders = Files.list(this.directory)) {
			for (Path folder : folders.sorted().toList()) {
				if (Files.isRegularFile(folder.resolve("SKILL.md"))) {
					skills.add(read(folder));
				}
			}
		}
		return skills;
	}

	private static Skill read(Path folder) throws IOException {
		String name = folder.getFileName().toString();
		String description = "";
		String text = Files.readString(folder.resolve("SKILL.md"));
		int end = text.startsWith("---") ? text.indexOf("\n---", 3) : -1;
		Matcher fields = FIELD.matcher((end > 0) ? text.substring(0, end) : "");
		while (fields.find()) {
			if (fields.group(1).equals("name")) {
				name = fields.group(2);
			}
			else {
				description = fields.group(2);
			}
		}
		return new Skill(name, description, folder);
	}

	/**
	 * A skill.
	 *
	 * @param name its name
	 * @param description what it is good for
	 * @param folder where it is
	 */
	public record Skill(String name, String description, Path folder) {

		/**
		 * By what it is known.
		 * @return its id
		 */
		public String id() {
			return ID_PREFIX + folderName();
		}

		/**
		 * The name of its folder.
		 * @return the name
		 */
		public String folderName() {
			return String.valueOf(this.folder.getFileName());
		}

		/**
		 * What it consists of.
		 * @return its files, from its folder
		 * @throws IOException if they cannot be listed
		 */
		public List<Path> files() throws IOException {
			try (Stream<Path> files = Files.walk(this.folder)) {
				return files.filter(Files::isRegularFile).map(this.folder::relativize).toList();
			}
		}

	}

}
