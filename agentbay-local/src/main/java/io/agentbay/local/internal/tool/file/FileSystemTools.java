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

package io.agentbay.local.internal.tool.file;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

import io.agentbay.local.internal.path.Place;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.Arguments;
import io.agentbay.local.internal.tool.Parameter;
import io.agentbay.local.internal.tool.Parameter.Type;
import io.agentbay.local.internal.tool.StreamMethod;
import io.agentbay.local.internal.tool.Tool;
import io.agentbay.local.internal.tool.ToolStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server {@code wuying_filesystem}: which tools it has. What they do is in
 * {@link DirectoryWork}, {@link ContentWork}, {@link EditWork} and {@link SearchWork}.
 */
public final class FileSystemTools {

	private static final String SERVER = "wuying_filesystem";

	private static final Parameter PATH = Parameter.required("path", Type.TEXT,
			"The path, absolute or from the home directory.");

	private final DirectoryWork directories;

	private final ContentWork contents;

	private final EditWork edits = new EditWork();

	private final SearchWork search = new SearchWork();

	private final ScheduledExecutorService watchers;

	public FileSystemTools(JsonMapper mapper, int maxReadBytes, ScheduledExecutorService watchers) {
		this.watchers = watchers;
		this.directories = new DirectoryWork(mapper);
		this.contents = new ContentWork(maxReadBytes);
	}

	public List<Tool> tools() {
		return List.of(
				tool("create_directory", "Create a directory and those above it; one that exists is left as it is.",
						List.of(PATH), this.directories::create),
				tool("delete_file", "Delete a file, a link or an empty directory.", List.of(PATH),
						this.directories::delete),
				tool("edit_file",
						"Replace text in a file: of each edit the first occurrence of its old text. All edits or none.",
						List.of(PATH,
								Parameter.required("edits", Type.EDITS, "The edits, carried out one after the other."),
								Parameter
									.optional("dryRun", Type.FLAG, "Only show what would change. Also as 'dry_run'.")
									.withDefault(false),
								Parameter.optional("dry_run", Type.FLAG, "The same as 'dryRun'.")),
						this.edits::edit),
				tool("get_file_info", "Describe a file or directory, one 'key: value' a line.", List.of(PATH),
						this.directories::info),
				tool("list_directory", "List a directory, one '[DIR] name' or '[FILE] name' a line.", List.of(PATH),
						this.directories::list),
				tool("move_file", "Move or rename a file or directory. The destination must not exist.",
						List.of(Parameter.required("source", Type.TEXT, "What to move."),
								Parameter.required("destination", Type.TEXT, "Its new path.")),
						this.directories::move),
				tool("read_file", "Read a file, or a part of it.",
						List.of(PATH,
								Parameter.optional("offset", Type.INTEGER, "The first byte to read, counted from 0.")
									.withDefault(0),
								Parameter.optional("length", Type.INTEGER, "How many bytes to read; 0 means all.")
									.withDefault(0),
								Parameter
									.optional("format", Type.TEXT,
											"How to give the content: UTF-8 text, or with 'binary' base64.")
									.oneOf("text", "binary")
									.withDefault("text")),
						this.contents::read),
				tool("read_multiple_files", "Read several files as text, one section each.",
						List.of(Parameter.required("paths", Type.TEXTS, "The paths.")), this.contents::readMany),
				tool("write_file", "Write text to a file.", List.of(PATH,
						Parameter.required("content", Type.TEXT, "The text."),
						Parameter.optional("mode", Type.TEXT, "What to do with a file that exists.")
							.oneOf("overwrite", "append", "create_new")
							.withDefault("overwrite"),
						Parameter.optional("create_parent_dir", Type.FLAG, "Whether to create its directory.")
							.withDefault(false)),
						this.contents::write),
				tool("search_files", "Find files and directories by name, in a directory and below.", List.of(PATH,
						Parameter.required("pattern", Type.TEXT,
								"The name, where '*' stands for any text and '?' for any character."),
						Parameter.optional("excludePatterns", Type.TEXT_OR_TEXTS,
								"Names to leave out, with all below. Also as 'exclude_patterns'."),
						Parameter.optional("exclude_patterns", Type.TEXT_OR_TEXTS, "The same as 'excludePatterns'.")),
						this.search::search),
				tool("get_file_change", "Tell what has changed in a directory and below since the previous call.",
						List.of(PATH), this.directories::changes));
	}

	public List<StreamMethod> streams() {
		return List.of(StreamMethod.answered(SERVER, "subscribe_file_change", this::subscribe), new StreamMethod(SERVER,
				"unsubscribe_file_change", false,
				(sandbox, parameters, stream) -> stream.drop(watchName(new Arguments(parameters).text("path")))));
	}

	private void subscribe(Sandbox sandbox, JsonNode parameters, ToolStream stream)
			throws IOException, InterruptedException {
		String path = new Arguments(parameters).text("path");
		FileWatch watch = new FileWatch(this.watchers, sandbox, path, stream);
		try (Place directory = DirectoryWork.directory(sandbox, path)) {
			watch.start(directory);
		}
		stream.keep(watchName(path), watch::end);
		stream.end(Map.of());
	}

	private static String watchName(String path) {
		return "file_change " + path;
	}

	private static Tool tool(String name, String description, List<Parameter> parameters, Tool.Work work) {
		return new Tool(name, SERVER, description, parameters, work);
	}

}
