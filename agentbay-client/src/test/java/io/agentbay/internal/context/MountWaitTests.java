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

package io.agentbay.internal.context;

import java.time.Instant;
import java.util.List;

import io.agentbay.context.ContextMount;
import io.agentbay.context.ContextTask;
import io.agentbay.error.FailureKind;
import io.agentbay.internal.answer.Outcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long mounts are waited for, whether or not the service tells of them.
 */
class MountWaitTests {

	private static final ContextMount MOUNT = ContextMount.of("c", "/mnt/c");

	private final MountWait wait = new MountWait(List.of(MOUNT));

	@Test
	void aMountThatIsToldOfIsWaitedForAsLongAsItTakes() {
		for (int look = 0; look < 100; look++) {
			assertThat(this.wait.isFinal(look("Running", ""))).isFalse();
		}
		assertThat(this.wait.failures(look("Running", ""))).singleElement().asString().contains("not mounted in time");
		assertThat(this.wait.isFinal(look("Success", ""))).isTrue();
		assertThat(this.wait.failures(look("Success", ""))).isEmpty();
		assertThat(this.wait.untold(look("Success", ""))).isEmpty();
	}

	@Test
	void oneThatFailedIsNotWaitedFor() {
		TaskLook failed = look("Failed", "no such folder");
		assertThat(this.wait.isFinal(failed)).isTrue();
		assertThat(this.wait.failures(failed)).containsExactly("Context c could not be mounted: no such folder");
	}

	@Test
	void whenNothingIsToldLookingEnds() {
		TaskLook nothing = new TaskLook(List.of(), null);
		int looks = 1;
		while (!this.wait.isFinal(nothing)) {
			looks++;
		}
		assertThat(looks).isEqualTo(8);
		assertThat(this.wait.untold(nothing)).containsExactly("c");
		assertThat(this.wait.failures(nothing)).isEmpty();
	}

	@Test
	void lookingThatFailsIsNoAnswer() {
		TaskLook broken = new TaskLook(List.of(),
				Outcome.failure(FailureKind.TIMEOUT, null, "late", "r-1").toException());
		assertThat(this.wait.isFinal(broken)).isFalse();
		assertThat(this.wait.failures(broken)).isEmpty();
	}

	@Test
	void whatNobodyWaitsForDoesNotCount() {
		assertThat(new MountWait(List.of(MOUNT.withoutWaiting())).isNothing()).isTrue();
		assertThat(this.wait.isNothing()).isFalse();
	}

	private static TaskLook look(String status, String error) {
		return new TaskLook(List.of(ContextTask.builder("c", "/mnt/c")
			.taskType("mount")
			.status(status)
			.errorMessage(error)
			.startTime(Instant.ofEpochSecond(1))
			.finishTime(Instant.ofEpochSecond(2))
			.build()), null);
	}

}
