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
// Written by agentbay-face from ReactiveOss. Change that, not this.

package io.agentbay.oss;

import java.net.URI;

/**
 * Object storage, as a session reaches it: files go between the session and a bucket, not
 * through this machine. Keys and signed addresses are secrets and show up nowhere. What
 * the storage refuses is a {@link io.agentbay.error.ToolFailedException}. Called by
 * applications: new methods may be added in minor releases.
 *
 * @since 0.1.0
 */
public interface Oss {

	/**
	 * Give the session a temporary key to the storage: tool {@code oss_env_init}. Comes
	 * before the calls that name a bucket.
	 * @param credentials the key, and where the storage is
	 * @throws IllegalArgumentException if there are no credentials
	 */
	void initialize(OssCredentials credentials);

	/**
	 * Store a file of the session as an object: tool {@code oss_upload}.
	 * @param bucket the bucket
	 * @param object the object in it
	 * @param path the file in the session
	 * @throws IllegalArgumentException if an argument is blank
	 */
	void upload(String bucket, String object, String path);

	/**
	 * Send a file of the session to a signed address, for which the session needs no key:
	 * tool {@code oss_upload_annon}.
	 * @param url a signed address of the object
	 * @param path the file in the session
	 * @throws IllegalArgumentException if the address is not absolute or the path blank
	 */
	void uploadTo(URI url, String path);

	/**
	 * Put an object into a file of the session: tool {@code oss_download}.
	 * @param bucket the bucket
	 * @param object the object in it
	 * @param path the file in the session
	 * @throws IllegalArgumentException if an argument is blank
	 */
	void download(String bucket, String object, String path);

	/**
	 * Fetch a file into the session from a signed address, for which the session needs no
	 * key: tool {@code oss_download_annon}.
	 * @param url a signed address of the object
	 * @param path the file in the session
	 * @throws IllegalArgumentException if the address is not absolute or the path blank
	 */
	void downloadFrom(URI url, String path);

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveOss reactive();

}
