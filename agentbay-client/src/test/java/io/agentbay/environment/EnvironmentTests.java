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

package io.agentbay.environment;

import java.util.LinkedHashMap;
import java.util.Map;

import io.agentbay.AgentBay;
import io.agentbay.code.CodeLanguage;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Environment variables that all tools of a session see.
 */
@TestInstance(Lifecycle.PER_CLASS)
class EnvironmentTests {

	private LocalAgentBay runtime;

	private AgentBay agentBay;

	private Session session;

	@BeforeAll
	void start() {
		this.runtime = LocalAgentBay.builder().start();
		this.agentBay = LocalClient.of(this.runtime).build();
	}

	@BeforeEach
	void createSession() {
		this.session = this.agentBay.create();
	}

	@AfterEach
	void deleteSession() {
		this.session.close();
	}

	@AfterAll
	void stop() {
		this.agentBay.close();
		this.runtime.close();
	}

	@Test
	@Capability({ "22.1", "22.2" })
	void commandsAndCodeSeeWhatWasSet() {
		Environment environment = this.session.environment();
		environment.set("PLACE", "a 'quoted' $HOME \n place");
		environment.set(Map.of("ONE", "1", "TWO", "2"));
		environment.set("TWO", "zwei");
		assertThat(this.session.command().run("printf %s \"$PLACE|$ONE|$TWO\"").stdout())
			.isEqualTo("a 'quoted' $HOME \n place|1|zwei");
		assertThat(this.session.code().run("import os; print(os.environ['TWO'])", CodeLanguage.PYTHON).stdout().strip())
			.isEqualTo("zwei");
		assertThat(this.session.command().run("echo $TWO", (options) -> options.withVariable("TWO", "own")).stdout())
			.isEqualTo("own\n");
		assertThat(this.session.command().stream("echo $TWO", (event) -> {
		}).stdout()).isEqualTo("zwei\n");
	}

	@Test
	@Capability({ "22.4", "22.5" })
	void whatWasSetCanBeRead() {
		Environment environment = this.session.environment();
		assertThat(environment.getAll()).isEmpty();
		environment.set(Map.of("A", "1", "B", ""));
		assertThat(environment.getAll()).containsExactlyInAnyOrderEntriesOf(Map.of("A", "1", "B", ""));
		assertThat(environment.get("A", "MISSING")).containsExactlyEntriesOf(Map.of("A", "1"));
		try (Session other = this.agentBay.create()) {
			assertThat(other.environment().getAll()).isEmpty();
		}
	}

	@Test
	@Capability({ "22.3" })
	void whatCannotBeAVariableIsRefusedBeforeAnythingIsSent() {
		Environment environment = this.session.environment();
		this.runtime.journal().clear();
		assertThatIllegalArgumentException().isThrownBy(() -> environment.set(Map.of()))
			.withMessageContaining("'variables' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> environment.set("A B", "x"));
		assertThatIllegalArgumentException().isThrownBy(() -> environment.set("A", "\0"));
		Map<String, String> missing = new LinkedHashMap<>();
		missing.put("A", null);
		assertThatIllegalArgumentException().isThrownBy(() -> environment.set(missing));
		assertThatIllegalArgumentException().isThrownBy(environment::get);
		assertThatIllegalArgumentException().isThrownBy(() -> environment.get(" "));
		assertThat(this.runtime.journal().calls()).isEmpty();
	}

}
