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

package io.agentbay.ai.tool;

import java.util.List;
import java.util.stream.Stream;

/**
 * The tools that are offered unless others are asked for.
 */
final class StandardTools {

	static final String DESKTOP = "desktop";

	static final String PHONE = "phone";

	static final String HAND_OVER_FILE = "hand_over_file";

	private StandardTools() {
	}

	static List<ToolMethod> all() {
		return Stream.of(ToolMethod.of(CommandTools.class, CommandTools::new),
				ToolMethod.of(CodeTools.class, CodeTools::new), ToolMethod.of(FileTools.class, FileTools::new),
				ToolMethod.of(BrowserTools.class, BrowserTools::new),
				ToolMethod.of(ScreenshotTools.class, ScreenshotTools::new),
				ToolMethod.of(DesktopTools.class, DesktopTools::new), ToolMethod.of(PhoneTools.class, PhoneTools::new),
				ToolMethod.of(GitTools.class, GitTools::new), ToolMethod.of(ArtifactTools.class, ArtifactTools::new))
			.flatMap(List::stream)
			.toList();
	}

}
