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

import java.net.URI;

import io.agentbay.oss.OssCredentials;

/**
 * Files between a session and an object storage.
 */
final class OssCalls {

	private static final OssCredentials KEY = OssCredentials.of("id", "secret", "sts");

	private static final URI SIGNED = URI.create("https://u?a=b");

	private OssCalls() {
	}

	static void addTo(Catalogue calls) {
		calls.tool("configure", (it) -> it.oss().initialize(KEY));
		calls.tool("configure, full", (it) -> it.oss().initialize(KEY.withEndpoint("endpoint").withRegion("region")));
		calls.tool("upload", (it) -> it.oss().upload("bucket", "object ü", "/p"));
		calls.tool("upload anonymously", (it) -> it.oss().uploadTo(SIGNED, "/p"));
		calls.tool("download", (it) -> it.oss().download("bucket", "object ü", "/p"));
		calls.tool("download anonymously", (it) -> it.oss().downloadFrom(SIGNED, "/p"));
	}

}
