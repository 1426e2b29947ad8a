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

package io.agentbay.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.agentbay.AgentBay;
import io.agentbay.context.Context;
import io.agentbay.context.ContextFile;
import io.agentbay.context.ContextSync;
import io.agentbay.error.SessionGoneException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.clock.ManualClock;
import io.agentbay.session.LifecyclePolicy;
import io.agentbay.session.Session;
import io.agentbay.skill.Skill;
import io.agentbay.skill.SkillList;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * The examples of the page about sessions that need time to pass, or a runtime of their
 * own.
 */
class SessionGuideTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T08:00:00Z"));

	private LocalAgentBay runtime;

	private AgentBay agentBay;

	@BeforeEach
	void start(@TempDir Path skills) throws IOException {
		Path pdf = Files.createDirectory(skills.resolve("pdf"));
		Files.writeString(pdf.resolve("SKILL.md"), "---\nname: pdf\ndescription: works on PDF files\n---\nRead.");
		Files.writeString(Files.createDirectory(skills.resolve("mail")).resolve("SKILL.md"), "Write.");
		this.runtime = LocalAgentBay.builder().clock(this.clock).skillsDirectory(skills).start();
		this.agentBay = LocalClient.of(this.runtime).build();
	}

	@AfterEach
	void stop() {
		this.agentBay.close();
		this.runtime.close();
	}

	@Test
	void theLongestTimeEndsASessionAndItsContextsAreSaved() {
		Context context = this.agentBay.contexts().getOrCreate("kept");
		LifecyclePolicy batch = LifecyclePolicy.defaults()
			.withIdleReleaseTimeout(Duration.ofMinutes(20))
			.withMaxRuntime(Duration.ofHours(2));
		Session session = this.agentBay.create((options) -> options.lifecyclePolicy(batch));
		session.context().bind(List.of(ContextSync.of(context, "/tmp/kept")));
		session.fileSystem().write("/tmp/kept/name", "Ada");
		for (int minutes = 0; minutes < 110; minutes += 10) {
			this.clock.advance(Duration.ofMinutes(10));
			session.keepAlive();
		}
		assertThat(this.runtime.liveSessionIds()).contains(session.id());
		this.clock.advance(Duration.ofMinutes(11));
		await().atMost(PATIENCE).until(() -> this.runtime.liveSessionIds().isEmpty());
		assertThatExceptionOfType(SessionGoneException.class).isThrownBy(() -> session.command().run("echo"));
		assertThat(this.agentBay.find(session.id())).isEmpty();
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.agentBay.contexts().listFiles(context.id(), "/tmp/kept"))
				.extracting(ContextFile::name)
				.containsExactly("name"));
	}

	@Test
	void variablesAndSkillsAreInASession() {
		Session session = this.agentBay.create();
		session.environment().set("STAGE", "test");
		String stage = session.command().run("echo $STAGE").stdout();
		assertThat(stage).isEqualTo("test\n");
		Session reader = this.agentBay.create((options) -> options.loadSkills("pdf"));
		String manual = reader.fileSystem().read("/home/wuying/skills/pdf/SKILL.md");
		assertThat(manual).contains("works on PDF files");
		SkillList skills = this.agentBay.skills().list();
		assertThat(skills.skills()).extracting(Skill::name).containsExactly("mail", "pdf");
		assertThat(skills.rootPath()).isEqualTo("/home/wuying/skills");
		assertThat(reader.fileSystem().list("/home/wuying/skills")).hasSize(1);
	}

}
