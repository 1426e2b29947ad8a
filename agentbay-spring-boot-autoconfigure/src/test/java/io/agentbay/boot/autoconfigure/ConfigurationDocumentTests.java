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

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.agentbay.boot.testing.GeneratedDocument;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.UrlResource;

/**
 * Checks {@code docs/configuration.md} against the metadata of the properties.
 */
class ConfigurationDocumentTests {

	private static final String HEAD = """
			# Configuration
			<!-- index: Reference 10: look up beans and properties -->

			## Beans

			| name | type | backs off when |
			| --- | --- | --- |
			| `agentBay` | `AgentBay` | there is a bean of this type, or several of type `ReactiveAgentBay` |
			| `reactiveAgentBay` | `ReactiveAgentBay` | there is a bean of this type; derived from the application's own `AgentBay` if there is one |
			| `agentBayBuilder` | `AgentBayBuilder`, a new one each time | there is a bean of this type |
			| `<name>`, `<name>Reactive` | `AgentBay`, `ReactiveAgentBay` of `agentbay.clients.<name>`, by qualifier only | never |
			| `agentBaySessionSource`, `reactiveAgentBaySessionSource` | `SessionSource`, `ReactiveSessionSource` | there is a bean of the type; the second is `agentBaySessionPools` where there is a pool |
			| `agentBayTemplate`, `reactiveAgentBayTemplate` | `AgentBayOperations`, `ReactiveAgentBayOperations` | there is a bean of the type |
			| `agentBaySessions`, `reactiveAgentBaySessions` | `AgentBaySessions`, `ReactiveAgentBaySessions` | there is a bean of the type |
			| `agentBaySessionStore` | `SessionStore` | there is a bean of this type |
			| `agentBayTools` | `AgentBayToolCallbackProvider`, with Spring AI ([first steps](spring-ai/first-steps.md)) | there is a bean of this type |
			| `agentBayChatClientCustomizer` | `AgentBayChatClientCustomizer`, gives every `ChatClient.Builder` the tools | there is a bean of this type |
			| `agentBayScopedSessions`, `agentBaySessionKeyResolver` | `ScopedSessions`, `SessionKeyResolver`: whose computer it is | there is a bean of the type |
			| `agentBayArtifactStore`, `agentBayArtifacts` | `ArtifactStore`, `Artifacts`: files that are handed over | there is a bean of the type |
			| `agentBayConnectionDetails` | `AgentBayConnectionDetails` | there is a bean of this type: the local runtime, a container, or one of yours |

			Clients, and what is derived from them, are made when they are first injected or asked for. An application that uses none
			needs no key, and its `contextLoads()` is green; one that injects a client fails at its start when there is no key, and
			says how to give one. Where a client is used sometimes only, inject `ObjectProvider<AgentBay>` or `@Lazy AgentBay`: it
			then fails at its first use. `agentbay.enabled=false` leaves all beans out. A pool uses its client from the start.

			All of them can be mocked, proxied and given a scope ([testing](testing.md)).

			### Clients of your own

			A bean of the type `AgentBayClientCustomizer` has the last word on every client of the starter:

			```java
			@Bean
			AgentBayClientCustomizer patience() {
				return (builder) -> builder.operationTimeout(Duration.ofMinutes(10));
			}
			```

			A further client is made of the prototype bean `AgentBayBuilder`, which has all properties, listeners and customizers.
			Unless it is to replace the default one, it is no default candidate:

			```java
			@Bean(defaultCandidate = false)
			@Scope(value = "request", proxyMode = ScopedProxyMode.INTERFACES)
			AgentBay tenantAgentBay(AgentBayBuilder builder, HttpServletRequest request) {
				return builder.apiKey(keyOf(request)).build();
			}
			```

			Inject it by `@Qualifier("tenantAgentBay")`. The sessions that a client with a scope has left end with the scope.

			### Accounts

			Further clients for further accounts are configured by `agentbay.clients.<name>.*`, with the keys `api-key`,
			`endpoint`, `region-id`, `direct-link`, `connection.*`, `retry.*` and `session.*` below. Inject them by their
			name: `@Qualifier("<name>") AgentBay`, `@Qualifier("<name>Reactive") ReactiveAgentBay`. Each needs a key of its own: it
			takes neither that of the default account nor that of the environment or of a `.env` file. Where only such accounts are
			configured, there is no client without a name.

			Whoever gives the key of the default account decides where it is sent: a `.env` file is asked for the endpoint only where
			it is asked for the key as well.

			### When the application ends

			1. The web server answers its last requests. Then the reaper stops, and pools delete the sessions that wait in them.
			2. Executors that are told to wait (`spring.task.execution.shutdown.await-termination`) let their tasks end.
			3. Your beans are destroyed. In `@PreDestroy` they can still use the sessions of a client that was injected into them, by
			   `@Lazy` as well; of one that was asked of an `ObjectProvider` they cannot.
			4. The sessions that a client has left are deleted, within `agentbay.cleanup.timeout` for all clients together. The
			   sessions of keys in a shared store stay.
			5. The client is closed, then the lock of the instance is given back, and a local runtime ends.

			A thread that is interrupted does all this as well. A context that is only stopped or paused keeps its sessions.

			### Ahead of time

			Ahead-of-time processing decides which beans there are. `agentbay.enabled`, `agentbay.local.enabled`,
			`agentbay.pool.enabled`, `agentbay.keyed-sessions.store`, `agentbay.ownership.*` as far as it switches something on, and
			the names below `agentbay.clients` are therefore frozen at build time: do not build with a profile for development. All
			other properties are read when the application starts.

			## Properties

			All properties of the starter, from the metadata that IDEs show as well, checked by `ConfigurationDocumentTests`.

			| property | type | default | meaning |
			| --- | --- | --- | --- |
			""";

	@Test
	void documentIsUpToDate() throws IOException {
		GeneratedDocument.check("configuration.md", document());
	}

	private static String document() throws IOException {
		List<JsonNode> properties = new ArrayList<>();
		String location = AgentBayProperties.class.getProtectionDomain().getCodeSource().getLocation().toString();
		try (var file = new UrlResource(location + "META-INF/spring-configuration-metadata.json").getInputStream()) {
			new JsonMapper().readTree(file).path("properties").forEach(properties::add);
		}
		StringBuilder document = new StringBuilder(HEAD);
		properties.stream()
			.sorted(Comparator.comparing((property) -> property.path("name").asString()))
			.forEach((property) -> document
				.append("| `%s` | %s | %s | %s |%n".formatted(property.path("name").asString(), type(property),
						defaultValue(property.path("defaultValue")), property.path("description").asString())));
		return document.toString();
	}

	private static String type(JsonNode property) {
		return property.path("type").asString().replaceAll("[a-zA-Z]+\\.|[A-Za-z]+\\$", "").replace(",", ", ");
	}

	private static String defaultValue(JsonNode value) {
		if (value.isArray()) {
			return "";
		}
		return value.isMissingNode() ? "" : "`" + value.asString() + "`";
	}

}
