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

package io.agentbay.ai.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.agentbay.command.CommandOptions;
import io.agentbay.command.CommandResult;
import io.agentbay.error.AgentBayException;
import io.agentbay.session.Session;
import org.springaicommunity.sandbox.FileEntry;
import org.springaicommunity.sandbox.FileSpec;
import org.springaicommunity.sandbox.FileType;
import org.springaicommunity.sandbox.Sandbox;
import org.springaicommunity.sandbox.SandboxException;
import org.springaicommunity.sandbox.SandboxFiles;

/**
 * The files of a session as those of a sandbox.
 */
final class SessionSandboxFiles implements SandboxFiles {

	private static final int MISSING = 3;

	private static final int NO_DIRECTORY = 4;

	private final AgentBaySandbox sandbox;

	private final Session session;

	SessionSandboxFiles(AgentBaySandbox sandbox, Session session) {
		this.sandbox = sandbox;
		this.session = session;
	}

	@Override
	public SandboxFiles create(String relativePath, String content) {
		return done(() -> {
			this.session.fileSystem().writeWithParents(relativePath, content);
			return this;
		}, "create file", relativePath);
	}

	@Override
	public SandboxFiles createDirectory(String relativePath) {
		CommandResult result = run("mkdir -p -- " + CommandLine.quoted(relativePath));
		if (!result.success()) {
			throw failure("create directory", relativePath, result);
		}
		return this;
	}

	@Override
	public SandboxFiles setup(List<FileSpec> files) {
		files.forEach((file) -> create(file.path(), file.content()));
		return this;
	}

	@Override
	public String read(String relativePath) {
		return done(() -> this.session.fileSystem().read(relativePath), "read file", relativePath);
	}

	@Override
	public boolean exists(String relativePath) {
		return done(() -> this.session.fileSystem().exists(relativePath), "look for", relativePath);
	}

	@Override
	public List<FileEntry> list(String relativePath) {
		return list(relativePath, 1);
	}

	/** With a zero after each entry, as names may hold anything else. */
	@Override
	public List<FileEntry> list(String relativePath, int maxDepth) {
		String path = CommandLine.quoted(relativePath);
		CommandResult result = run(
				"[ -e %s ] || exit %s; [ -d %s ] || exit %s; find %s -mindepth 1 -maxdepth %s -printf '%%y %%s %%T@ %%P\\0'"
					.formatted(path, MISSING, path, NO_DIRECTORY, path.startsWith("'-") ? "./" + path : path,
							Math.max(1, maxDepth)));
		switch (result.exitCode()) {
			case 0 -> {
			}
			case MISSING -> throw new SandboxException("Path does not exist: " + relativePath);
			case NO_DIRECTORY -> throw new SandboxException("Path is not a directory: " + relativePath);
			default -> throw failure("list directory", relativePath, result);
		}
		String prefix = relativePath.equals(".") ? "" : relativePath.replaceAll("/+$", "") + "/";
		List<FileEntry> entries = new ArrayList<>();
		for (String line : result.stdout().split("\0")) {
			if (!line.isEmpty()) {
				entries.add(entry(line.split(" ", 4), prefix));
			}
		}
		return entries;
	}

	private static FileEntry entry(String[] parts, String prefix) {
		String path = parts[3];
		FileType type = parts[0].equals("d") ? FileType.DIRECTORY : FileType.FILE;
		Instant modified = Instant.ofEpochMilli((long) (Double.parseDouble(parts[2]) * 1000));
		return new FileEntry(path.substring(path.lastIndexOf('/') + 1), type, prefix + path,
				(type == FileType.FILE) ? Long.parseLong(parts[1]) : 0, modified);
	}

	@Override
	public SandboxFiles delete(String relativePath) {
		return delete(relativePath, false);
	}

	@Override
	public SandboxFiles delete(String relativePath, boolean recursive) {
		String path = CommandLine.quoted(relativePath);
		CommandResult result = run(
				"[ -e %s ] || [ -L %s ] || exit %s; if [ -d %s ] && [ ! -L %s ]; then %s -- %s; else rm -f -- %s; fi"
					.formatted(path, path, MISSING, path, path, recursive ? "rm -rf" : "rmdir", path, path));
		if (result.exitCode() == MISSING) {
			throw new SandboxException("Path does not exist: " + relativePath);
		}
		if (!result.success()) {
			throw failure("delete", relativePath, result);
		}
		return this;
	}

	@Override
	public Sandbox and() {
		return this.sandbox;
	}

	private CommandResult run(String command) {
		this.sandbox.checkOpen();
		return this.sandbox.run(command, CommandOptions.defaults());
	}

	private <T> T done(Supplier<T> work, String what, String path) {
		this.sandbox.checkOpen();
		try {
			return work.get();
		}
		catch (AgentBayException ex) {
			throw new SandboxException("Failed to %s: %s: %s".formatted(what, path, ex.plainMessage()), ex);
		}
	}

	private static SandboxException failure(String what, String path, CommandResult result) {
		return new SandboxException("Failed to %s: %s: %s".formatted(what, path, result.stderr().strip()));
	}

}
