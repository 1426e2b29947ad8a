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
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.agentbay.local.internal.path.Place;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.Arguments;
import io.agentbay.local.internal.tool.ToolException;
import io.agentbay.local.internal.tool.ToolResult;
import tools.jackson.databind.JsonNode;

/**
 * The filesystem tool that edits.
 */
final class EditWork {

	private static final int MAX_BYTES = 10 * 1024 * 1024;

	ToolResult edit(Sandbox sandbox, Arguments arguments) throws IOException {
		List<JsonNode> edits = arguments.list("edits");
		if (edits.isEmpty()) {
			throw new ToolException("Argument 'edits' must not be empty");
		}
		try (Place place = sandbox.paths().open(arguments.text("path"))) {
			place.writable();
			String before = ContentWork.wholeContent(place, MAX_BYTES);
			String after = before;
			for (int i = 0; i < edits.size(); i++) {
				after = replace(after, edits.get(i), "Edit " + (i + 1));
			}
			if (!arguments.flag("dryRun") && !arguments.flag("dry_run")) {
				ContentWork.replace(sandbox, place, after);
			}
			String diff = UnifiedDiff.between(place.name(), shown(before), shown(after));
			return ToolResult.of(diff.isEmpty() ? "Nothing changes" : diff);
		}
	}

	private static String replace(String text, JsonNode edit, String name) {
		String old = edit.path("oldText").stringValue();
		if (old.isEmpty()) {
			throw new ToolException(name + ": 'oldText' must not be empty");
		}
		String sought = bytes(old);
		int found = text.indexOf(sought);
		if (found < 0) {
			throw new ToolException(name + ": its 'oldText' is not in the file; nothing was changed");
		}
		return text.substring(0, found) + bytes(edit.path("newText").stringValue())
				+ text.substring(found + sought.length());
	}

	/** A text with one character for each of its bytes. */
	private static String bytes(String text) {
		return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
	}

	private static String shown(String bytes) {
		return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
	}

}
