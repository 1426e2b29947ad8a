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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Code run in bubblewrap.
 */
@EnabledIf(value = "io.agentbay.local.BubblewrapCommandTests#works",
		disabledReason = "bubblewrap does not work here (Debian package: bubblewrap)")
class BubblewrapCodeTests extends CodeSuite {

	BubblewrapCodeTests() {
		super(Isolation.BUBBLEWRAP);
	}

	@Test
	void packagesOfPythonAreInstalledForTheSession() {
		Assumptions.assumeTrue(Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/pip")),
				"pip is not installed");
		assertThat(
				python("""
						import zipfile
						with zipfile.ZipFile('brought-1.0-py3-none-any.whl', 'w') as wheel:
						    wheel.writestr('brought.py', 'VALUE = 42')
						    wheel.writestr('brought-1.0.dist-info/METADATA', 'Metadata-Version: 2.1\\nName: brought\\nVersion: 1.0\\n')
						    wheel.writestr('brought-1.0.dist-info/WHEEL',
						                   'Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
						    wheel.writestr('brought-1.0.dist-info/RECORD', '')
						!pip install --quiet --no-index ./brought-1.0-py3-none-any.whl""")
					.path("executionError")
					.stringValue())
			.isEmpty();
		assertThat(mainResult(python("import brought\nbrought.VALUE")).path("text/plain").stringValue())
			.isEqualTo("42");
	}

	/**
	 * Not for {@link HostCodeTests}, too: the Python found there may be another one.
	 */
	@Test
	void figuresOfMatplotlibAreImages() {
		JsonNode installed = python("import importlib.util\nimportlib.util.find_spec('matplotlib') is not None");
		Assumptions.assumeTrue(mainResult(installed).path("text/plain").stringValue().equals("True"),
				"matplotlib is not installed for this Python (Debian package: python3-matplotlib)");
		assertFine(python("from IPython.display import HTML"));
		JsonNode answer = assertFine(python("""
				import matplotlib.pyplot as plt
				plt.plot([1, 2, 3]);
				plt.show()
				plt.figure()
				plt.bar(['a', 'b'], [1, 2]);
				"""));
		assertThat(answer.path("result")).hasSize(2);
		answer.path("result").forEach((entry) -> {
			JsonNode result = TestClient.MAPPER.readTree(entry.stringValue());
			assertThat(Base64.getDecoder().decode(result.path("image/png").stringValue())).startsWith(0x89, 'P', 'N',
					'G');
		});
		assertThat(answer.path("stderr")).isEmpty();
		JsonNode last = assertFine(python("fig, ax = plt.subplots()\nfig"));
		assertThat(last.path("result")).hasSize(1);
		assertThat(mainResult(last).path("image/png").stringValue()).startsWith("iVBORw0KGgo");
	}

}
