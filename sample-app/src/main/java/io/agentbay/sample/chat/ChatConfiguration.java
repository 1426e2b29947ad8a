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

package io.agentbay.sample.chat;

import io.agentbay.ai.governance.audit.InstanceAuditTrail;

import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/**
 * What the chat needs beside the starters.
 */
@Configuration(proxyBeanMethods = false)
class ChatConfiguration {

	/** Gives way to the model of a starter of Spring AI. */
	@Bean
	@Fallback
	ChatModel demoChatModel() {
		return new DemoChatModel();
	}

	@Bean
	@ConditionalOnMissingBean
	ChatMemory chatMemory() {
		return MessageWindowChatMemory.builder().build();
	}

	/** For the page. An application keeps its audit in a log or a database. */
	@Bean
	InstanceAuditTrail auditTrail(RecentAudit recent) {
		return new InstanceAuditTrail(RecentAudit.HASH, recent);
	}

}
