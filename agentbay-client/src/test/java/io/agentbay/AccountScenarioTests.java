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

package io.agentbay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.agentbay.context.ContextFile;
import io.agentbay.context.ContextFileQuery;
import io.agentbay.error.NotFoundException;
import io.agentbay.error.ServiceException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import io.agentbay.session.SessionStatus;
import io.agentbay.skill.Skill;
import io.agentbay.skill.SkillBinding;
import io.agentbay.skill.SkillQuery;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Refusal;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.volume.Volume;
import io.agentbay.volume.VolumeQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Networks, skills and volumes: on the wire, and against the local runtime.
 */
class AccountScenarioTests {

	@TempDir
	private Path skills;

	private LocalAgentBay runtime;

	private AgentBay agentBay;

	@BeforeEach
	void start() throws IOException {
		Path pdf = Files.createDirectories(this.skills.resolve("pdf"));
		Files.writeString(pdf.resolve("SKILL.md"), "---\nname: pdf\ndescription: works on PDF files\n---\nRead.");
		Files.writeString(Files.createDirectories(pdf.resolve("scripts")).resolve("run.sh"), "echo run");
		Files.writeString(Files.createDirectories(this.skills.resolve("mail")).resolve("SKILL.md"), "no head");
		this.runtime = LocalAgentBay.builder().skillsDirectory(this.skills).start();
		this.agentBay = LocalClient.of(this.runtime).build();
	}

	@AfterEach
	void stop() {
		this.agentBay.close();
		this.runtime.close();
	}

	@Test
	@Capability({ "2.30", "19.1", "19.2" })
	void aNetworkIsOnlineWhileSomebodyLendsIt() {
		var network = this.agentBay.networks().create();
		String id = network.id();
		assertThat(network.toString()).contains(id).doesNotContain(network.token());
		assertThat(this.agentBay.networks().fetchStatus(id).online()).isFalse();
		this.runtime.networks().bind(network.token());
		assertThat(this.agentBay.networks().fetchStatus(id).online()).isTrue();
		assertThat(this.agentBay.networks().get(id).token()).isEqualTo(network.token());
		this.runtime.networks().unbind(network.token());
		assertThat(this.agentBay.networks().fetchStatus(id).online()).isFalse();
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.agentBay.networks().fetchStatus("net-none"));
		try (Session session = this.agentBay.create(CreateSessionOptions.builder().networkId(id).build())) {
			assertThat(session.fetchStatus()).isEqualTo(SessionStatus.RUNNING);
		}
		assertThat(Refusal.of(() -> this.agentBay.create((options) -> options.networkId("net-none"))).errorCode())
			.isEqualTo("Network.NotFound");
	}

	@Test
	@Capability({ "2.32", "19.3", "19.4" })
	void skillsAreListedAndLoaded() {
		Skill pdf = new Skill("sk_pdf", "pdf", "works on PDF files");
		var all = this.agentBay.skills().list();
		assertThat(all.rootPath()).isEqualTo("/home/wuying/skills");
		assertThat(all.skills()).containsExactly(new Skill("sk_mail", "mail", ""), pdf);
		assertThat(this.agentBay.skills().list(SkillQuery.all().withImageId("linux_latest").withNames("pdf")).skills())
			.containsExactly(pdf);
		assertThat(this.agentBay.skills().listMetadata()).hasSize(2);
		assertThat(this.agentBay.skills().list(SkillQuery.all().withNames("chess")).skills()).isEmpty();
		try (Session session = this.agentBay.create(CreateSessionOptions.builder().loadSkills("pdf").build())) {
			assertThat(session.fileSystem().read("/home/wuying/skills/pdf/scripts/run.sh")).isEqualTo("echo run");
			assertThat(session.fileSystem().list("/home/wuying/skills")).hasSize(1);
		}
	}

	@Test
	@Capability({ "26.1", "26.2", "26.3", "26.4" })
	void skillsAreFoundByTheirIdsAndPutIntoContexts() {
		assertThat(this.agentBay.skills().listByIds("sk_pdf", "sk_none")).extracting(Skill::name)
			.containsExactly("pdf");
		String context = this.agentBay.contexts().getOrCreate("skilled").id();
		SkillBinding binding = new SkillBinding(context, List.of("sk_pdf"), "/skills");
		this.agentBay.skills().bind(binding);
		ContextFileQuery scripts = ContextFileQuery.of(context, "/skills/pdf/scripts");
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(this.agentBay.contexts().listFiles(scripts)).extracting(ContextFile::name)
				.containsExactly("run.sh"));
		this.agentBay.skills().unbind(binding);
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(this.agentBay.contexts().listFiles(ContextFileQuery.of(context, "/skills")))
				.isEmpty());
		assertThat(
				Refusal.of(() -> this.agentBay.skills().bind(new SkillBinding(context, List.of("sk_none"), "/skills")))
					.errorCode())
			.isEqualTo("Skill.NotFound");
	}

	@Test
	@Capability({ "2.31", "19.13" })
	void volumesAreCreatedFoundListedAndDeleted() {
		var volumes = this.agentBay.volumes();
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> volumes.get("data"));
		assertThat(volumes.find("data")).isEmpty();
		Volume data = volumes.getOrCreate("data", "linux_latest");
		assertThat(data.name()).isEqualTo("data");
		assertThat(data.imageId()).isEqualTo("linux_latest");
		assertThat(volumes.get("data", "linux_latest")).isEqualTo(data);
		assertThat(volumes.find("data", "linux_latest")).contains(data);
		Volume other = volumes.getOrCreate("other");
		var first = volumes.listPage(VolumeQuery.all().withPageSize(1));
		assertThat(first.items()).containsExactly(data);
		assertThat(first.totalCount()).isEqualTo(2);
		assertThat(volumes.listPage(VolumeQuery.all().withPageSize(1).withPageToken(first.nextToken())).items())
			.extracting(Volume::id)
			.containsExactly(other.id());
		assertThat(volumes.list(VolumeQuery.all().withVolumeIds(other.id()))).hasSize(1);
		assertThat(volumes.list(VolumeQuery.all().withImageId("linux_latest").withName("data"))).containsExactly(data);
		volumes.delete(data.id());
		assertThat(volumes.list()).extracting(Volume::id).containsExactly(other.id());
		assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> volumes.delete(data.id()));
	}

	@Test
	void parametersAreWhereTheyBelong() {
		try (ScriptedServer server = new ScriptedServer();
				AgentBay agentBay = server.client().regionId("cn-hangzhou").build()) {
			server.answers(Replies.ok("{\"NetworkId\":\"net-1\",\"NetworkToken\":\"nt\"}"))
				.answers(Replies.ok("{\"Online\":true}"))
				.answers(Replies.ok("{\"SkillPath\":\"/s\",\"MetaDataList\":[{\"Name\":\" \"},{\"Name\":\"a\"}]}"))
				.answers(Replies.ok("[{\"VolumeId\":\"v1\",\"VolumeName\":\"n\"}]"))
				.answers(Replies.ok("{\"VolumeId\":\"v1\",\"VolumeName\":\"n\"}"))
				.answers(Replies.ok())
				.answers(Replies.ok());
			agentBay.networks().create();
			agentBay.networks().fetchStatus("net-1");
			assertThat(agentBay.skills().list(SkillQuery.all().withImageId("img").withNames("s1", "s2")).skills())
				.containsExactly(new Skill("a", ""));
			agentBay.volumes()
				.listPage(VolumeQuery.all()
					.withImageId("img")
					.withVolumeIds("v1", "v2")
					.withPageSize(3)
					.withPageToken("nt"));
			agentBay.volumes().getOrCreate("n", "img");
			agentBay.volumes().delete("v1");
			assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> agentBay.networks().get("net-1"))
				.withMessageContaining("Network data not found in response");
			var requests = server.requests();
			assertThat(requests.get(0).form()).containsOnlyKeys("Authorization", "LoginRegionId");
			assertThat(requests.get(1).form()).containsOnlyKeys("Authorization", "NetworkId");
			assertThat(requests.get(2).form()).containsEntry("SkillGroupIds", "[\"s1\",\"s2\"]")
				.containsEntry("ImageId", "img");
			assertThat(requests.get(3).query()).containsEntry("NextToken", "nt");
			assertThat(requests.get(3).form()).containsOnlyKeys("Authorization", "ImageId", "MaxResults", "VolumeIds.1",
					"VolumeIds.2");
			assertThat(requests.get(4).form()).containsEntry("VolumeName", "n").containsEntry("AllowCreate", "true");
			assertThat(requests.get(5).form()).containsEntry("VolumeId", "v1");
			assertThat(requests.get(6).form()).containsEntry("NetworkId", "net-1");
		}
	}

}
