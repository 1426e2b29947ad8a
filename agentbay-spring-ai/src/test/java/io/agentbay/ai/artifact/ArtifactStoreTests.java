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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what keeps files that are handed over.
 */
class ArtifactStoreTests {

	@TempDir
	Path directory;

	@Test
	void directoryKeepsFilesAndWhatIsKnownOfThem() throws IOException {
		ArtifactStore store = ArtifactStore.inDirectory(this.directory.resolve("made/later"));
		Artifact artifact = new Artifacts(store, null, 100).take("user:ann", "../a/größe.csv", content("1;2"));
		StoredArtifact found = store.find(artifact.id()).orElseThrow();
		assertThat(found.artifact()).isEqualTo(artifact)
			.isEqualTo(new Artifact(artifact.id(), "user:ann", "größe.csv", artifact.mediaType(), 3, null));
		assertThat(found.content().getContentAsString(StandardCharsets.UTF_8)).isEqualTo("1;2");
		store.remove(artifact.id());
		assertThat(store.find(artifact.id())).isEmpty();
		assertThat(store.find("../" + artifact.id())).isEmpty();
		store.remove("../../etc/passwd");
	}

	@Test
	void locationOfResourcesKeepsFiles() throws IOException {
		ArtifactStore store = ResourceArtifactStore.at(new DefaultResourceLoader(), this.directory.toUri().toString());
		Artifact artifact = new Artifacts(store, "/files/{id}", 100).take("application:application", "a.png",
				content("x"));
		assertThat(artifact.link()).hasToString("/files/" + artifact.id());
		assertThat(artifact.mediaType()).isEqualTo("image/png");
		assertThat(this.directory.resolve(artifact.id())).hasContent("x");
	}

	@Test
	void resourceThatCannotBeWrittenIsSaidSo() {
		Artifacts artifacts = new Artifacts(new ResourceArtifactStore(ClassPathResource::new), null, 100);
		assertThatIOException().isThrownBy(() -> artifacts.take("user:ann", "a", content("x")))
			.withMessageContaining("cannot be written");
	}

	@Test
	void fileThatIsTooLargeIsNotKept() throws IOException {
		Artifacts artifacts = new Artifacts(ArtifactStore.inDirectory(this.directory), null, 3);
		assertThatIOException().isThrownBy(() -> artifacts.take("user:ann", "a", content("four")))
			.withMessageContaining("larger than 3 bytes");
		try (Stream<Path> files = Files.list(this.directory)) {
			assertThat(files).isEmpty();
		}
	}

	@Test
	void memoryForgetsTheOldestWhenThereIsNoRoom() throws IOException {
		ArtifactStore store = new InMemoryArtifactStore(10);
		Artifacts artifacts = new Artifacts(store, null, 100);
		Artifact first = artifacts.take("user:ann", "1", content("12345"));
		Artifact second = artifacts.take("user:ann", "2", content("12345"));
		Artifact third = artifacts.take("user:ann", "3", content("1"));
		assertThat(store.find(first.id())).isEmpty();
		assertThat(store.find(second.id())).isPresent();
		assertThat(store.find(third.id()).orElseThrow().content().getFilename()).isEqualTo("3");
		assertThatIOException().isThrownBy(() -> artifacts.take("user:ann", "4", content("12345678901")))
			.withMessageContaining("holds 10 bytes");
		assertThat(store.find(second.id())).isPresent();
	}

	@ParameterizedTest
	@CsvSource({ "a.txt, a.txt", "/x/y/b c.pdf, b c.pdf", "x/.., file", "'', file", "a\"b\\c|d, a_b_c_d",
			"'a\r\nb', a__b" })
	void namesAreHarmless(String path, String filename) {
		assertThat(Artifacts.filename(path)).isEqualTo(filename);
	}

	@Test
	void linkNeedsAPlaceForTheId() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Artifacts(new InMemoryArtifactStore(), "/files", 100))
			.withMessageContaining("{id}");
	}

	private static InputStream content(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

}
