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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SessionPathTests {

	@ParameterizedTest
	@CsvSource({ "a, a", "/a, /a", "~, .", "~/, ./", "~/a, a", "~//a/~, a/~", "~a, ~a", "a/~, a/~", "./~, ./~",
			"/~/a, /~/a" })
	void aTildeIsTheHomeDirectoryWhereItStands(String path, String sent) {
		assertThat(SessionPath.of(path, "path")).isEqualTo(sent);
	}

	@ParameterizedTest
	@CsvSource({ "/a, true", "a, false", "./a, false", "C:\\a, true", "C:/a, true", "C:a, false", "~, false" })
	void anAbsolutePathSaysWhereItStarts(String path, boolean absolute) {
		assertThat(SessionPath.isAbsolute(path)).isEqualTo(absolute);
	}

}
