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

package io.agentbay.context.browser;

import java.util.List;

import io.agentbay.context.ContextSync;
import io.agentbay.context.policy.DeletePolicy;
import io.agentbay.context.policy.SyncPolicy;
import io.agentbay.context.policy.UploadPolicy;
import io.agentbay.context.policy.WhiteLists;

import org.springframework.util.Assert;

/**
 * Extensions for the browser of a session.
 *
 * @param contextId the context that holds them
 * @param extensionIds the extensions, at least one
 * @since 0.1.0
 */
public record ExtensionOption(String contextId, List<String> extensionIds) {

	private static final String PATH = "/tmp/extensions/";

	public ExtensionOption {
		Assert.hasText(contextId, "'contextId' must not be empty");
		Assert.notEmpty(extensionIds, "'extensionIds' must not be empty");
		for (String id : extensionIds) {
			Assert.hasText(id, "'extensionIds' must not hold empty ids");
		}
		extensionIds = List.copyOf(extensionIds);
	}

	ContextSync toContextSync() {
		return ContextSync.of(this.contextId, PATH)
			.withPolicy(SyncPolicy.defaults()
				.withUploadPolicy(UploadPolicy.defaults().withoutAutoUpload())
				.withDeletePolicy(DeletePolicy.defaults().withoutSyncLocalFile())
				.withWhiteLists(WhiteLists.of(this.extensionIds.toArray(new String[0]))));
	}

}
