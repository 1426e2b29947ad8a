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

package io.agentbay.ai.scope;

import io.agentbay.session.CreateSessionOptions;

/**
 * Decides what kind of session a conversation or user gets: its image, contexts and
 * labels. Asked whenever a session is wanted, and has to say the same each time; a
 * session that is alive stays as it is.
 *
 * <pre class="code">
 * &#64;Bean
 * SessionCustomizer homes() {
 *     return (key, options) -&gt; options.imageId("code_latest")
 *         .contextByName(ContextByName.of("home-" + key.value(), "/home/data"));
 * }
 * </pre>
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SessionCustomizer {

	/**
	 * Decide what kind of session to create.
	 * @param key whose session it is
	 * @param options what is set so far, to be changed
	 */
	void customize(SessionKey key, CreateSessionOptions.Builder options);

}
