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

package io.agentbay.local.internal.tool.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What has gone over this machine's network interfaces since it started, the loopback one
 * left out. Known on Linux only; zero elsewhere.
 *
 * @param receivedBytes bytes that came in
 * @param sentBytes bytes that went out
 */
record NetworkTraffic(long receivedBytes, long sentBytes) {

	private static final Path TABLE = Path.of("/proc/net/dev");

	private static final int SENT_COLUMN = 8;

	static NetworkTraffic now() {
		long received = 0;
		long sent = 0;
		for (String line : table()) {
			int colon = line.indexOf(':');
			if (colon < 0 || line.substring(0, colon).strip().equals("lo")) {
				continue;
			}
			String[] columns = line.substring(colon + 1).strip().split("\\s+");
			received += Long.parseLong(columns[0]);
			sent += Long.parseLong(columns[SENT_COLUMN]);
		}
		return new NetworkTraffic(received, sent);
	}

	private static List<String> table() {
		try {
			return Files.isReadable(TABLE) ? Files.readAllLines(TABLE, StandardCharsets.US_ASCII) : List.of();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

}
