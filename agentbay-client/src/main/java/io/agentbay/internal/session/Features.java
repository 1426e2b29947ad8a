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

package io.agentbay.internal.session;

import io.agentbay.agent.ReactiveAgent;
import io.agentbay.browser.ReactiveBrowser;
import io.agentbay.code.ReactiveCode;
import io.agentbay.command.ReactiveCommand;
import io.agentbay.computer.ReactiveComputer;
import io.agentbay.context.ReactiveContextManager;
import io.agentbay.environment.ReactiveEnvironment;
import io.agentbay.filesystem.ReactiveFileSystem;
import io.agentbay.git.ReactiveGit;
import io.agentbay.internal.socket.DefaultReactiveChannel;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.mobile.ReactiveMobile;
import io.agentbay.oss.ReactiveOss;
import io.agentbay.terminal.ReactiveTerminals;

/**
 * What a session offers.
 *
 * @param tools its tools
 * @param channel its WebSocket
 * @param command runs commands
 * @param code runs code
 * @param fileSystem its files
 * @param context its contexts
 * @param git its repositories
 * @param oss object storage
 * @param agent its agents
 * @param browser its browser
 * @param computer its desktop
 * @param mobile its phone
 * @param terminals its terminals
 */
record Features(SessionTools tools, DefaultReactiveChannel channel, ReactiveCommand command, ReactiveCode code,
		ReactiveFileSystem fileSystem, ReactiveContextManager context, ReactiveGit git, ReactiveOss oss,
		ReactiveAgent agent, ReactiveBrowser browser, ReactiveComputer computer, ReactiveMobile mobile,
		ReactiveTerminals terminals, ReactiveEnvironment environment) {
}
