package io.agentbay.local.tool;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.agentbay.local.picture.Pictures;
import io.agentbay.local.sandbox.Sandbox;
import io.agentbay.local.tool.Image.Part;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All tools.
 */
public final class ToolCatalogue {

	private final Map<Image, Map<String, Tool>> tools = new EnumMap<>(Image.class);

	private final Map<Image, String> descriptions = new EnumMap<>(Image.class);

	/**
	 * Gather the tools.
	 * @param mapper writes the tools' JSON
	 * @param pictures keeps pictures of screens
	 * @param maxReadBytes the size of the largest piece of a file that is read at once
	 * @param maxOutputBytes how much of each output of a piece of code is kept
	 */
	public ToolCatalogue(JsonMapper mapper, Pictures pictures, int maxReadBytes, int maxOutputBytes) {
		Map<Part, List<Tool>> parts = new EnumMap<>(Part.class);
		parts.put(Part.BASE, together(Stream.of(new ShellTools(mapper).tools(),
				new FileSystemTools(mapper, maxReadBytes).tools(), new SystemTools(mapper).tools())));
		parts.put(Part.CODE, new CodeTools(mapper, maxOutputBytes).tools());
		parts.put(Part.DESKTOP, together(Stream.of(new DesktopTools(mapper, pictures).tools(),
				new WindowTools(mapper).tools(), new AppTools(mapper).tools())));
		parts.put(Part.PHONE, new PhoneTools(mapper, pictures, new ShellTools(mapper).tools().get(0)).tools());
		for (Image image : Image.values()) {
			Map<String, Tool> chosen = image.choose(parts);
			this.tools.put(image, chosen);
			this.descriptions.put(image,
					mapper.writeValueAsString(chosen.values().stream().map(ToolCatalogue::describe).toList()));
		}
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

	private static List<Tool> together(Stream<List<Tool>> servers) {
		return servers.flatMap(List::stream).toList();
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
