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

package io.agentbay.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Tells why a file or directory that was given cannot be used. The failures of the JDK
 * often have nothing but its path to say.
 */
final class PathFailure {

	private PathFailure() {
	}

	/**
	 * Make a directory that was given.
	 * @param directory the directory; nothing happens when it exists
	 * @param use what it is used as, and by which settings it was given
	 * @return the directory
	 */
	static Path made(Path directory, String use) {
		try {
			return Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw of(directory, use, ex);
		}
	}

	static UncheckedIOException of(Path path, String use, IOException failure) {
		return new UncheckedIOException("%s cannot be used as the %s: %s".formatted(path, use, words(failure)),
				failure);
	}

	static String words(IOException failure) {
		if (failure instanceof FileAlreadyExistsException) {
			return "it exists and is not a directory";
		}
		if (failure instanceof NoSuchFileException) {
			return "it does not exist, and cannot be made here";
		}
		if (failure instanceof AccessDeniedException denied) {
			return "this user has no permission at " + denied.getFile();
		}
		if (failure instanceof FileSystemException refused && refused.getReason() != null) {
			return "%s at %s".formatted(refused.getReason(), refused.getFile());
		}
		return (failure.getMessage() != null) ? failure.getMessage() : failure.getClass().getSimpleName();
	}

}
