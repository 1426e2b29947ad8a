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

package io.agentbay.ai.tool;

import java.nio.charset.StandardCharsets;

import io.agentbay.ai.artifact.Artifact;
import io.agentbay.ai.artifact.StoredArtifact;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the tools that work with git and hand files over.
 */
class GitAndArtifactToolsTests extends AbstractToolTests {

	@Test
	void repositoryIsMadeChangedAndRead() {
		call("run_command", """
				{"command": "git config --global user.name Ann; git config --global user.email ann@example.com"}""");
		assertThat(call("git", """
				{"action": "init", "repository": "~/shop"}""")).startsWith("Made ");
		call("write_file", """
				{"path": "shop/a.txt", "content": "one\\n"}""");
		assertThat(call("git", """
				{"action": "status", "repository": "shop"}""")).contains("?? a.txt");
		assertThat(call("git", """
				{"action": "commit", "repository": "shop", "text": "Begin; \\"quoted\\" $(date)"}"""))
			.startsWith("Committed ");
		assertThat(call("git", """
				{"action": "log", "repository": "shop"}""")).endsWith("Ann: Begin; \"quoted\" $(date)");
		call("git", """
				{"action": "branch", "repository": "shop", "text": "next"}""");
		call("write_file", """
				{"path": "shop/a.txt", "content": "two\\n"}""");
		assertThat(call("git", """
				{"action": "diff", "repository": "shop"}""")).contains("-one", "+two");
		assertThat(call("git", """
				{"action": "clone", "repository": "copy", "text": "shop"}""")).startsWith("Cloned into ");
		assertThat(call("git", """
				{"action": "checkout", "repository": "shop", "text": "nowhere"}""")).startsWith("Error: ");
		assertThat(call("git", """
				{"action": "commit", "repository": "shop"}""")).startsWith("Error: 'text' is missing");
	}

	@Test
	void fileIsHandedToTheUserPastThePrompt() throws Exception {
		call("run_command", """
				{"command": "mkdir out; printf 'a;b\\\\n1;2\\\\n' > out/r.csv"}""");
		String answer = call("hand_over_file", """
				{"path": "~/out/r.csv"}""");
		Artifact artifact = this.outputs.artifacts().get(0);
		assertThat(answer).matches("Handed r.csv \\(.*, 8 bytes\\) over to the user; its link: /files/[0-9a-f]{32}");
		assertThat(answer).endsWith(artifact.id());
		assertThat(artifact.owner()).isEqualTo("conversation:ann");
		StoredArtifact stored = this.store.find(artifact.id()).orElseThrow();
		assertThat(stored.content().getContentAsString(StandardCharsets.UTF_8)).isEqualTo("a;b\n1;2\n");
	}

	@Test
	void whatCannotBeHandedOverIsSaidSo() {
		call("run_command", """
				{"command": "truncate -s 2M big"}""");
		assertThat(call("hand_over_file", """
				{"path": "big"}""")).isEqualTo("Error: big has 2097152 bytes, and at most 1000000 can be handed over");
		assertThat(call("hand_over_file", """
				{"path": "/tmp"}""")).startsWith("Error: /tmp is a directory");
		assertThat(this.outputs.artifacts()).isEmpty();
	}

}
