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

package io.agentbay.code;

import java.time.Duration;

import io.agentbay.internal.text.Durations;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * How code is run.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class CodeOptions {

	private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

	private final CodeLanguage language;

	private final Duration timeout;

	private CodeOptions(CodeLanguage language, Duration timeout) {
		Assert.notNull(language, "'language' must not be null");
		Durations.requireSecond(timeout, "timeout");
		this.language = language;
		this.timeout = timeout;
	}

	/**
	 * Create options for a language, with a time-out of 60 seconds.
	 * @param language the language
	 * @return the options
	 * @throws IllegalArgumentException if the language is {@code null}
	 */
	public static CodeOptions of(CodeLanguage language) {
		return new CodeOptions(language, DEFAULT_TIMEOUT);
	}

	/**
	 * Return these options with a time-out.
	 * @param timeout after which time the code is interrupted, in whole seconds, at least
	 * one. Through the service's gateway a request is cut off after about 60 seconds,
	 * whatever the time-out says
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is shorter than a second
	 */
	public CodeOptions withTimeout(Duration timeout) {
		return new CodeOptions(this.language, timeout);
	}

	/**
	 * Return the language.
	 * @return the language
	 */
	public CodeLanguage language() {
		return this.language;
	}

	/**
	 * Return after which time the code is interrupted.
	 * @return the time
	 */
	public Duration timeout() {
		return this.timeout;
	}

	@Override
	public String toString() {
		return "CodeOptions[language=" + this.language + ", timeout=" + this.timeout + "]";
	}

}
