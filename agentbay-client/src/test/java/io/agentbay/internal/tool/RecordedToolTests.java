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
package io.agentbay.internal.tool;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.agentbay.wire.Recordings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No tool is missing among the recorded requests, through the gateway and over the direct
 * link.
 */
class RecordedToolTests {

	/** The service announces it, and nothing calls it. */
	private static final String NEVER_CALLED = "get_resource";

	/** A picture comes over the direct link only, its address never does. */
	private static final String PICTURE = "screenshot";

	private static final String ADDRESS = "system_screenshot";

	@Test
	void everyToolIsRecordedBothWays() {
		String all = Recordings.all();
		assertThat(tools(ADDRESS)).allMatch((tool) -> all.contains("\"tool\":\"" + tool + "\""));
		assertThat(tools(PICTURE)).allMatch((tool) -> all.contains("  form Name: " + tool + "\n"));
	}

	private static Set<String> tools(String without) {
		Set<String> tools = new TreeSet<>(ToolNames.KNOWN);
		tools.removeAll(List.of(NEVER_CALLED, without));
		return tools;
	}

}
