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

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands as ordinary processes of this machine.
 */
class HostCommandTests extends CommandSuite {

	HostCommandTests() {
		super(Isolation.HOST);
	}

	@Test
	void theTemporaryAndHomeDirectoriesAreTheSessionsOwn() {
		stdout("echo a > $TMPDIR/a; echo b > b");
		assertThat(client().tool(session(), "read_file", Map.of("path", "/tmp/a")).text()).isEqualTo("a\n");
		assertThat(client().tool(session(), "read_file", Map.of("path", "/home/wuying/b")).text()).isEqualTo("b\n");
	}

	@Test
	void theRuntimeSaysThatNothingIsIsolated() {
		assertThat(runtime().isolation()).isEqualTo(Isolation.HOST);
	}

}
