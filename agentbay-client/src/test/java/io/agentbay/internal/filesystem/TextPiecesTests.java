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

package io.agentbay.internal.filesystem;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextPiecesTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "plain text that is longer than a piece", "äöüß äöüß äöüß", "日本語の文章です",
			"👩‍🚀🚀🚀a🚀bc🚀", "mixed ä日🚀 text" })
	void keepEveryCharacterWholeAndStaySmall(String text) {
		for (int size = 4; size < 20; size++) {
			int limit = size;
			List<String> pieces = TextPieces.of(text, limit);
			assertThat(String.join("", pieces)).isEqualTo(text);
			assertThat(pieces).allSatisfy((piece) -> {
				byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
				assertThat(bytes).hasSizeLessThanOrEqualTo(limit);
				assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(piece);
			});
		}
	}

}
