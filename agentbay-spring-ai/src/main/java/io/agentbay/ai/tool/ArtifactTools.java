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

import java.io.IOException;
import java.io.InputStream;

import io.agentbay.ai.artifact.Artifact;
import io.agentbay.ai.artifact.Artifacts;
import io.agentbay.filesystem.FileInfo;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/**
 * Hands files to the user.
 */
final class ArtifactTools {

	private final ToolWork work;

	ArtifactTools(ToolWork work) {
		this.work = work;
	}

	@Tool(name = "hand_over_file", resultConverter = PlainTextConverter.class, description = """
			Give a file on your computer to the user, such as a report, a plot or an archive. The user cannot see \
			your computer: only what is handed over. Do not repeat the content in your answer.""")
	String handOverFile(@ToolParam(description = "The file, absolute or relative to the home directory") String path) {
		Artifacts artifacts = this.work.artifacts();
		if (artifacts == null) {
			return "Error: nothing can be handed over here; tell what the user needs to know";
		}
		String file = ToolWork.path(path);
		FileInfo info = this.work.session().fileSystem().info(file);
		if (info.directory()) {
			return "Error: %s is a directory; make an archive of it and hand that over".formatted(path);
		}
		if (info.size() > artifacts.maxSize()) {
			return "Error: %s has %s bytes, and at most %s can be handed over".formatted(path, info.size(),
					artifacts.maxSize());
		}
		try (InputStream content = this.work.session().fileSystem().openStream(file)) {
			Artifact artifact = artifacts.take(this.work.key().asText(), path, content);
			if (this.work.outputs() != null) {
				this.work.outputs().addArtifact(artifact);
			}
			return "Handed %s (%s, %s bytes) over to the user%s".formatted(artifact.filename(), artifact.mediaType(),
					artifact.size(), (artifact.link() != null) ? "; its link: " + artifact.link() : "");
		}
		catch (IOException ex) {
			return "Error: %s could not be handed over: %s".formatted(path, ex.getMessage());
		}
	}

}
