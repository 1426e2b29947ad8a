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

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Times}.
 */
class TimesTests {

	@ParameterizedTest
	@CsvSource({ "2026-03-06T10:00:00Z, 2026-03-06T10:00:00Z", "2026-03-06T10:00:00.25Z, 2026-03-06T10:00:00.25Z",
			"2026-03-06t10:00z, 2026-03-06T10:00:00Z", "2026-03-06T10:00:00+08:00, 2026-03-06T02:00:00Z",
			"2026-03-06T10:00:00+0800, 2026-03-06T02:00:00Z", "2026-03-06 10:00:00, 2026-03-06T10:00:00Z",
			"1767000000, 2025-12-29T09:20:00Z", "1767000000123, 2025-12-29T09:20:00.123Z" })
	void timesAreRead(String text, Instant time) {
		assertThat(Times.read(text)).isEqualTo(time);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "0", "-1", "yesterday", "2026-13-06T10:00:00Z", "9999999999999999999", "1.5" })
	void whatIsNoTimeIsNone(String text) {
		assertThat(Times.read(text)).isNull();
	}

}
