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

package io.agentbay.internal.blocking;

import java.net.URI;

import io.agentbay.oss.Oss;
import io.agentbay.oss.OssCredentials;
import io.agentbay.oss.ReactiveOss;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveOss}.
 */
public final class BlockingOss implements Oss {

	private final ReactiveOss reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingOss(ReactiveOss reactive) {
		this.reactive = reactive;
	}

	@Override
	public void initialize(OssCredentials credentials) {
		Blocking.run(this.reactive.initialize(credentials));
	}

	@Override
	public void upload(String bucket, String object, String path) {
		Blocking.run(this.reactive.upload(bucket, object, path));
	}

	@Override
	public void uploadTo(URI url, String path) {
		Blocking.run(this.reactive.uploadTo(url, path));
	}

	@Override
	public void download(String bucket, String object, String path) {
		Blocking.run(this.reactive.download(bucket, object, path));
	}

	@Override
	public void downloadFrom(URI url, String path) {
		Blocking.run(this.reactive.downloadFrom(url, path));
	}

	@Override
	public ReactiveOss reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingOss that && this.reactive.equals(that.reactive);
	}

	@Override
	public int hashCode() {
		return this.reactive.hashCode();
	}

	@Override
	public String toString() {
		return this.reactive.toString();
	}

}
