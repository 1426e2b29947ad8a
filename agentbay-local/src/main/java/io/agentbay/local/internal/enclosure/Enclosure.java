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

package io.agentbay.local.internal.enclosure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.agentbay.local.SessionNetwork;
import io.agentbay.local.internal.path.Location;
import io.agentbay.local.internal.path.SharedFolder;
import io.agentbay.local.internal.path.SystemView;
import io.agentbay.local.internal.process.Population;

/**
 * The walls around the processes of one session.
 */
public interface Enclosure extends AutoCloseable {

	/**
	 * Build the walls, which otherwise are there with the first process.
	 */
	void prepare() throws IOException;

	/**
	 * Start a shell that reads its commands from its standard input. What it starts is
	 * inside; it itself may stand in the door, where nobody inside sees it. When it has
	 * closed its outputs, only those that it started hold them.
	 * @param environment its whole environment
	 */
	Process startShell(Map<String, String> environment) throws IOException;

	/**
	 * Start a shell inside whose place a program may take.
	 * @param environment its whole environment
	 * @return the process on this side of the walls, which waits for the one inside
	 */
	Process startInside(Map<String, String> environment) throws IOException;

	/**
	 * What is another one as soon as shells that were started before lead nowhere,
	 * because everything inside was killed.
	 */
	Object interior();

	/**
	 * How a shell inside is started by a program outside that gives it a terminal.
	 */
	Doorway doorway() throws IOException;

	/**
	 * The process inside that a shell, or the program that took its place, really is.
	 * @param shell what {@link #startInside(Map)} gave
	 */
	Optional<ProcessHandle> inside(Process shell);

	/**
	 * The environment in which the session's commands start.
	 */
	Map<String, String> environment();

	/**
	 * The network that the processes inside have.
	 */
	default SessionNetwork network() {
		return SessionNetwork.HOST;
	}

	/**
	 * Let the processes inside have a folder from outside, also those that run already.
	 * @param folder the folder; where it is to be there is an empty directory
	 */
	void share(SharedFolder folder) throws IOException;

	/**
	 * A directory under the name by which the enclosed processes know it.
	 * @param directory the directory
	 */
	String nameInside(Location directory);

	/**
	 * Stop all processes inside at one blow, as far as the system can do that.
	 */
	void stopAtOnce() throws IOException, InterruptedException;

	/**
	 * The processes that belong to the session at this moment.
	 */
	Population population() throws IOException;

	/**
	 * Kill every process inside. Others can be started afterwards.
	 */
	void killAll();

	/**
	 * End every process inside, and let none start any more.
	 */
	@Override
	void close();

	/**
	 * Makes the walls of new sessions.
	 */
	interface Factory {

		/**
		 * Make walls around a session that has no process yet.
		 * @param sessionId the session
		 * @param root the session's root directory
		 * @param prefix what goes before each command that starts a process inside
		 */
		Enclosure create(String sessionId, Path root, List<String> prefix);

		/**
		 * What a session sees of the machine.
		 */
		SystemView system();

	}

}
