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

package io.agentbay.mobile;

import io.agentbay.context.ContextSync;
import io.agentbay.internal.blocking.BlockingMobileSimulateService;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * Stores descriptions of phones that new phones can take over. A description is the JSON
 * that the service's own program makes on a real phone, with its {@code properties},
 * {@code packages} and so on. Called by applications: new methods may be added in minor
 * releases.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public interface ReactiveMobileSimulateService {

	/**
	 * Tell whether a context holds a description: action {@code DescribeContextFiles}.
	 * @param contextSync the context, and where it is mounted
	 * @return whether it does
	 * @throws IllegalArgumentException if there is no context
	 */
	Mono<Boolean> hasMobileInfo(ContextSync contextSync);

	/**
	 * Store a description in a new context: actions {@code GetContext} and
	 * {@code GetContextFileUploadUrl}, and an HTTP PUT.
	 * @param json the description
	 * @return what to create a phone with
	 * @throws IllegalArgumentException if the description is not a JSON object or array,
	 * or is empty
	 */
	Mono<MobileSimulateConfig> uploadMobileInfo(String json);

	/**
	 * Store a description in a context of the application: action
	 * {@code GetContextFileUploadUrl} and an HTTP PUT.
	 * @param json the description
	 * @param contextSync the context, and where it is mounted
	 * @return what to create a phone with
	 * @throws IllegalArgumentException if the description is not a JSON object or array,
	 * or is empty, or there is no context
	 */
	Mono<MobileSimulateConfig> uploadMobileInfo(String json, ContextSync contextSync);

	/**
	 * Return the blocking face of this.
	 * @return the blocking face
	 */
	default MobileSimulateService blocking() {
		return new BlockingMobileSimulateService(this);
	}

}
