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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.agentbay.ai.artifact.Artifact;
import org.jspecify.annotations.Nullable;

/**
 * What tools leave beside their texts while a prompt is answered: pictures for the model,
 * which an answer of a tool cannot hold, and files for the user. Lives as long as its
 * prompt; travels in the tool context. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class ToolOutputs {

	/**
	 * The name of the outputs in the tool context, and in the context of the response.
	 */
	public static final String KEY = "agentbay.outputs";

	private final Map<String, ToolPicture> pictures = new ConcurrentHashMap<>();

	private final List<Artifact> artifacts = new CopyOnWriteArrayList<>();

	/**
	 * Find the outputs of a prompt.
	 * @param context the values of a tool context or of a response
	 * @return the outputs, {@code null} if nothing picks them up
	 */
	public static @Nullable ToolOutputs find(Map<String, ?> context) {
		return (context.get(KEY) instanceof ToolOutputs outputs) ? outputs : null;
	}

	ToolPicture addPicture(String mediaType, byte[] content) {
		ToolPicture picture = new ToolPicture(UUID.randomUUID().toString().substring(0, 13), mediaType, content);
		this.pictures.put(picture.id(), picture);
		return picture;
	}

	void addArtifact(Artifact artifact) {
		this.artifacts.add(artifact);
	}

	/**
	 * Return the pictures that the answer of a tool mentions.
	 * @param answer the text of the answer
	 * @return the pictures, in the order in which they are mentioned
	 */
	public List<ToolPicture> picturesIn(String answer) {
		List<ToolPicture> found = new ArrayList<>();
		for (String id : PictureMentions.in(answer)) {
			ToolPicture picture = this.pictures.get(id);
			if (picture != null) {
				found.add(picture);
			}
		}
		return found;
	}

	/**
	 * Return the files that were handed over to the user so far.
	 * @return the files, oldest first
	 */
	public List<Artifact> artifacts() {
		return List.copyOf(this.artifacts);
	}

	@Override
	public String toString() {
		return "ToolOutputs[pictures=%s, artifacts=%s]".formatted(this.pictures.size(), this.artifacts.size());
	}

}
