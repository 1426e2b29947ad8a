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

package io.agentbay.internal.tool;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.agentbay.oss.OssCredentials;
import io.agentbay.oss.ReactiveOss;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Reaches the object storage by the tools that are named after it.
 */
public final class DefaultReactiveOss implements ReactiveOss {

	private final SessionTools tools;

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 */
	public DefaultReactiveOss(SessionTools tools) {
		this.tools = tools;
	}

	@Override
	public Mono<Void> initialize(OssCredentials credentials) {
		Assert.notNull(credentials, "'credentials' must not be null");
		Map<String, Object> arguments = new LinkedHashMap<>();
		arguments.put("access_key_id", credentials.accessKeyId());
		arguments.put("access_key_secret", credentials.accessKeySecret());
		arguments.put("security_token", credentials.securityToken());
		if (credentials.endpoint() != null) {
			arguments.put("endpoint", credentials.endpoint());
		}
		if (credentials.region() != null) {
			arguments.put("region", credentials.region());
		}
		return this.tools.require("oss_env_init", arguments).doOnNext(DefaultReactiveOss::requireInitialized).then();
	}

	/** This tool tells failures as successes that say so. */
	private static void requireInitialized(ToolReply reply) {
		String text = reply.text();
		if (text.isBlank() || text.toLowerCase(Locale.ROOT).contains("failed")) {
			throw reply.failedWith("OSS environment initialization failed: " + text);
		}
	}

	@Override
	public Mono<Void> upload(String bucket, String object, String path) {
		return copy("oss_upload", bucket, object, path);
	}

	@Override
	public Mono<Void> uploadTo(URI url, String path) {
		return copy("oss_upload_annon", url, path);
	}

	@Override
	public Mono<Void> download(String bucket, String object, String path) {
		return copy("oss_download", bucket, object, path);
	}

	@Override
	public Mono<Void> downloadFrom(URI url, String path) {
		return copy("oss_download_annon", url, path);
	}

	private Mono<Void> copy(String tool, String bucket, String object, String path) {
		Assert.hasText(bucket, "'bucket' must not be empty");
		Assert.hasText(object, "'object' must not be empty");
		Assert.hasText(path, "'path' must not be empty");
		return this.tools.require(tool, Map.of("bucket", bucket, "object", object, "path", path)).then();
	}

	private Mono<Void> copy(String tool, URI url, String path) {
		Assert.isTrue(url != null && url.isAbsolute(), "'url' must be an absolute address");
		Assert.hasText(path, "'path' must not be empty");
		return this.tools.require(tool, Map.of("url", url.toString(), "path", path)).then();
	}

}
