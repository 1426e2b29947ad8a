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

package io.agentbay.internal.http;

import io.agentbay.error.InvalidEndpointException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EndpointTests {

	@ParameterizedTest
	@CsvSource({ "wuyingai.cn-shanghai.aliyuncs.com, https://wuyingai.cn-shanghai.aliyuncs.com",
			"example.com:8443, https://example.com:8443", "' https://example.com/ ', https://example.com",
			"HTTPS://example.com, https://example.com", "http://127.0.0.1:8080, http://127.0.0.1:8080",
			"http://localhost:1, http://localhost:1", "http://[::1]:8080, http://[::1]:8080",
			"127.0.0.1:8080, https://127.0.0.1:8080" })
	void readsHostsPortsAndUrls(String text, String uri) {
		assertThat(Endpoint.parse(text, false).uri()).hasToString(uri);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "://", "ftp://example.com", "https://", "https://example.com/path",
			"https://example.com?x=1", "https://user:secret@example.com", "exa mple.com", "https://example.com:0",
			"https://example.com:70000", "http:// example.com", "https://example.com#f" })
	void refusesWhatIsNoEndpoint(String text) {
		assertThatExceptionOfType(InvalidEndpointException.class).isThrownBy(() -> Endpoint.parse(text, false))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("secret"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://example.com", "http://10.0.0.1:8080", "http://127.0.0.1.example.com",
			"http://localhost.example.com" })
	void refusesUnencryptedTrafficToOtherMachinesUnlessAllowed(String text) {
		assertThatExceptionOfType(InvalidEndpointException.class).isThrownBy(() -> Endpoint.parse(text, false))
			.withMessageContaining("unencrypted");
		assertThat(Endpoint.parse(text, true).uri()).hasToString(text);
	}

	@Test
	void tellsWhatWasRefused() {
		assertThatExceptionOfType(InvalidEndpointException.class)
			.isThrownBy(() -> Endpoint.parse("ftp://example.com", false))
			.satisfies((ex) -> assertThat(ex.endpoint()).isEqualTo("ftp://example.com"));
	}

}
