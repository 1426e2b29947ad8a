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

package io.agentbay.boot.ai;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.agentbay.ai.governance.ToolGovernance;
import io.agentbay.ai.tool.AgentBayToolCallbackProvider;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayKeyedSessionsAutoConfiguration;
import io.agentbay.boot.autoconfigure.ai.AgentBayAiAutoConfiguration;
import io.agentbay.boot.autoconfigure.ai.AgentBayMcpServerAutoConfiguration;
import io.agentbay.boot.autoconfigure.local.AgentBayLocalAutoConfiguration;
import io.agentbay.local.LocalAgentBay;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.ai.mcp.McpToolUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tools as those of an MCP server, called by the official Java SDK over HTTP.
 */
class McpServerTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class, AgentBayLocalAutoConfiguration.class,
				AgentBayKeyedSessionsAutoConfiguration.class, AgentBayMcpServerAutoConfiguration.class,
				AgentBayAiAutoConfiguration.class))
		.withPropertyValues("agentbay.local.enabled=true");

	@Test
	void eachClientHasItsOwnComputerAndIsAConversationOfItsOwn(@TempDir Path directory) {
		Set<String> conversations = ConcurrentHashMap.newKeySet();
		ToolGovernance governance = new ToolGovernance(List.of((call, chain) -> {
			conversations.add(String.valueOf(call.conversation()));
			return chain.proceed(call);
		}));
		this.contextRunner.withBean(ToolGovernance.class, () -> governance).run((context) -> {
			HttpServletStreamableServerTransportProvider transport = HttpServletStreamableServerTransportProvider
				.builder()
				.mcpEndpoint("/mcp")
				.build();
			McpSyncServer server = McpServer.sync(transport)
				.capabilities(McpSchema.ServerCapabilities.builder().tools(true).build())
				.tools(McpToolUtils
					.toSyncToolSpecifications(context.getBean(AgentBayToolCallbackProvider.class).getToolCallbacks()))
				.build();
			Tomcat tomcat = tomcat(transport, directory.toString());
			try (McpSyncClient ann = client(tomcat); McpSyncClient bob = client(tomcat)) {
				assertThat(ann.listTools().tools()).extracting(McpSchema.Tool::name)
					.contains("run_command", "read_file", "browse");
				assertThat(call(ann, "run_command", Map.of("command", "echo Ann > who.txt; cat who.txt")))
					.endsWith("Ann");
				assertThat(call(bob, "run_command", Map.of("command", "cat who.txt"))).startsWith("Exit code: 1");
				assertThat(call(ann, "run_command", Map.of("command", "cat who.txt"))).endsWith("Ann");
				assertThat(call(ann, "read_file", Map.of("path", List.of()))).contains("string expected");
				assertThat(call(ann, "read_file", Map.of("path", "nowhere"))).startsWith("Error: ");
				assertThat(context.getBean(LocalAgentBay.class).liveSessionIds()).hasSize(2);
				assertThat(conversations).hasSize(2).allMatch((id) -> id.startsWith("mcp-"));
			}
			finally {
				server.close();
				tomcat.stop();
				tomcat.destroy();
			}
		});
	}

	private static Tomcat tomcat(HttpServletStreamableServerTransportProvider transport, String directory)
			throws Exception {
		Tomcat tomcat = new Tomcat();
		tomcat.setBaseDir(directory);
		tomcat.setHostname("127.0.0.1");
		tomcat.setPort(0);
		Context context = tomcat.addContext("", directory);
		Wrapper servlet = Tomcat.addServlet(context, "mcp", transport);
		servlet.setAsyncSupported(true);
		context.addServletMappingDecoded("/*", "mcp");
		tomcat.getConnector();
		tomcat.start();
		return tomcat;
	}

	private static McpSyncClient client(Tomcat tomcat) {
		McpSyncClient client = McpClient
			.sync(HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + tomcat.getConnector().getLocalPort())
				.endpoint("/mcp")
				.build())
			.requestTimeout(Duration.ofMinutes(2))
			.build();
		client.initialize();
		return client;
	}

	private static String call(McpSyncClient client, String tool, Map<String, Object> arguments) {
		McpSchema.CallToolResult result = client
			.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
		return ((McpSchema.TextContent) result.content().get(0)).text();
	}

}
