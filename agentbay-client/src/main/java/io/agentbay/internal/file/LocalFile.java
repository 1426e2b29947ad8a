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
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * A local file that is being fetched. It is written beside its place and moved there when
 * it is complete, so that half a file is never taken for the whole. Only files are
 * replaced, and keep their rights; of a link, what it leads to.
 *
 * @param target where it shall be
 * @param partial where it is written
 */
record LocalFile(Path target, Path partial) {

	/** As many as Linux follows. */
	private static final int MAX_LINKS = 40;

	/**
	 * Refuse a place that cannot take the file, before anything is transferred.
	 */
	static Mono<Void> check(Path target, boolean overwrite) {
		return onDisk(target, () -> {
			if (!overwrite && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
				throw taken(target);
			}
			Path whole = followed(target.toAbsolutePath());
			requireFile(whole, target);
			Path directory = whole.getParent();
			while (directory != null && !Files.exists(directory)) {
				directory = directory.getParent();
			}
			Assert.isTrue(directory == null || (Files.isDirectory(directory) && Files.isWritable(directory)),
					"'to' cannot be written: nothing can be put into " + directory);
			return target;
		}).then();
	}

	static Mono<LocalFile> open(Path target) {
		return onDisk(target, () -> {
			Path whole = followed(target.toAbsolutePath());
			requireFile(whole, target);
			Path parent = whole.getParent();
			Path directory = (parent != null) ? Files.createDirectories(parent) : whole;
			// Short, since the name itself may be as long as the file system allows, and
			// not by createTempFile, whose files only their owner may read.
			Path partial = Files.createFile(directory.resolve(".agentbay-" + UUID.randomUUID() + ".part"));
			try {
				keepRights(whole, partial, true);
			}
			catch (IOException | RuntimeException ex) {
				Files.deleteIfExists(partial);
				throw ex;
			}
			return new LocalFile(whole, partial);
		});
	}

	Mono<Path> complete(boolean overwrite) {
		return onDisk(this.target, () -> {
			try {
				if (!overwrite) {
					return place();
				}
				requireFile(this.target, this.target);
				keepRights(this.target, this.partial, false);
				return Files.move(this.partial, this.target, StandardCopyOption.REPLACE_EXISTING);
			}
			catch (FileAlreadyExistsException ex) {
				throw taken(this.target);
			}
		});
	}

	/**
	 * Files.move without REPLACE_EXISTING looks before it moves: a link does both at
	 * once. Where a file system knows no links, an empty file keeps the place.
	 */
	private Path place() throws IOException {
		try {
			return Files.createLink(this.target, this.partial);
		}
		catch (FileAlreadyExistsException ex) {
			throw ex;
		}
		catch (UnsupportedOperationException | FileSystemException ex) {
			Files.createFile(this.target);
		}
		try {
			return Files.move(this.partial, this.target, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			Files.deleteIfExists(this.target);
			throw ex;
		}
	}

	Mono<Boolean> discard() {
		return onDisk(this.target, () -> Files.deleteIfExists(this.partial));
	}

	static ServiceException taken(Path target) {
		return ServiceException.of(FailureKind.INVALID_ARGUMENT, null,
				"Destination exists and overwrite=False: " + target, CallDetails.none());
	}

	/** Where a path leads to in the end, though nothing may be there yet. */
	private static Path followed(Path path) throws IOException {
		Path place = path;
		for (int links = 0; Files.isSymbolicLink(place); links++) {
			if (links == MAX_LINKS) {
				throw new FileSystemException(path.toString(), null, "too many links");
			}
			place = place.resolveSibling(Files.readSymbolicLink(place));
		}
		return place;
	}

	private static void requireFile(Path place, Path target) {
		Assert.isTrue(!Files.isDirectory(place),
				() -> "'to' must name the file, not the directory it shall be in: " + target);
		Assert.isTrue(!Files.exists(place, LinkOption.NOFOLLOW_LINKS) || Files.isRegularFile(place),
				() -> "'to' is there already and no file: " + target);
	}

	/** Early, so that a secret is not readable meanwhile, and again at the end. */
	private static void keepRights(Path from, Path to, boolean writable) throws IOException {
		boolean posix = from.getFileSystem().supportedFileAttributeViews().contains("posix");
		if (posix && Files.exists(from)) {
			Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
			rights.addAll(Files.getPosixFilePermissions(from));
			if (writable) {
				rights.add(PosixFilePermission.OWNER_WRITE);
			}
			Files.setPosixFilePermissions(to, rights);
		}
	}

	private static <T> Mono<T> onDisk(Path target, Callable<T> work) {
		return Mono.fromCallable(work)
			.onErrorMap(IOException.class,
					(ex) -> new IllegalArgumentException("'to' cannot be written: " + target + ": " + ex, ex))
			.subscribeOn(Schedulers.boundedElastic());
	}

}
