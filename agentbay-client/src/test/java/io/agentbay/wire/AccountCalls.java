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
package io.agentbay.wire;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import io.agentbay.context.ContextSync;
import io.agentbay.extension.ExtensionService;
import io.agentbay.skill.SkillBinding;
import io.agentbay.skill.SkillQuery;
import io.agentbay.volume.VolumeQuery;

import static io.agentbay.wire.Catalogue.answer;

/**
 * Networks, skills, volumes, extensions and descriptions of phones.
 */
final class AccountCalls {

	private static final String FILES = """
			[{"FileName":"ext_1.zip","FilePath":"/tmp/extensions/ext_1.zip","FileType":"FILE","Size":1}]""";

	private AccountCalls() {
	}

	static void addTo(Catalogue calls) {
		calls.call("network", (it) -> it.client().networks().create());
		calls.call("network without region", (it) -> it.withoutRegion().networks().create());
		calls.call("network by id", (it) -> it.client().networks().get("n-1"));
		calls.call("network state", (it) -> it.client().networks().fetchStatus("n-1"));
		calls.call("skills", (it) -> it.client().skills().list());
		calls.call("skills, full",
				(it) -> it.client().skills().list(SkillQuery.all().withImageId("image-1").withNames("g-1", "g-2")));
		calls.call("all skills", (it) -> it.client().skills().listMetadata());
		calls.call("skills by ids", (it) -> it.client().skills().listByIds("builtin:a", "sk_b"));
		calls.call("bind skills",
				(it) -> it.client().skills().bind(new SkillBinding("c-1", List.of("sk_b", "sk_c"), "/skills")));
		calls.call("unbind skills",
				(it) -> it.client().skills().unbind(new SkillBinding("c-1", List.of("sk_b"), "/skills")));
		calls.call("volume", (it) -> it.client().volumes().get("v"));
		calls.call("volume, full", (it) -> it.client().volumes().getOrCreate("v ü", "image-1"));
		calls.call("volumes", (it) -> it.client().volumes().listPage(VolumeQuery.all()));
		calls.call("volumes, full",
				(it) -> it.client()
					.volumes()
					.listPage(VolumeQuery.all()
						.withImageId("image-1")
						.withName("v")
						.withVolumeIds("v-1", "v-2")
						.withPageSize(4)
						.withPageToken("token-4")));
		calls.call("delete a volume", (it) -> it.client().volumes().delete("v-1"));
		extensions(calls);
		phones(calls);
	}

	private static final Consumer<Object> IGNORED = (item) -> {
	};

	private static void extensions(Catalogue calls) {
		calls.call("extensions", (it) -> it.client().extensions("mine").list().forEach(IGNORED),
				answer("DescribeContextFiles", FILES));
		calls.call("extensions of a context of their own", (it) -> it.client().newExtensions().list().forEach(IGNORED));
		calls.call("create an extension", (it) -> it.client().extensions("mine").create(archive()));
		calls.call("update an extension", (it) -> it.client().extensions("mine").update("ext_1.zip", archive()),
				answer("DescribeContextFiles", FILES));
		calls.call("delete an extension", (it) -> it.client().extensions("mine").delete("ext_1.zip"));
		calls.call("clean up extensions", (it) -> {
			ExtensionService extensions = it.client().newExtensions();
			extensions.list().forEach(IGNORED);
			extensions.cleanUp();
		});
		calls.call("choose extensions", (it) -> it.client().extensions("mine").createOption(List.of("ext_1.zip")));
	}

	private static void phones(Catalogue calls) {
		ContextSync context = ContextSync.of("m-1", "/phones");
		calls.call("has a phone", (it) -> it.client().mobileSimulate().hasMobileInfo(context));
		calls.call("upload a phone", (it) -> it.client().mobileSimulate().uploadMobileInfo("{\"model\":\"ü\"}"));
		calls.call("upload a phone into a context",
				(it) -> it.client().mobileSimulate().uploadMobileInfo("{\"model\":\"ü\"}", context));
	}

	/** What is sent of it is its content and length only. */
	private static Path archive() throws Exception {
		Path file = Files.createTempFile("extension", ".zip");
		file.toFile().deleteOnExit();
		return Files.writeString(file, "an archive");
	}

}
