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

package io.agentbay.local.internal.aot;

import java.util.List;

import io.agentbay.local.browser.PageView;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/**
 * Tells native images which types of the runtime are read from JSON, and which scripts it
 * brings.
 */
final class LocalRuntimeHints implements RuntimeHintsRegistrar {

	private static final String ROOMS = "io/agentbay/local/internal/";

	private static final List<String> SCRIPTS = List.of("*/*.py", "*/*.js", "*/*.R", "*/*.sh", "phone/ask",
			"phone/getprop", "phone/killall", "phone/setprop", "phone/wya");

	/** A type of that room alone. */
	private static final String STORED_CONTEXTS = "io.agentbay.local.internal.context.ContextIndex$Content";

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(), PageView.class,
				ClassUtils.resolveClassName(STORED_CONTEXTS, classLoader));
		SCRIPTS.forEach((script) -> hints.resources().registerPattern(ROOMS + script));
		hints.resources().registerPattern("io/agentbay/local/logback-standalone.xml");
	}

}
