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

package io.agentbay.testing;

import java.nio.file.Path;
import java.util.Map;

import io.agentbay.AgentBay;
import io.agentbay.session.Session;

/**
 * Sends a file to a session and fetches it again. Tests run it as a program of its own,
 * with less memory than the file has bytes.
 */
public final class SmallMemoryTransfer {

	private SmallMemoryTransfer() {
	}

	public static void main(String[] args) {
		try (AgentBay agentBay = AgentBay.builder().endpoint(args[0]).apiKey(args[1]).environment(Map.of()).build()) {
			Session session = agentBay.get(args[2]);
			session.fileSystem().upload(Path.of(args[3]), "sparse.bin");
			session.fileSystem().download("sparse.bin", Path.of(args[4]));
		}
	}

}
