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

package io.agentbay.ai.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.WritableResource;
import org.springframework.util.Assert;

/**
 * Keeps files wherever Spring has resources that can be written: a directory, or with the
 * fitting libraries the object storage of a cloud. Each file becomes two resources, its
 * content and a small description of it, which is written last. Files stay until they are
 * removed.
 *
 * @since 0.1.0
 */
public class ResourceArtifactStore implements ArtifactStore {

	private static final Logger logger = LoggerFactory.getLogger(ResourceArtifactStore.class);

	private static final String DESCRIPTION = ".json";

	private static final JsonMapper json = new JsonMapper();

	private final Function<String, ? extends Resource> resources;

	/**
	 * Create a store.
	 * @param resources returns the resource of a name, which consists of digits, letters
	 * and dots; it has to be a {@link WritableResource}
	 */
	public ResourceArtifactStore(Function<String, ? extends Resource> resources) {
		Assert.notNull(resources, "'resources' must not be null");
		this.resources = resources;
	}

	/**
	 * Return a store at a location.
	 * @param loader loads the resources
	 * @param location what their names begin with, such as
	 * {@code s3://bucket/handed-over/}
	 * @return the store
	 */
	public static ResourceArtifactStore at(ResourceLoader loader, String location) {
		Assert.notNull(loader, "'loader' must not be null");
		Assert.hasText(location, "'location' must not be empty");
		String beginning = location.endsWith("/") ? location : location + "/";
		return new ResourceArtifactStore((name) -> loader.getResource(beginning + name));
	}

	@Override
	public Artifact save(Artifact artifact, InputStream content) throws IOException {
		Assert.isTrue(ArtifactIds.isOne(artifact.id()), "'artifact' must have an id of 32 hexadecimal digits");
		long size;
		try (OutputStream out = writable(artifact.id()).getOutputStream()) {
			size = content.transferTo(out);
		}
		catch (IOException | RuntimeException ex) {
			remove(artifact.id());
			throw ex;
		}
		Artifact kept = artifact.withSize(size);
		byte[] description = json.writeValueAsBytes(Map.of("owner", kept.owner(), "filename", kept.filename(),
				"mediaType", kept.mediaType(), "size", kept.size()));
		try (OutputStream out = writable(artifact.id() + DESCRIPTION).getOutputStream()) {
			out.write(description);
		}
		return kept;
	}

	private WritableResource writable(String name) throws IOException {
		Resource resource = this.resources.apply(name);
		if (!(resource instanceof WritableResource writable)) {
			throw new IOException(resource + " cannot be written");
		}
		if (resource.isFile()) {
			Files.createDirectories(resource.getFile().toPath().toAbsolutePath().getParent());
		}
		return writable;
	}

	@Override
	public Optional<StoredArtifact> find(String id) {
		if (!ArtifactIds.isOne(id)) {
			return Optional.empty();
		}
		Resource description = this.resources.apply(id + DESCRIPTION);
		if (!description.exists()) {
			return Optional.empty();
		}
		try {
			JsonNode node = json.readTree(description.getContentAsString(StandardCharsets.UTF_8));
			Artifact artifact = new Artifact(id, node.path("owner").asString(), node.path("filename").asString(),
					node.path("mediaType").asString(), node.path("size").asLong(), null);
			return Optional.of(new StoredArtifact(artifact, this.resources.apply(id)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Other kinds of resources cannot be removed by Spring: their stores do it by age.
	 */
	@Override
	public void remove(String id) {
		if (ArtifactIds.isOne(id)) {
			delete(this.resources.apply(id + DESCRIPTION));
			delete(this.resources.apply(id));
		}
	}

	private static void delete(Resource resource) {
		try {
			if (resource.isFile()) {
				Files.deleteIfExists(resource.getFile().toPath());
			}
		}
		catch (IOException ex) {
			logger.warn("{} could not be removed: {}", resource, ex.getMessage());
		}
	}

}
