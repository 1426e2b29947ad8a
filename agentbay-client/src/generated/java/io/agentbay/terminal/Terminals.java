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
// Written by agentbay-face from ReactiveTerminals. Change that, not this.

package io.agentbay.terminal;

import java.util.List;

import org.springframework.web.reactive.socket.WebSocketHandler;

/**
 * The terminals of a session: server {@code PTY_SERVER}. They share the WebSocket of the
 * session; in one that has none they are a {@link io.agentbay.error.NotFoundException}. A
 * terminal belongs to the session, not to the connection: it goes on when the connection
 * is lost or nobody looks. What is refused is a
 * {@link io.agentbay.error.ServiceException}, such as a
 * {@link io.agentbay.error.NotFoundException} for an id that is not known. Called by
 * applications: new methods may be added in minor releases.
 *
 * @since 0.1.0
 */
public interface Terminals {

	/**
	 * Open a terminal with the default options.
	 * @return the terminal, in which a shell runs
	 */
	default Terminal open() {
		return open(TerminalOptions.defaults());
	}

	/**
	 * Open a terminal. When the answer does not come in time it is a
	 * {@link io.agentbay.error.StreamBrokenException}, and a terminal that is opened all
	 * the same is ended as soon as the client is told of it.
	 * @param options what it is to be like
	 * @return the terminal, in which a program runs
	 * @throws IllegalArgumentException if the options are missing
	 */
	Terminal open(TerminalOptions options);

	/**
	 * Attach to a terminal that is open, and be shown what it writes from now on. Others
	 * who are attached stay so.
	 * @param id its id
	 * @return the terminal
	 * @throws IllegalArgumentException if the id is blank
	 */
	Terminal attach(String id);

	/**
	 * Attach to a terminal and go on where one has left off. The local runtime keeps the
	 * last mebibyte of what was written, and how the last terminals ended. The service is
	 * not known to keep anything: {@link Terminal#missed()} tells.
	 * @param id its id
	 * @param position how much of its output was read already, see
	 * {@link Terminal#position()}; 0 for all that is kept
	 * @return the terminal
	 * @throws IllegalArgumentException if the id is blank or the position is negative
	 */
	Terminal attach(String id, long position);

	/**
	 * List the terminals that are open.
	 * @return their ids; more is not told
	 */
	List<String> list();

	/**
	 * Kill what runs in a terminal. Those who are attached to it are told of its end,
	 * also when the session does not tell.
	 * @param id its id
	 * @throws IllegalArgumentException if the id is blank
	 */
	void kill(String id);

	/**
	 * Return a handler that gives everyone who connects by a WebSocket, such as a
	 * browser, a terminal of their own, which ends with that connection. What the
	 * terminal writes are binary messages. Text and binary messages are typed, except a
	 * text that begins with U+0000 and {@code resize}: followed by columns and rows, each
	 * 1 to 500, such as {@code "\u0000resize 120 40"}, it changes the size, and followed
	 * by anything else it is ignored. When the program ends the connection is closed with
	 * the code 1000 and the reason {@code exit} and the exit code, when the terminal is
	 * lost or there is none with 1011, and when a message is larger than the server
	 * allows with 1009: with Reactor Netty that is 65536 bytes, unless its upgrade
	 * strategy says otherwise. Who may connect is for the application to decide.
	 * @param options what the terminals are to be like
	 * @return the handler
	 * @throws IllegalArgumentException if the options are missing
	 */
	WebSocketHandler webSocketHandler(TerminalOptions options);

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveTerminals reactive();

}
