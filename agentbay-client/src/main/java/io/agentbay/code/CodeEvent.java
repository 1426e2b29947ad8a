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

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something that happens while code runs. The service may add kinds of events: ignore
 * those that are not known.
 *
 * @since 0.1.0
 */
public interface CodeEvent {

	/**
	 * Return what kind of event it is, also in JSON, where the fields alone do not tell.
	 * @return the kind, such as {@code stdout}
	 */
	@JsonProperty
	String type();

	/**
	 * The code has written to its standard output.
	 *
	 * @param chunk what it has written
	 */
	record Stdout(String chunk) implements CodeEvent {

		@Override
		public String type() {
			return "stdout";
		}

	}

	/**
	 * The code has written to its standard error.
	 *
	 * @param chunk what it has written
	 */
	record Stderr(String chunk) implements CodeEvent {

		@Override
		public String type() {
			return "stderr";
		}

	}

	/**
	 * The code has left a value behind.
	 *
	 * @param output the value
	 */
	record Value(CodeOutput output) implements CodeEvent {

		@Override
		public String type() {
			return "value";
		}

	}

	/**
	 * An error ended the code.
	 *
	 * @param error the error
	 */
	record Failed(CodeError error) implements CodeEvent {

		@Override
		public String type() {
			return "failed";
		}

	}

	/**
	 * The code has ended.
	 *
	 * @param result what it led to: how long it took, and the error if one ended it.
	 * Output and values are empty, as they were told before
	 */
	record Finished(CodeResult result) implements CodeEvent {

		@Override
		public String type() {
			return "finished";
		}

	}

}
