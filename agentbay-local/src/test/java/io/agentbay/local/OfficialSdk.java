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

package io.agentbay.local;

import java.util.Map;

import com.aliyun.agentbay.AgentBay;
import com.aliyun.agentbay.Config;
import com.aliyun.agentbay.exception.AgentBayException;
import com.aliyun.agentbay.model.SessionResult;
import com.aliyun.agentbay.session.CreateSessionParams;
import com.aliyun.agentbay.session.Session;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The official Java SDK, as published, before a runtime of its own.
 */
final class OfficialSdk implements AutoCloseable {

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay client = client(this.runtime.apiKey());

	LocalAgentBay runtime() {
		return this.runtime;
	}

	AgentBay client() {
		return this.client;
	}

	AgentBay client(String apiKey) {
		try {
			AgentBay agentBay = new AgentBay(apiKey,
					new Config("cn-shanghai", "127.0.0.1:" + this.runtime.port(), 20_000));
			agentBay.getClient()._protocol = "http";
			return agentBay;
		}
		catch (AgentBayException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Session create(String imageId) throws AgentBayException {
		CreateSessionParams parameters = new CreateSessionParams();
		parameters.setImageId(imageId);
		return create(parameters);
	}

	Session create(Map<String, String> labels) throws AgentBayException {
		CreateSessionParams parameters = new CreateSessionParams();
		parameters.setLabels(labels);
		return create(parameters);
	}

	Session create(CreateSessionParams parameters) throws AgentBayException {
		SessionResult result = this.client.create(parameters);
		assertThat(result.isSuccess()).as(result.getErrorMessage()).isTrue();
		return result.getSession();
	}

	@Override
	public void close() {
		this.runtime.close();
	}

}
