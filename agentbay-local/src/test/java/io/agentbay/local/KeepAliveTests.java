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

package io.agentbay.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that follow each other on one connection. */
class KeepAliveTests {

	private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

	private static final int PATIENCE_MILLIS = 60_000;

	@Test
	void whatFollowsARequestThatHadToWaitIsAnswered() throws IOException {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start();
				Socket socket = new Socket(runtime.endpoint().getHost(), runtime.endpoint().getPort())) {
			socket.setSoTimeout(PATIENCE_MILLIS);
			InputStream in = new BufferedInputStream(socket.getInputStream());
			for (int round = 0; round < 20; round++) {
				// The first is answered by a worker, the second by the event loop.
				send(socket, list(runtime) + get("/nothing"));
				assertThat(status(in)).isEqualTo("HTTP/1.1 200 OK");
				assertThat(status(in)).isEqualTo("HTTP/1.1 404 Not Found");
				send(socket, get("/nothing-either"));
				assertThat(status(in)).isEqualTo("HTTP/1.1 404 Not Found");
			}
		}
	}

	private static String list(LocalAgentBay runtime) {
		String form = "Authorization=Bearer%20" + runtime.apiKey();
		return "POST /?Action=ListSession HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + form.length()
				+ "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n" + form;
	}

	private static String get(String path) {
		return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
	}

	private static void send(Socket socket, String requests) throws IOException {
		socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
	}

	/** Read an answer to its end. */
	private static String status(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int one = in.read();
			assertThat(one).as("end of the connection after " + head).isNotNegative();
			head.append((char) one);
		}
		Matcher length = LENGTH.matcher(head);
		assertThat(length.find()).isTrue();
		in.readNBytes(Integer.parseInt(length.group(1)));
		return head.substring(0, head.indexOf("\r\n"));
	}

}
