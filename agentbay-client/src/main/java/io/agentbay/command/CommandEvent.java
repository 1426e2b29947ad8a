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

package io.agentbay.command;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What happens while a command runs. The kinds have the names that those of
 * {@link io.agentbay.code.CodeEvent} have; there may be more kinds in later versions.
 *
 * @since 0.1.0
 */
public interface CommandEvent {

	/**
	 * Return what kind of event it is, also in JSON, where the fields alone do not tell.
	 * @return the kind, such as {@code stdout}
	 */
	@JsonProperty
	String type();

	/**
	 * The command runs. The first event of {@code stream}.
	 *
	 * @param id its id, by which it can be found, written to and ended
	 */
	record Started(String id) implements CommandEvent {

		@Override
		public String type() {
			return "started";
		}

	}

	/**
	 * The command has written to its standard output.
	 *
	 * @param chunk what it has written, in whole characters; what is not UTF-8 is U+FFFD
	 * @param position how many bytes of the standard output end with this chunk
	 */
	record Stdout(String chunk, long position) implements CommandEvent {

		@Override
		public String type() {
			return "stdout";
		}

	}

	/**
	 * The command has written to its standard error.
	 *
	 * @param chunk what it has written, in whole characters; what is not UTF-8 is U+FFFD
	 * @param position how many bytes of the standard error end with this chunk
	 */
	record Stderr(String chunk, long position) implements CommandEvent {

		@Override
		public String type() {
			return "stderr";
		}

	}

	/**
	 * The session could not be asked. It is asked again for a minute: then either the
	 * events go on where they were, with nothing lost and nothing told twice, or they end
	 * with an error.
	 *
	 * @param reason what happened
	 */
	record Interrupted(String reason) implements CommandEvent {

		@Override
		public String type() {
			return "interrupted";
		}

	}

	/**
	 * The command has ended, and all that it wrote until then was told.
	 *
	 * @param result how it ended, with the last 16,384 characters of each output that was
	 * told; {@link CommandResult#truncated()} says whether there was more
	 */
	record Finished(CommandResult result) implements CommandEvent {

		@Override
		public String type() {
			return "finished";
		}

	}

}
