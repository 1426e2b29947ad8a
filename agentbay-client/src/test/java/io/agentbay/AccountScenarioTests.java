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
import java.util.List;

import io.agentbay.error.FailureKind;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionParams;
import io.agentbay.session.Session;
import io.agentbay.skill.Skill;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.volume.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

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
		var network = this.agentBay.network().getNetworkBindToken().orElseThrow();
		String id = network.networkId();
		assertThat(network.toString()).contains(id).doesNotContain(network.networkToken());
		assertThat(this.agentBay.network().describe(id).orElseThrow().online()).isFalse();
		this.runtime.networks().bind(network.networkToken());
		assertThat(this.agentBay.network().describe(id).orElseThrow().online()).isTrue();
		assertThat(this.agentBay.network().getNetworkBindToken(id).networkToken()).isEqualTo(network.networkToken());
		this.runtime.networks().unbind(network.networkToken());
		assertThat(this.agentBay.network().describe(id).online()).isFalse();
		assertThat(this.agentBay.network().describe("net-none").failureKind()).isEqualTo(FailureKind.NOT_FOUND);
		try (Session session = this.agentBay.create(CreateSessionParams.builder().networkId(id).build()).session()) {
			assertThat(session.getStatus().success()).isTrue();
		}
		assertThat(this.agentBay.create(CreateSessionParams.builder().networkId("net-none").build()).errorCode())
			.isEqualTo("Network.NotFound");
	}

	@Test
	@Capability({ "2.32", "19.3", "19.4" })
	void skillsAreListedAndLoaded() {
		Skill pdf = new Skill("pdf", "works on PDF files");
		var all = this.agentBay.skills().getMetadata().orElseThrow();
		assertThat(all.rootPath()).isEqualTo("/home/wuying/skills");
		assertThat(all.skills()).containsExactly(new Skill("mail", ""), pdf);
		assertThat(this.agentBay.skills().getMetadata("linux_latest", List.of("pdf")).skills()).containsExactly(pdf);
		assertThat(this.agentBay.skills().listMetadata().orElseThrow().skills()).hasSize(2);
		assertThat(this.agentBay.skills().getMetadata(null, List.of("chess")).failureKind())
			.isEqualTo(FailureKind.NOT_FOUND);
		try (Session session = this.agentBay.create(CreateSessionParams.builder().loadSkills("pdf").build())
			.session()) {
			assertThat(session.fileSystem().read("/home/wuying/skills/pdf/scripts/run.sh").content())
				.isEqualTo("echo run");
			assertThat(session.fileSystem().list("/home/wuying/skills").entries()).hasSize(1);
		}
	}

	@Test
	@Capability({ "2.31", "19.13" })
	void volumesAreCreatedFoundListedAndDeleted() {
		var volumes = this.agentBay.volumes();
		assertThat(volumes.get("data", null, false).failureKind()).isEqualTo(FailureKind.NOT_FOUND);
		Volume data = volumes.get("data", "linux_latest", true).volume();
		assertThat(data.name()).isEqualTo("data");
		assertThat(data.imageId()).isEqualTo("linux_latest");
		assertThat(volumes.get("data", "linux_latest", false).volume()).isEqualTo(data);
		Volume other = volumes.get("other", null, true).volume();
		var first = volumes.list(null, null, List.of(), 1, null).orElseThrow();
		assertThat(first.volumes()).containsExactly(data);
		assertThat(first.totalCount()).isEqualTo(2);
		assertThat(volumes.list(null, null, List.of(), 1, first.nextToken()).volumes()).extracting(Volume::id)
			.containsExactly(other.id());
		assertThat(volumes.list(null, null, List.of(other.id()), 10, null).volumes()).hasSize(1);
		assertThat(volumes.list("linux_latest", "data", List.of(), 10, null).volumes()).containsExactly(data);
		volumes.delete(data.id()).orElseThrow();
		assertThat(volumes.list().volumes()).extracting(Volume::id).containsExactly(other.id());
		assertThat(volumes.delete(data.id()).success()).isFalse();
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
			agentBay.network().getNetworkBindToken();
			agentBay.network().describe("net-1");
			assertThat(agentBay.skills().getMetadata("img", List.of("s1", "s2")).skills())
				.containsExactly(new Skill("a", ""));
			agentBay.volumes().list("img", null, List.of("v1", "v2"), 3, "nt");
			agentBay.volumes().get("n", "img", true);
			agentBay.volumes().delete("v1");
			assertThat(agentBay.network().getNetworkBindToken("net-1").errorMessage())
				.contains("Network data not found in response");
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
