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

package io.agentbay.boot.autoconfigure.ai;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.agentbay.ai.scope.ToolScope;
import io.agentbay.ai.tool.ToolLimits;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Tools with which models of Spring AI work in sessions.
 *
 * @param enabled Whether to offer tools to models where Spring AI is on the class path.
 * @param scope Who shares a session.
 * @param tools Which tools are offered, and how.
 * @param limits How much a call of a tool may take and say.
 * @param artifacts Files that a model hands over to the user.
 * @param mcpTools Tools of the sessions themselves, with their own schemas.
 * @param chatClient What every chat client gets.
 * @since 0.1.0
 */
@ConfigurationProperties("agentbay.ai")
public record AgentBayAiProperties(@DefaultValue("true") boolean enabled, @DefaultValue("conversation") ToolScope scope,
		@DefaultValue Tools tools, @DefaultValue Limits limits, @DefaultValue Artifacts artifacts,
		@DefaultValue McpTools mcpTools, @DefaultValue ChatClient chatClient) {

	/**
	 * Which tools are offered, and how.
	 *
	 * @param include Names of tools that are offered, with "*" for anything. All that the
	 * image has when it is not set.
	 * @param exclude Names of tools that are not offered, with "*" for anything.
	 * @param names Other names for tools, by the name that they have.
	 * @param descriptions Other descriptions for tools, by the name that they have.
	 */
	public record Tools(@DefaultValue List<String> include, @DefaultValue List<String> exclude,
			@DefaultValue Map<String, String> names, @DefaultValue Map<String, String> descriptions) {
	}

	/**
	 * How much a call of a tool may take and say.
	 *
	 * @param time Longest time for a command or a piece of code. The service ends calls
	 * through its gateway after about 60 seconds.
	 * @param maxLength Most characters of a text in an answer. Of a longer one the middle
	 * is left out.
	 * @param maxArguments Most characters of the arguments of a call.
	 * @param maxFileSize Largest file that is read.
	 * @param maxPictureSize Largest picture that is shown to the model.
	 * @param maxPictures Most pictures that are shown to the model at the same time.
	 * Those that are older are left out, as each costs tokens at every call.
	 */
	public record Limits(@DefaultValue("50s") Duration time, @DefaultValue("20000") int maxLength,
			@DefaultValue("1000000") int maxArguments, @DefaultValue("10MB") DataSize maxFileSize,
			@DefaultValue("5MB") DataSize maxPictureSize, @DefaultValue("4") int maxPictures) {

		public Limits {
			Assert.isTrue(time.toMillis() > 0, "'time' must be at least one millisecond");
			Assert.isTrue(maxLength >= 100, "'max-length' must be at least 100");
			Assert.isTrue(maxArguments >= 100, "'max-arguments' must be at least 100");
			Assert.isTrue(maxPictures >= 0, "'max-pictures' must not be negative");
		}

		ToolLimits toLimits() {
			return new ToolLimits(this.time, this.maxLength, this.maxArguments, this.maxFileSize.toBytes(),
					this.maxPictureSize.toBytes());
		}

	}

	/**
	 * Files that a model hands over to the user.
	 *
	 * @param enabled Whether files can be handed over.
	 * @param location Where files are kept: a Spring resource location that can be
	 * written, such as "file:/var/lib/shop/files/". In memory when it is not set.
	 * @param capacity Most bytes of all files in memory. The oldest give way.
	 * @param maxSize Largest file that can be handed over.
	 * @param link Address of a file for the user, with "{id}" in the place of its id. The
	 * application answers it. Without it, files have no links.
	 */
	public record Artifacts(@DefaultValue("true") boolean enabled, @Nullable String location,
			@DefaultValue("100MB") DataSize capacity, @DefaultValue("50MB") DataSize maxSize, @Nullable String link) {

		public Artifacts {
			Assert.isTrue(link == null || link.contains("{id}"), "'link' must contain {id}");
		}

	}

	/**
	 * Tools of the sessions themselves, with their own schemas.
	 *
	 * @param include Names of tools that are offered beside ours, with "*" for anything.
	 * When any is set, each prompt asks its session for them, which is then created.
	 * @param exclude Names of tools that are not offered, with "*" for anything.
	 */
	public record McpTools(@DefaultValue List<String> include, @DefaultValue List<String> exclude) {
	}

	/**
	 * What every chat client gets.
	 *
	 * @param enabled Whether every chat client builder that is injected has the tools.
	 */
	public record ChatClient(@DefaultValue("true") boolean enabled) {
	}

}
