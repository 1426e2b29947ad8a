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

package io.agentbay.boot.autoconfigure;

import io.agentbay.boot.autoconfigure.AgentBayProperties.Session;
import io.agentbay.context.ContextByName;
import io.agentbay.context.ContextMount;
import io.agentbay.context.ContextMountByName;
import io.agentbay.context.ContextSync;
import io.agentbay.context.policy.DownloadPolicy;
import io.agentbay.context.policy.RecyclePolicy;
import io.agentbay.context.policy.SyncPolicy;
import io.agentbay.context.policy.UploadPolicy;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.LifecyclePolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Makes options of the properties of a session.
 */
final class SessionOptionsMapper {

	private SessionOptionsMapper() {
	}

	static CreateSessionOptions options(Session session) {
		return options(session, session.imageId());
	}

	static CreateSessionOptions options(Session session, @Nullable String imageId) {
		CreateSessionOptions.Builder options = CreateSessionOptions.builder()
			.imageId(imageId)
			.labels(session.labels())
			.policyId(session.policyId())
			.networkId(session.networkId())
			.idleReleaseTimeout(session.idleReleaseTimeout())
			.lifecyclePolicy(policy(session.lifecycle()));
		session.contexts().forEach((context) -> add(context, options));
		session.mounts().forEach((mount) -> add(mount, options));
		return options.build();
	}

	private static @Nullable LifecyclePolicy policy(Session.Release release) {
		if (!release.isSet()) {
			return null;
		}
		LifecyclePolicy policy = release.manualRelease() ? LifecyclePolicy.manualRelease() : LifecyclePolicy.defaults();
		if (release.idleReleaseTimeout() != null) {
			policy = policy.withIdleReleaseTimeout(release.idleReleaseTimeout());
		}
		return (release.maxRuntime() != null) ? policy.withMaxRuntime(release.maxRuntime()) : policy;
	}

	static void add(Session.Context context, CreateSessionOptions.Builder options) {
		String mount = String.valueOf(context.path());
		if (StringUtils.hasText(context.id())) {
			options.contextSync(new ContextSync(context.id(), mount, policy(context), context.waitForCompletion()));
		}
		else {
			options.contextByName(new ContextByName(String.valueOf(context.name()), mount, policy(context),
					context.waitForCompletion()));
		}
	}

	static void add(Session.Mount mount, CreateSessionOptions.Builder options) {
		String path = String.valueOf(mount.path());
		if (StringUtils.hasText(mount.id())) {
			options.contextMount(new ContextMount(mount.id(), path, mount.access(), mount.strategy(),
					mount.sourcePath(), mount.waitForCompletion()));
		}
		else {
			options.contextMountByName(new ContextMountByName(String.valueOf(mount.name()), path, mount.access(),
					mount.strategy(), mount.sourcePath(), mount.waitForCompletion()));
		}
	}

	private static SyncPolicy policy(Session.Context context) {
		SyncPolicy defaults = SyncPolicy.defaults();
		return defaults
			.withUploadPolicy(new UploadPolicy(context.autoUpload(), defaults.uploadPolicy().uploadStrategy(),
					context.uploadMode()))
			.withDownloadPolicy(
					new DownloadPolicy(context.autoDownload(), defaults.downloadPolicy().downloadStrategy()))
			.withRecyclePolicy(new RecyclePolicy(context.lifecycle(), defaults.recyclePolicy().paths()));
	}

}
