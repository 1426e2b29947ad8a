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

package io.agentbay.oss;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.agentbay.error.FailureKind;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.result.Outcome;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Object storage, as a session reaches it: files go between the session and a bucket, not
 * through this machine. Keys and signed addresses are secrets and show up nowhere.
 */
public final class ReactiveOss {

	private final SessionTools tools;

	/**
	 * Create the feature.
	 * @param tools the tools of the session
	 */
	public ReactiveOss(SessionTools tools) {
		this.tools = tools;
	}

	/**
	 * Give the session a temporary key to the storage: tool {@code oss_env_init}. Comes
	 * before the calls that name a bucket.
	 * @param accessKeyId the id of the key
	 * @param accessKeySecret the secret of the key
	 * @param securityToken the token of the temporary key
	 * @return whether the session has it
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public Mono<OssResult> envInit(String accessKeyId, String accessKeySecret, String securityToken) {
		return envInit(accessKeyId, accessKeySecret, securityToken, null, null);
	}

	/**
	 * Give the session a temporary key to the storage of a region: tool {@code
	 * oss_env_init}.
	 * @param accessKeyId the id of the key
	 * @param accessKeySecret the secret of the key
	 * @param securityToken the token of the temporary key
	 * @param endpoint the address of the storage, {@code null} for the service's choice
	 * @param region the region of the storage, {@code null} for the service's choice
	 * @return whether the session has it
	 * @throws IllegalArgumentException if a text is blank
	 */
	public Mono<OssResult> envInit(String accessKeyId, String accessKeySecret, String securityToken,
			@Nullable String endpoint, @Nullable String region) {
		requireText(accessKeyId, "accessKeyId");
		requireText(accessKeySecret, "accessKeySecret");
		requireText(securityToken, "securityToken");
		Map<String, Object> arguments = new LinkedHashMap<>();
		arguments.put("access_key_id", accessKeyId);
		arguments.put("access_key_secret", accessKeySecret);
		arguments.put("security_token", securityToken);
		if (endpoint != null) {
			requireText(endpoint, "endpoint");
			arguments.put("endpoint", endpoint);
		}
		if (region != null) {
			requireText(region, "region");
			arguments.put("region", region);
		}
		return this.tools.call("oss_env_init", arguments).map(ReactiveOss::initialized);
	}

	/**
	 * Store a file of the session as an object: tool {@code oss_upload}.
	 * @param bucket the bucket
	 * @param object the object in it
	 * @param path the file in the session
	 * @return whether the file was copied
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public Mono<OssResult> upload(String bucket, String object, String path) {
		requireText(bucket, "bucket");
		requireText(object, "object");
		requireText(path, "path");
		return call("oss_upload", Map.of("bucket", bucket, "object", object, "path", path));
	}

	/**
	 * Send a file of the session to a signed address: tool {@code oss_upload_annon}.
	 * @param url a signed address of the object
	 * @param path the file in the session
	 * @return whether the file was copied
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public Mono<OssResult> uploadAnonymous(String url, String path) {
		requireText(url, "url");
		requireText(path, "path");
		return call("oss_upload_annon", Map.of("url", url, "path", path));
	}

	/**
	 * Put an object into a file of the session: tool {@code oss_download}.
	 * @param bucket the bucket
	 * @param object the object in it
	 * @param path the file in the session
	 * @return whether the file was copied
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public Mono<OssResult> download(String bucket, String object, String path) {
		requireText(bucket, "bucket");
		requireText(object, "object");
		requireText(path, "path");
		return call("oss_download", Map.of("bucket", bucket, "object", object, "path", path));
	}

	/**
	 * Fetch a file into the session from a signed address: tool {@code
	 * oss_download_annon}.
	 * @param url a signed address of the object
	 * @param path the file in the session
	 * @return whether the file was copied
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public Mono<OssResult> downloadAnonymous(String url, String path) {
		requireText(url, "url");
		requireText(path, "path");
		return call("oss_download_annon", Map.of("url", url, "path", path));
	}

	private Mono<OssResult> call(String tool, Map<String, String> arguments) {
		return this.tools.call(tool, arguments)
			.map((result) -> new OssResult(result.outcome(), result.success() ? result.text() : ""));
	}

	/** This tool tells failures as successes that say so. */
	private static OssResult initialized(ToolResult result) {
		String text = result.text();
		if (result.success() && (text.isBlank() || text.toLowerCase(Locale.ROOT).contains("failed"))) {
			return new OssResult(Outcome.failure(FailureKind.TOOL, null,
					"OSS environment initialization failed: " + text, result.requestId()), "");
		}
		return new OssResult(result.outcome(), result.success() ? text : "");
	}

	private static void requireText(String value, String name) {
		Assert.hasText(value, () -> "'" + name + "' must not be empty");
	}

}
