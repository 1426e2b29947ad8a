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

package io.agentbay.internal.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SendableTests {

	@Test
	void halvesOfCharactersAreFound() {
		assertThat(Sendable.indexOfHalf("")).isEqualTo(-1);
		assertThat(Sendable.indexOfHalf("añ🚀🚀\0")).isEqualTo(-1);
		assertThat(Sendable.indexOfHalf("a🚀".substring(0, 2))).isEqualTo(1);
		assertThat(Sendable.indexOfHalf("🚀b".substring(1))).isEqualTo(0);
		assertThat(Sendable.indexOfHalf("\ud83d\ud83d\ude80")).isEqualTo(0);
		assertThat(Sendable.indexOfHalf("\ude80\ud83d")).isEqualTo(0);
		assertThat(Sendable.indexOfHalf("🚀\ude80")).isEqualTo(2);
	}

	@Test
	void theArgumentIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> Sendable.require("\ud83d", "path"))
			.withMessageContaining("'path'");
	}

}
