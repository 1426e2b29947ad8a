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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;

import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A local file that is being fetched. It is written beside its place and moved there when
 * it is complete, so that half a file is never taken for the whole.
 *
 * @param target where it shall be
 * @param partial where it is written
 */
record LocalFile(Path target, Path partial) {

	static Mono<LocalFile> open(Path target) {
		return onDisk(target, () -> {
			Path whole = target.toAbsolutePath();
			Path parent = whole.getParent();
			Path directory = (parent != null) ? Files.createDirectories(parent) : whole;
			return new LocalFile(whole, Files.createTempFile(directory, "." + whole.getFileName() + "-", ".part"));
		});
	}

	Mono<Path> complete(boolean overwrite) {
		return onDisk(this.target, () -> {
			try {
				// Files.move without REPLACE_EXISTING looks before it moves: a link does
				// both at once.
				if (!overwrite) {
					return Files.createLink(this.target, this.partial);
				}
				return Files.move(this.partial, this.target, StandardCopyOption.REPLACE_EXISTING);
			}
			catch (FileAlreadyExistsException ex) {
				throw taken(this.target);
			}
		});
	}

	Mono<Boolean> discard() {
		return onDisk(this.target, () -> Files.deleteIfExists(this.partial));
	}

	static ServiceException taken(Path target) {
		return ServiceException.of(FailureKind.INVALID_ARGUMENT, null,
				"Destination exists and overwrite=False: " + target, CallDetails.none());
	}

	private static <T> Mono<T> onDisk(Path target, Callable<T> work) {
		return Mono.fromCallable(work)
			.onErrorMap(IOException.class,
					(ex) -> new IllegalArgumentException("'localPath' cannot be written: " + target + ": " + ex, ex))
			.subscribeOn(Schedulers.boundedElastic());
	}

}
