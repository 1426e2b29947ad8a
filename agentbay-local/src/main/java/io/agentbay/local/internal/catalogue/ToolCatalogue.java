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

package io.agentbay.local.internal.catalogue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

import io.agentbay.local.internal.agent.Agents;
import io.agentbay.local.internal.browser.Browsers;
import io.agentbay.local.internal.catalogue.Image.Part;
import io.agentbay.local.internal.phone.Phones;
import io.agentbay.local.internal.picture.Pictures;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.StreamMethod;
import io.agentbay.local.internal.tool.Tool;
import io.agentbay.local.internal.tool.ToolException;
import io.agentbay.local.internal.tool.ToolResult;
import io.agentbay.local.internal.tool.ToolStream;
import io.agentbay.local.internal.tool.file.FileSystemTools;
import io.agentbay.local.internal.tool.file.OssTools;
import io.agentbay.local.internal.tool.program.AgentTools;
import io.agentbay.local.internal.tool.program.CodeTools;
import io.agentbay.local.internal.tool.program.EnvironmentTools;
import io.agentbay.local.internal.tool.program.ShellTools;
import io.agentbay.local.internal.tool.program.SystemTools;
import io.agentbay.local.internal.tool.screen.AppTools;
import io.agentbay.local.internal.tool.screen.BrowserTools;
import io.agentbay.local.internal.tool.screen.DesktopTools;
import io.agentbay.local.internal.tool.screen.PhoneTools;
import io.agentbay.local.internal.tool.screen.WindowTools;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All tools.
 */
public final class ToolCatalogue {

	private final Map<Part, List<Tool>> parts = new EnumMap<>(Part.class);

	private final Map<Image, Map<String, Tool>> tools = new EnumMap<>(Image.class);

	private final List<StreamMethod> streams = new ArrayList<>();

	private final Pictures pictures;

	private final Map<Image, String> descriptions = new EnumMap<>(Image.class);

	/**
	 * Gather the tools.
	 * @param mapper writes the tools' JSON
	 * @param pictures keeps pictures of screens
	 * @param maxReadBytes the size of the largest piece of a file that is read at once
	 * @param maxOutputBytes how much of each output of a piece of code is kept
	 * @param buckets where the buckets of the object storage are
	 * @param agents does the tasks of agents
	 * @param watchers watch files
	 * @param browsers the browsers of sessions
	 * @param phones the phones of sessions
	 */
	public ToolCatalogue(JsonMapper mapper, Pictures pictures, int maxReadBytes, int maxOutputBytes, Path buckets,
			Agents agents, ScheduledExecutorService watchers, Browsers browsers, Phones phones) {
		this.pictures = pictures;
		ShellTools shell = new ShellTools(mapper);
		CodeTools code = new CodeTools(mapper, maxOutputBytes);
		FileSystemTools files = new FileSystemTools(mapper, maxReadBytes, watchers);
		AgentTools doers = new AgentTools(mapper, agents, this::callForAgent);
		Stream.of(code.streams(), files.streams(), doers.streams()).forEach(this.streams::addAll);
		this.parts.put(Part.BASE, together(List.of(shell.tools(), files.tools(), new SystemTools(mapper).tools(),
				new EnvironmentTools(mapper).tools(), new OssTools(buckets).tools(), doers.tools())));
		this.parts.put(Part.CODE, code.tools());
		this.parts.put(Part.BROWSER, new BrowserTools(mapper, browsers).tools());
		this.parts.put(Part.DESKTOP, together(List.of(new DesktopTools(mapper, pictures).tools(),
				new WindowTools(mapper).tools(), new AppTools(mapper).tools())));
		this.parts.put(Part.PHONE, new PhoneTools(mapper, pictures, phones, shell.tools().get(0)).tools());
		for (Image image : Image.values()) {
			Map<String, Tool> chosen = image.choose(this.parts);
			this.tools.put(image, chosen);
			this.descriptions.put(image,
					mapper.writeValueAsString(chosen.values().stream().map(ToolCatalogue::describe).toList()));
		}
	}

	/**
	 * All tools, whatever image has them.
	 * @return the tools, those of a server one after the other
	 */
	public List<Offer> offers() {
		List<Offer> offers = new ArrayList<>();
		this.parts.forEach((part, its) -> its
			.forEach((tool) -> offers.add(new Offer(part == Part.PHONE, tool.server(), tool.name(), tool.nature()))));
		return List.copyOf(offers);
	}

	/**
	 * Whether an image has a phone.
	 * @param imageId the image
	 * @return whether it has
	 */
	public boolean offersPhone(String imageId) {
		return Image.of(imageId).has(Part.PHONE);
	}

	/**
	 * Whether the screen of an image is that of a phone.
	 * @param imageId the image
	 * @return whether it is
	 */
	public boolean offersOnlyPhone(String imageId) {
		return Image.of(imageId).isPhone();
	}

	/**
	 * The list of an image's tools as the protocol gives it.
	 * @param imageId the image
	 * @return the text of a JSON array
	 */
	public String description(String imageId) {
		return Objects.requireNonNull(this.descriptions.get(Image.of(imageId)));
	}

	/**
	 * Call a tool. Whatever goes wrong inside the tool is told in its result.
	 * @param imageId the session's image
	 * @param sandbox the session's sandbox
	 * @param name the tool's name
	 * @param arguments its arguments, a JSON object
	 * @return what it says
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public ToolResult call(String imageId, Sandbox sandbox, String name, JsonNode arguments)
			throws InterruptedException {
		Tool tool = Objects.requireNonNull(this.tools.get(Image.of(imageId))).get(name);
		if (tool == null) {
			boolean elsewhere = this.tools.values().stream().anyMatch((tools) -> tools.containsKey(name));
			return ToolResult.failure(
					"Tool not found: " + name + (elsewhere ? " (the image " + imageId + " does not have it)" : ""));
		}
		try {
			return tool.call(sandbox, arguments);
		}
		catch (ToolException ex) {
			return ToolResult.failure(String.valueOf(ex.getMessage()));
		}
		catch (IOException ex) {
			return ToolResult.failure(explain(ex));
		}
	}

	private String callForAgent(Sandbox sandbox, String name, JsonNode arguments) throws InterruptedException {
		// Which image it is does not matter to an agent.
		ToolResult result = call(Image.ANY, sandbox, name, arguments);
		if (result.error()) {
			throw new IllegalStateException(result.text());
		}
		return result.text(this.pictures.endpoint());
	}

	/**
	 * Find a method that is called over the WebSocket.
	 * @param server the server
	 * @param name its name
	 * @return the method, if the server has it
	 */
	public Optional<StreamMethod> stream(String server, String name) {
		return this.streams.stream()
			.filter((method) -> method.server().equals(server) && method.name().equals(name))
			.findFirst();
	}

	/**
	 * Whether there is a server.
	 * @param server its name
	 * @return true when it has tools or methods
	 */
	public boolean hasServer(String server) {
		return Stream.concat(all().map(Tool::server), this.streams.stream().map(StreamMethod::server))
			.anyMatch(server::equals);
	}

	/**
	 * Do what a method does.
	 * @param method the method
	 * @param sandbox the session's sandbox
	 * @param parameters the parameters of the call
	 * @param stream leads back to the caller
	 * @return why it failed, empty when it did not
	 * @throws InterruptedException if the caller has gone, or the runtime is being closed
	 */
	public String carryOut(StreamMethod method, Sandbox sandbox, JsonNode parameters, ToolStream stream)
			throws InterruptedException {
		try {
			method.work().carryOut(sandbox, parameters, stream);
			return "";
		}
		catch (ToolException ex) {
			return String.valueOf(ex.getMessage());
		}
		catch (IOException ex) {
			return explain(ex);
		}
	}

	private Stream<Tool> all() {
		return this.tools.values().stream().map(Map::values).flatMap(Collection::stream);
	}

	private static List<Tool> together(List<List<Tool>> servers) {
		return servers.stream().flatMap(List::stream).toList();
	}

	private static String explain(IOException ex) {
		if (ex instanceof NoSuchFileException) {
			return "No such file or directory";
		}
		if (ex instanceof FileAlreadyExistsException) {
			return "The file exists already";
		}
		if (ex instanceof DirectoryNotEmptyException) {
			return "The directory is not empty";
		}
		if (ex instanceof AccessDeniedException) {
			return "Permission denied";
		}
		// The file in such an exception is the machine's path, which is not the caller's
		// business.
		return (ex instanceof FileSystemException failure) ? String.valueOf(failure.getReason())
				: String.valueOf(ex.getMessage());
	}

	private static Map<String, Object> describe(Tool tool) {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("name", tool.name());
		entry.put("server", tool.server());
		entry.put("description", tool.description());
		entry.put("inputSchema", tool.inputSchema());
		entry.put("tool", tool.name());
		return entry;
	}

}
