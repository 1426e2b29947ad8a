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

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens while a model answers.
 */
sealed interface ChatEvent {

	/** What kind of event it is, in JSON. */
	@JsonProperty
	String type();

	/**
	 * The model says something.
	 *
	 * @param chunk the next piece of it
	 */
	record Text(String chunk) implements ChatEvent {

		@Override
		public String type() {
			return "text";
		}

	}

	/**
	 * The model calls a tool; perhaps a person is asked first.
	 *
	 * @param id which call it is
	 * @param tool the name of the tool
	 * @param arguments the arguments without secrets, shortened
	 */
	record ToolStarted(String id, String tool, String arguments) implements ChatEvent {

		@Override
		public String type() {
			return "tool-started";
		}

	}

	/**
	 * A call is over.
	 *
	 * @param id which call it is
	 * @param outcome {@code ANSWERED}, {@code FAILED} or {@code NOT_CALLED}
	 * @param decision why it was made or was not, such as {@code ALLOWED}
	 * @param decidedBy who or what has decided
	 * @param durationMillis how long it took with all that was waited for, in
	 * milliseconds
	 * @param session the session that it worked in, {@code null} if in none
	 * @param answer what the model is told, shortened
	 */
	record ToolEnded(String id, String outcome, String decision, String decidedBy, long durationMillis,
			@Nullable String session, String answer) implements ChatEvent {

		@Override
		public String type() {
			return "tool-ended";
		}

	}

	/**
	 * A tool shows a picture to the model.
	 *
	 * @param mediaType its type, such as {@code image/png}
	 * @param data its bytes, as Base64 in JSON
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Picture(String mediaType, byte[] data) implements ChatEvent {

		@Override
		public String type() {
			return "picture";
		}

	}

	/**
	 * The model hands a file over.
	 *
	 * @param id its id, for its address
	 * @param name its name
	 * @param size its length in bytes
	 */
	record File(String id, String name, long size) implements ChatEvent {

		@Override
		public String type() {
			return "file";
		}

	}

	/**
	 * The answer failed.
	 *
	 * @param detail why
	 */
	record Failed(String detail) implements ChatEvent {

		@Override
		public String type() {
			return "failed";
		}

	}

	/** Nothing has happened for a while, and somebody may have gone meanwhile. */
	record Waiting() implements ChatEvent {

		@Override
		public String type() {
			return "waiting";
		}

	}

	/** The answer is complete. */
	record Finished() implements ChatEvent {

		@Override
		public String type() {
			return "finished";
		}

	}

}
