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

package io.agentbay.local.internal.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends signals, which Java itself cannot. Every Unix has a shell that can.
 */
public final class Signals {

	public static final String STOP = "STOP";

	public static final String CONTINUE = "CONT";

	public static final String INTERRUPT = "INT";

	private static final int MAX_TARGETS = 1000;

	private static final long PATIENCE_SECONDS = 10;

	private Signals() {
	}

	/**
	 * Send a signal and return when it has been sent. Targets that are gone are skipped.
	 * @param signal the signal's name
	 * @param targets process ids; a negative one means the process group of that number
	 */
	public static void send(String signal, List<Long> targets) throws IOException, InterruptedException {
		for (int from = 0; from < targets.size(); from += MAX_TARGETS) {
			sendSome(signal, targets.subList(from, Math.min(targets.size(), from + MAX_TARGETS)));
		}
	}

	private static void sendSome(String signal, List<Long> targets) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of("/bin/sh", "-c", "for p; do kill -s " + signal + " -- \"$p\"; done 2>/dev/null", "signals"));
		targets.forEach((target) -> command.add(Long.toString(target)));
		Process sender = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			if (!sender.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new IOException("The signal " + signal + " could not be sent in " + PATIENCE_SECONDS + " s");
			}
		}
		finally {
			sender.destroyForcibly();
		}
	}

}
