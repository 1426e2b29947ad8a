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

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the endpoint shows of the last failures.
 *
 * @param includeMessage Whether the endpoint "agentbay" shows the messages of the last
 * failures, which may quote the service and what users wrote.
 * @since 0.1.0
 */
@ConfigurationProperties("agentbay.recent-errors")
public record AgentBayRecentErrorsProperties(@DefaultValue("false") boolean includeMessage) {

}
