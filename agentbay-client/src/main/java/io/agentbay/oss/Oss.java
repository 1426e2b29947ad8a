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

import io.agentbay.internal.blocking.Blocking;
import org.jspecify.annotations.Nullable;

/**
 * Object storage, as a session reaches it: files go between the session and a bucket, not
 * through this machine. Keys and signed addresses are secrets and show up nowhere,
 * waiting for each operation. The blocking twin of {@link ReactiveOss}.
 */
public final class Oss {

	private final ReactiveOss reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public Oss(ReactiveOss reactive) {
		this.reactive = reactive;
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
	public OssResult envInit(String accessKeyId, String accessKeySecret, String securityToken) {
		return Blocking.await(this.reactive.envInit(accessKeyId, accessKeySecret, securityToken));
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
	 * @throws IllegalArgumentException if the key is blank
	 */
	public OssResult envInit(String accessKeyId, String accessKeySecret, String securityToken,
			@Nullable String endpoint, @Nullable String region) {
		return Blocking.await(this.reactive.envInit(accessKeyId, accessKeySecret, securityToken, endpoint, region));
	}

	/**
	 * Store a file of the session as an object: tool {@code oss_upload}.
	 * @param bucket the bucket
	 * @param object the object in it
	 * @param path the file in the session
	 * @return whether the file was copied
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public OssResult upload(String bucket, String object, String path) {
		return Blocking.await(this.reactive.upload(bucket, object, path));
	}

	/**
	 * Send a file of the session to a signed address: tool {@code oss_upload_annon}.
	 * @param url a signed address of the object
	 * @param path the file in the session
	 * @return whether the file was copied
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public OssResult uploadAnonymous(String url, String path) {
		return Blocking.await(this.reactive.uploadAnonymous(url, path));
	}

	/**
	 * Put an object into a file of the session: tool {@code oss_download}.
	 * @param bucket the bucket
	 * @param object the object in it
	 * @param path the file in the session
	 * @return whether the file was copied
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public OssResult download(String bucket, String object, String path) {
		return Blocking.await(this.reactive.download(bucket, object, path));
	}

	/**
	 * Fetch a file into the session from a signed address: tool {@code
	 * oss_download_annon}.
	 * @param url a signed address of the object
	 * @param path the file in the session
	 * @return whether the file was copied
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public OssResult downloadAnonymous(String url, String path) {
		return Blocking.await(this.reactive.downloadAnonymous(url, path));
	}

}
