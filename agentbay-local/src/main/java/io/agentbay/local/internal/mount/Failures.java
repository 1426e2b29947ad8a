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

package io.agentbay.local.internal.mount;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.List;

import io.agentbay.local.internal.context.ContextPath;
import io.agentbay.local.internal.context.ContextRefusedException;
import io.agentbay.local.internal.path.PathRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What could not be copied while the rest was.
 */
final class Failures {

	private static final Logger logger = LoggerFactory.getLogger(Failures.class);

	private static final int SHOWN = 5;

	private final List<String> messages = new ArrayList<>();

	/**
	 * Do something with a file; what goes wrong is told at the end.
	 */
	void collect(ContextPath path, Work work) {
		try {
			work.run();
		}
		catch (IOException | ContextRefusedException ex) {
			add(path, ex);
		}
	}

	void add(ContextPath path, Exception failure) {
		this.messages.add(path + ": " + reason(failure));
	}

	boolean isEmpty() {
		return this.messages.isEmpty();
	}

	/**
	 * Tell what went wrong, if anything did.
	 */
	void raise() throws CopyException {
		if (!this.messages.isEmpty()) {
			String more = (this.messages.size() > SHOWN) ? " and " + (this.messages.size() - SHOWN) + " more" : "";
			throw new CopyException("Could not be copied: "
					+ String.join("; ", this.messages.subList(0, Math.min(SHOWN, this.messages.size()))) + more);
		}
	}

	/**
	 * The reason of a failure, free of paths of the machine.
	 */
	static String reason(Exception failure) {
		if (failure instanceof CopyException || failure instanceof PathRefusedException
				|| failure instanceof ContextRefusedException) {
			return String.valueOf(failure.getMessage());
		}
		logger.debug("A file of a context could not be copied", failure);
		if (failure instanceof AccessDeniedException) {
			return "Permission denied";
		}
		if (failure instanceof NoSuchFileException) {
			return "No such file or directory";
		}
		if (failure instanceof FileAlreadyExistsException || failure instanceof DirectoryNotEmptyException
				|| failure instanceof NotDirectoryException) {
			return "There is something else in its place";
		}
		if (failure instanceof FileSystemException system && system.getReason() != null) {
			return system.getReason();
		}
		return (failure instanceof IOException) ? String.valueOf(failure.getMessage()) : failure.toString();
	}

	/**
	 * Something that can fail for one file.
	 */
	@FunctionalInterface
	interface Work {

		void run() throws IOException;

	}

	/**
	 * Something was not copied. The message is meant for the caller.
	 */
	static final class CopyException extends IOException {

		private static final long serialVersionUID = 1L;

		CopyException(String message) {
			super(message);
		}

	}

}
