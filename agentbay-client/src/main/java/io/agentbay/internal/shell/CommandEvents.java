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

package io.agentbay.internal.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.agentbay.command.CommandEvent;
import io.agentbay.command.CommandPosition;
import io.agentbay.command.CommandResult;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of what a session tells of a command.
 */
final class CommandEvents {

	private final String command;

	private final CharacterStream stdout;

	private final CharacterStream stderr;

	private final LastCharacters stdoutEnd = new LastCharacters();

	private final LastCharacters stderrEnd = new LastCharacters();

	CommandEvents(String command, CommandPosition position) {
		this.command = command;
		this.stdout = new CharacterStream(position.stdout());
		this.stderr = new CharacterStream(position.stderr());
	}

	List<CommandEvent> of(CommandNews.News news) {
		List<CommandEvent> events = new ArrayList<>(3);
		CommandLook look = news.look();
		if (look == null) {
			events.add(new CommandEvent.Interrupted(String.valueOf(news.interruption())));
			return events;
		}
		stdout(this.stdout.next(look.stdout()), events);
		stderr(this.stderr.next(look.stderr()), events);
		if (news.last()) {
			stdout(this.stdout.end(), events);
			stderr(this.stderr.end(), events);
			events.add(new CommandEvent.Finished(result(look)));
		}
		return events;
	}

	private void stdout(String text, List<CommandEvent> events) {
		if (!text.isEmpty()) {
			this.stdoutEnd.add(text);
			events.add(new CommandEvent.Stdout(text, this.stdout.position()));
		}
	}

	private void stderr(String text, List<CommandEvent> events) {
		if (!text.isEmpty()) {
			this.stderrEnd.add(text);
			events.add(new CommandEvent.Stderr(text, this.stderr.position()));
		}
	}

	private CommandResult result(CommandLook look) {
		Integer exitCode = look.exitCode();
		return CommandResult.builder(this.command)
			.stdout(this.stdoutEnd.text())
			.stderr(this.stderrEnd.text())
			.truncated(this.stdoutEnd.isCut() || this.stderrEnd.isCut())
			.exitCode((exitCode != null) ? exitCode : CommandLook.LOST)
			.timedOutAfter(after(look.timedOutAfter()))
			.requestId(look.answer().reply().requestId())
			.sessionId(look.answer().reply().outcome().details().sessionId())
			.build();
	}

	private static @Nullable Duration after(@Nullable Double seconds) {
		return (seconds != null) ? Duration.ofMillis(Math.round(seconds * 1000)) : null;
	}

}
