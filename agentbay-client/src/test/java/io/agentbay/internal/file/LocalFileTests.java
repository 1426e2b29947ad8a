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

package io.agentbay.internal.file;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.agentbay.error.ArgumentRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The place of a download on this machine.
 */
@EnabledOnOs({ OS.LINUX, OS.MAC })
class LocalFileTests {

	@TempDir
	private Path directory;

	@Test
	void aNameMayBeAsLongAsTheFileSystemAllows() throws IOException {
		Path target = this.directory.resolve("x".repeat(255));
		fetch(target, "content", true);
		assertThat(target).hasContent("content");
		assertNothingElseIsThere(target);
	}

	@Test
	void aNewFileHasTheRightsOfNewFiles() throws IOException {
		Path usual = Files.createFile(this.directory.resolve("usual"));
		fetch(this.directory.resolve("replacing"), "content", true);
		fetch(this.directory.resolve("not-replacing"), "content", false);
		assertThat(rights("replacing")).isEqualTo(Files.getPosixFilePermissions(usual));
		assertThat(rights("not-replacing")).isEqualTo(Files.getPosixFilePermissions(usual));
	}

	@Test
	void aFileThatIsReplacedKeepsItsRights() throws IOException {
		for (String wanted : List.of("rwxr-x--x", "rw-------", "r--r-----")) {
			Path target = Files.createFile(this.directory.resolve(wanted));
			Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(wanted));
			fetch(target, "content", true);
			assertThat(PosixFilePermissions.toString(rights(wanted))).isEqualTo(wanted);
			assertThat(target).hasContent("content");
		}
	}

	@Test
	void aSecretIsNotReadableMeanwhile() throws IOException {
		Path target = Files.createFile(this.directory.resolve("secret"));
		Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
		LocalFile file = LocalFile.open(target).block();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.partial()))).isEqualTo("rw-------");
		file.discard().block();
	}

	@Test
	void aDirectoryIsNotReplaced() throws IOException {
		Path target = Files.createDirectory(this.directory.resolve("d"));
		assertThatIllegalArgumentException().isThrownBy(() -> LocalFile.check(target, true).block())
			.withMessageContaining("directory");
		assertThatIllegalArgumentException().isThrownBy(() -> LocalFile.open(target).block());
		assertThat(target).isEmptyDirectory();
		assertNothingElseIsThere(target);
	}

	@Test
	void aDirectoryThatComesMeanwhileIsNotReplacedEither() throws IOException {
		Path target = this.directory.resolve("d");
		LocalFile file = LocalFile.open(target).block();
		Files.createDirectory(target);
		assertThatIllegalArgumentException().isThrownBy(() -> file.complete(true).block());
		file.discard().block();
		assertThat(target).isEmptyDirectory();
		assertNothingElseIsThere(target);
	}

	@Test
	void ofALinkWhatItLeadsToIsReplaced() throws IOException {
		Path folder = Files.createDirectory(this.directory.resolve("folder"));
		Path real = Files.writeString(folder.resolve("real"), "before");
		Path link = Files.createSymbolicLink(this.directory.resolve("link"), Path.of("folder", "real"));
		fetch(link, "after", true);
		assertThat(link).isSymbolicLink();
		assertThat(real).hasContent("after");
		Path hanging = Files.createSymbolicLink(this.directory.resolve("hanging"), Path.of("folder", "new"));
		fetch(hanging, "new", true);
		assertThat(hanging).isSymbolicLink();
		assertThat(folder.resolve("new")).hasContent("new");
	}

	@Test
	void aLinkIsSomethingThatIsThere() throws IOException {
		Path hanging = Files.createSymbolicLink(this.directory.resolve("hanging"), Path.of("nowhere"));
		assertThatExceptionOfType(ArgumentRefusedException.class)
			.isThrownBy(() -> LocalFile.check(hanging, false).block())
			.withMessageContaining("Destination exists");
	}

	@Test
	void linksInACircleAreRefused() throws IOException {
		Path one = this.directory.resolve("one");
		Files.createSymbolicLink(one, Path.of("two"));
		Files.createSymbolicLink(this.directory.resolve("two"), Path.of("one"));
		assertThatIllegalArgumentException().isThrownBy(() -> LocalFile.check(one, true).block())
			.withMessageContaining("too many links");
	}

	@Test
	void aPipeIsNotReplaced() throws Exception {
		Path pipe = this.directory.resolve("pipe");
		assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
		assertThatIllegalArgumentException().isThrownBy(() -> LocalFile.check(pipe, true).block())
			.withMessageContaining("no file");
		assertThat(Files.exists(pipe)).isTrue();
	}

	@Test
	void whatIsBelowAFileIsRefusedBeforeAnythingIsFetched() throws IOException {
		Path file = Files.createFile(this.directory.resolve("file"));
		assertThatIllegalArgumentException().isThrownBy(() -> LocalFile.check(file.resolve("new/x"), true).block())
			.withMessageContaining("'to' cannot be written");
		LocalFile.check(this.directory.resolve("new/folder/x"), true).block();
		assertThat(this.directory.resolve("new")).doesNotExist();
	}

	@Test
	void whereThereAreNoHardLinksNothingIsReplacedEither() throws IOException {
		Path zip = this.directory.resolve("files.zip");
		try (FileSystem withoutLinks = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
			Path target = withoutLinks.getPath("/target");
			fetch(target, "content", false);
			assertThat(Files.readString(target)).isEqualTo("content");
			LocalFile late = LocalFile.open(withoutLinks.getPath("/late")).block();
			Files.writeString(withoutLinks.getPath("/late"), "theirs");
			assertThatExceptionOfType(ArgumentRefusedException.class).isThrownBy(() -> late.complete(false).block());
			late.discard().block();
			assertThat(Files.readString(withoutLinks.getPath("/late"))).isEqualTo("theirs");
			try (Stream<Path> files = Files.list(withoutLinks.getPath("/"))) {
				assertThat(files.map(Path::toString)).containsExactlyInAnyOrder("/target", "/late");
			}
		}
	}

	private void fetch(Path target, String content, boolean overwrite) throws IOException {
		LocalFile.check(target, overwrite).block();
		LocalFile file = LocalFile.open(target).block();
		Files.writeString(file.partial(), content);
		file.complete(overwrite).block();
		file.discard().block();
	}

	private Set<PosixFilePermission> rights(String name) throws IOException {
		return Files.getPosixFilePermissions(this.directory.resolve(name));
	}

	private void assertNothingElseIsThere(Path target) throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			assertThat(files).containsExactly(target);
		}
	}

}
