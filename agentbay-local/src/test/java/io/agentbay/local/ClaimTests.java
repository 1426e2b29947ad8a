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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Claim}.
 */
class ClaimTests {

	@TempDir
	private Path place;

	@Test
	void aFileThatSomebodyElseHasRemovedCannotBeLocked() throws IOException {
		assertThat(Claim.lock(this.place.resolve(".runtime-1.lock"))).isNull();
	}

	/** Between its creation and its lock a file looks as if its runtime were gone. */
	@Test
	void aDirectoryIsClaimedHoweverOftenAnotherRuntimeTakesItForAbandoned() throws Exception {
		AtomicBoolean done = new AtomicBoolean();
		AtomicInteger removed = new AtomicInteger();
		Thread other = new Thread(() -> {
			while (!done.get()) {
				removed.addAndGet(removeLocks());
			}
		});
		other.start();
		try {
			for (int i = 0; i < 1000 || removed.get() == 0; i++) {
				try (Claim claim = Claim.make(this.place, "runtime-")) {
					assertThat(claim.directory()).isDirectory();
					Files.delete(claim.directory());
				}
			}
		}
		finally {
			done.set(true);
			other.join();
		}
	}

	private int removeLocks() {
		int removed = 0;
		try (DirectoryStream<Path> locks = Files.newDirectoryStream(this.place, ".runtime-*")) {
			for (Path lock : locks) {
				removed += Files.deleteIfExists(lock) ? 1 : 0;
			}
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return removed;
	}

}
