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

package io.agentbay.boot.autoconfigure.local;

import java.util.List;

import io.agentbay.boot.autoconfigure.AgentBayLocalProperties;
import io.agentbay.local.Isolation;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.LocalAgentBayBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.util.StringUtils;

/**
 * Runs a local runtime for as long as the application needs it, and tells at its end
 * which sessions it still had.
 */
final class LocalAgentBayFactoryBean implements FactoryBean<LocalAgentBay>, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(LocalAgentBayFactoryBean.class);

	private final AgentBayLocalProperties properties;

	private @Nullable LocalAgentBay runtime;

	LocalAgentBayFactoryBean(AgentBayLocalProperties properties) {
		this.properties = properties;
	}

	@Override
	public synchronized LocalAgentBay getObject() {
		if (this.runtime == null) {
			this.runtime = start();
		}
		return this.runtime;
	}

	@Override
	public Class<?> getObjectType() {
		return LocalAgentBay.class;
	}

	/**
	 * Without a hook of its own, which would close it while the cleaner still deletes
	 * sessions.
	 */
	private LocalAgentBay start() {
		LocalAgentBayBuilder builder = LocalAgentBay.builder()
			.shutdownHook(false)
			.port(this.properties.port())
			.isolation(Isolation.valueOf(this.properties.isolation().name()))
			.directLink(this.properties.directLink());
		if (StringUtils.hasText(this.properties.apiKey())) {
			builder.apiKey(this.properties.apiKey());
		}
		if (this.properties.dataDirectory() != null) {
			builder.dataDirectory(this.properties.dataDirectory());
		}
		LocalAgentBay started = builder.start();
		logger.info("AgentBay works on this machine: its local runtime listens on {}", started.endpoint());
		return started;
	}

	@Override
	public synchronized void destroy() {
		if (this.runtime != null) {
			List<String> alive = this.runtime.liveSessionIds();
			logger.info("AgentBay local runtime ends, sessions still alive: {}",
					alive.isEmpty() ? "none" : String.join(", ", alive));
			this.runtime.close();
			this.runtime = null;
		}
	}

}
