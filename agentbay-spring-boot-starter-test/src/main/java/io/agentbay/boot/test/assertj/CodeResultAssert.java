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

package io.agentbay.boot.test.assertj;

import io.agentbay.code.CodeError;
import io.agentbay.code.CodeResult;
import org.assertj.core.api.AbstractObjectAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a {@link CodeResult}. What it holds beside its end is reached by
 * {@code returns}, {@code extracting} and {@code satisfies}.
 *
 * @since 0.1.0
 */
public final class CodeResultAssert extends AbstractObjectAssert<CodeResultAssert, CodeResult> {

	CodeResultAssert(@Nullable CodeResult actual) {
		super(actual, CodeResultAssert.class);
	}

	/**
	 * Verify that the code ran to its end.
	 * @return these assertions
	 */
	public CodeResultAssert succeeded() {
		isNotNull();
		CodeError error = this.actual.error();
		if (error != null) {
			failWithMessage("Expected the code to succeed, but it failed with %s: %s%n%s%s", error.name(),
					error.value(), error.traceback(), outputs());
		}
		return this;
	}

	/**
	 * Verify that the code ended with an error.
	 * @param name the name of the error, such as {@code ValueError}
	 * @return these assertions
	 */
	public CodeResultAssert failedWith(String name) {
		isNotNull();
		CodeError error = this.actual.error();
		if (error == null) {
			failWithMessage("Expected the code to fail with %s, but it ran to its end: %s%s", name, this.actual.text(),
					outputs());
		}
		else if (!error.name().equals(name)) {
			failWithMessage("Expected the code to fail with %s, but it failed with %s: %s%s", name, error.name(),
					error.value(), outputs());
		}
		return this;
	}

	private String outputs() {
		return "%nStandard output:%n%s%nStandard error:%n%s".formatted(this.actual.stdout(), this.actual.stderr());
	}

}
