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

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * A temporary key to the object storage, and where that is.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class OssCredentials {

	private final String accessKeyId;

	private final String accessKeySecret;

	private final String securityToken;

	private final @Nullable String endpoint;

	private final @Nullable String region;

	private OssCredentials(String accessKeyId, String accessKeySecret, String securityToken, @Nullable String endpoint,
			@Nullable String region) {
		this.accessKeyId = accessKeyId;
		this.accessKeySecret = accessKeySecret;
		this.securityToken = securityToken;
		this.endpoint = endpoint;
		this.region = region;
	}

	/**
	 * Create credentials for the storage that the service chooses.
	 * @param accessKeyId the id of the key
	 * @param accessKeySecret the secret of the key
	 * @param securityToken the token of the temporary key
	 * @return the credentials
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public static OssCredentials of(String accessKeyId, String accessKeySecret, String securityToken) {
		Assert.hasText(accessKeyId, "'accessKeyId' must not be empty");
		Assert.hasText(accessKeySecret, "'accessKeySecret' must not be empty");
		Assert.hasText(securityToken, "'securityToken' must not be empty");
		return new OssCredentials(accessKeyId, accessKeySecret, securityToken, null, null);
	}

	/**
	 * Return these credentials for the storage at an address.
	 * @param endpoint the address of the storage
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is blank
	 */
	public OssCredentials withEndpoint(String endpoint) {
		Assert.hasText(endpoint, "'endpoint' must not be empty");
		return new OssCredentials(this.accessKeyId, this.accessKeySecret, this.securityToken, endpoint, this.region);
	}

	/**
	 * Return these credentials for the storage of a region.
	 * @param region the region of the storage
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is blank
	 */
	public OssCredentials withRegion(String region) {
		Assert.hasText(region, "'region' must not be empty");
		return new OssCredentials(this.accessKeyId, this.accessKeySecret, this.securityToken, this.endpoint, region);
	}

	/**
	 * Return the id of the key.
	 * @return the id
	 */
	public String accessKeyId() {
		return this.accessKeyId;
	}

	/**
	 * Return the secret of the key.
	 * @return the secret
	 */
	public String accessKeySecret() {
		return this.accessKeySecret;
	}

	/**
	 * Return the token of the temporary key.
	 * @return the token, a secret
	 */
	public String securityToken() {
		return this.securityToken;
	}

	/**
	 * Return the address of the storage.
	 * @return the address, {@code null} for the service's choice
	 */
	public @Nullable String endpoint() {
		return this.endpoint;
	}

	/**
	 * Return the region of the storage.
	 * @return the region, {@code null} for the service's choice
	 */
	public @Nullable String region() {
		return this.region;
	}

	/** Without the key: that is a secret. */
	@Override
	public String toString() {
		return "OssCredentials[endpoint=" + this.endpoint + ", region=" + this.region + "]";
	}

}
