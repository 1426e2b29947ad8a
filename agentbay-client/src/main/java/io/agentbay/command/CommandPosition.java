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

import org.springframework.util.Assert;

/**
 * How much of the outputs of a command was read, in bytes.
 *
 * @param stdout how much of its standard output
 * @param stderr how much of its standard error
 * @since 0.1.0
 */
public record CommandPosition(long stdout, long stderr) {

	/** Where both outputs begin. */
	public static final CommandPosition START = new CommandPosition(0, 0);

	public CommandPosition {
		Assert.isTrue(stdout >= 0, "'stdout' must not be negative");
		Assert.isTrue(stderr >= 0, "'stderr' must not be negative");
	}

	/**
	 * Return where one stands after an event.
	 * @param event the event
	 * @return the position after what the event told; this one, if it told no output
	 */
	public CommandPosition after(CommandEvent event) {
		if (event instanceof CommandEvent.Stdout out) {
			return new CommandPosition(out.position(), this.stderr);
		}
		return (event instanceof CommandEvent.Stderr err) ? new CommandPosition(this.stdout, err.position()) : this;
	}

}
