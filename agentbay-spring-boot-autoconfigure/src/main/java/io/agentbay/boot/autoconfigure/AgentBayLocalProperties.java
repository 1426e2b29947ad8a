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

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * The local runtime: sessions on this machine, with neither key nor network.
 *
 * @param enabled Whether to use the local runtime instead of the service.
 * @param fallback Whether to use the local runtime when no API key is found and
 * "agentbay.local.enabled" is not set.
 * @param port Port that the local runtime listens on. Use 0 for a free one.
 * @param apiKey API key that the local runtime demands. Random when it is not set.
 * @param dataDirectory Directory for the files of the sessions. Temporary when it is not
 * set.
 * @param isolation Isolation of the sessions from this machine.
 * @param directLink Whether tools are called over a direct link to their session, as in
 * the service, or through the gateway.
 * @param images Images there are, with "*" for any text, such as "*_latest". Sessions of
 * others are refused. Any image when it is not set.
 * @since 0.1.0
 */
@ConfigurationProperties("agentbay.local")
public record AgentBayLocalProperties(@Nullable Boolean enabled, @DefaultValue("false") boolean fallback,
		@DefaultValue("0") int port, @Nullable String apiKey, @Nullable Path dataDirectory,
		@DefaultValue("auto") Isolation isolation, @DefaultValue("true") boolean directLink,
		@DefaultValue List<String> images) {

	public AgentBayLocalProperties {
		Assert.isTrue(port >= 0 && port <= 65535, "'port' must be between 0 and 65535");
	}

	/** Without the key. */
	@Override
	public String toString() {
		return "AgentBayLocalProperties[enabled=" + this.enabled + ", fallback=" + this.fallback + ", port=" + this.port
				+ ", apiKey=" + PropertyChecks.masked(this.apiKey) + ", dataDirectory=" + this.dataDirectory
				+ ", isolation=" + this.isolation + ", directLink=" + this.directLink + ", images=" + this.images + "]";
	}

	/**
	 * How sessions are kept apart from this machine.
	 */
	public enum Isolation {

		/**
		 * By bubblewrap if it works here. If not, nothing is isolated, which a warning
		 * says.
		 */
		AUTO,

		/**
		 * By bubblewrap. The runtime does not start where that does not work.
		 */
		BUBBLEWRAP,

		/**
		 * Not at all: commands run as the user of the application.
		 */
		HOST

	}

}
