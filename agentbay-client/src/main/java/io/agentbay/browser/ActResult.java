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

package io.agentbay.browser;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What was done on a page. That it could not be done is a
 * {@link io.agentbay.error.ToolFailedException}, whose message tells what was done until
 * then.
 * <p>
 * In JSON it has the names of its fields.
 *
 * @since 0.1.0
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
public final class ActResult {

	private final String message;

	private ActResult(String message) {
		this.message = message;
	}

	/**
	 * Create a result, as fakes need it.
	 * @param message what was done
	 * @return the result
	 */
	public static ActResult of(String message) {
		Assert.notNull(message, "'message' must not be null");
		return new ActResult(message);
	}

	/**
	 * Return what was done.
	 * @return usually the steps as a JSON array
	 */
	public String message() {
		return this.message;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ActResult that && this.message.equals(that.message);
	}

	@Override
	public int hashCode() {
		return this.message.hashCode();
	}

	@Override
	public String toString() {
		return "ActResult[message=" + this.message + "]";
	}

}
