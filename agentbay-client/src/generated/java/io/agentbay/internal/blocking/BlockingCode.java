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
// Written by agentbay-face from ReactiveCode. Change that, not this.

package io.agentbay.internal.blocking;

import java.util.function.Consumer;

import io.agentbay.code.Code;
import io.agentbay.code.CodeEvent;
import io.agentbay.code.CodeLanguage;
import io.agentbay.code.CodeOptions;
import io.agentbay.code.CodeResult;
import io.agentbay.code.ReactiveCode;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveCode}.
 */
public final class BlockingCode implements Code {

	private final ReactiveCode reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingCode(ReactiveCode reactive) {
		this.reactive = reactive;
	}

	@Override
	public CodeResult run(String code, CodeOptions options) {
		return Blocking.await(this.reactive.run(code, options));
	}

	@Override
	public CodeResult stream(String code, CodeLanguage language, Consumer<? super CodeEvent> consumer) {
		return Blocking.events(this.reactive.stream(code, language), CodeEvent.Finished.class, consumer).result();
	}

	@Override
	public CodeResult stream(String code, CodeOptions options, Consumer<? super CodeEvent> consumer) {
		return Blocking.events(this.reactive.stream(code, options), CodeEvent.Finished.class, consumer).result();
	}

	@Override
	public ReactiveCode reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingCode that && this.reactive.equals(that.reactive);
	}

	@Override
	public int hashCode() {
		return this.reactive.hashCode();
	}

	@Override
	public String toString() {
		return this.reactive.toString();
	}

}
