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

package io.agentbay.benchmark;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.local.LocalAgentBay;
import org.jspecify.annotations.Nullable;

/**
 * How long the local runtime takes for what a developer does all day, told beside what
 * the machine takes for the same without it. The client is as bare as can be.
 */
public final class RuntimeSpeed {

	/** What a JVM needs until it has compiled the way of a call. */
	private static final int WARM_UP = 1000;

	private static final int SESSIONS_WARM_UP = 150;

	private static final int ROUNDS = 200;

	private static final int MANY_FILES = 20_000;

	private static final int MANY_SESSIONS = 1000;

	private final HttpClient http = HttpClient.newHttpClient();

	private final LocalAgentBay runtime;

	private RuntimeSpeed(LocalAgentBay runtime) {
		this.runtime = runtime;
	}

	/**
	 * Measure.
	 * @param arguments none
	 * @throws Exception if something fails
	 */
	public static void main(String[] arguments) throws Exception {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start()) {
			new RuntimeSpeed(runtime).measure();
		}
		tell("start and close of a runtime in a warm JVM", 5, 30, () -> {
			LocalAgentBay.builder().start().close();
			return null;
		});
		System.exit(0);
	}

	private void measure() throws Exception {
		tell("bare: bwrap starts and runs sh -c true", SESSIONS_WARM_UP, ROUNDS,
				() -> bare("bwrap", "--unshare-user", "--unshare-pid", "--ro-bind", "/", "/", "/bin/sh", "-c", "true"));
		Process enclosure = new ProcessBuilder("bwrap", "--unshare-user", "--unshare-pid", "--ro-bind", "/", "/",
				"--proc", "/proc", "/bin/sleep", "600")
			.start();
		try {
			String inside = Long.toString(inside(enclosure));
			tell("bare: a process enters an enclosure and runs sh -c true", SESSIONS_WARM_UP, ROUNDS,
					() -> bare("nsenter", "--target", inside, "--user", "--preserve-credentials", "--mount", "--pid",
							"--", "/bin/sh", "-c", "true"));
		}
		finally {
			enclosure.destroyForcibly();
		}
		Session session = create();
		tell("a command over the direct link", WARM_UP, ROUNDS, () -> session.call("shell", TRUE));
		tell("the same, 20 ms after the last one", 50, ROUNDS, () -> session.call("shell", TRUE),
				(result) -> Thread.sleep(20));
		tell("create and first command", SESSIONS_WARM_UP, 60, this::createAndRun, this::delete);
		tell("the same, 60 ms after the last one", 10, 60, this::createAndRun, (id) -> {
			delete(id);
			Thread.sleep(60);
		});
		tell("create and delete", SESSIONS_WARM_UP, 60, () -> {
			String id = create().id();
			action("DeleteSessionAsync", "SessionId", id);
			while (this.runtime.liveSessionIds().contains(id)) {
				Thread.onSpinWait();
			}
			return null;
		});
		String content = "x".repeat(4096);
		tell("4 KiB write and read", WARM_UP, ROUNDS, () -> {
			session.call("write_file", "{\"path\":\"f\",\"content\":\"" + content + "\"}");
			return session.call("read_file", "{\"path\":\"f\"}");
		});
		session.call("shell",
				"{\"command\":\"mkdir many; cd many; seq " + MANY_FILES + " | xargs touch\",\"timeout_ms\":60000}");
		tell("list of 20,000 entries", 3, 10, () -> session.call("list_directory", "{\"path\":\"many\"}"));
		together();
		atRest();
	}

	private Object createAndRun() throws Exception {
		Session fresh = create();
		fresh.call("shell", TRUE);
		return fresh.id();
	}

	private void delete(@Nullable Object id) throws Exception {
		action("DeleteSessionAsync", "SessionId", String.valueOf(id));
	}

	private void together() throws Exception {
		List<Session> sessions = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			Session session = create();
			session.call("shell", TRUE);
			sessions.add(session);
		}
		Thread.sleep(2000);
		ExecutorService callers = Executors.newFixedThreadPool(200);
		long start = System.nanoTime();
		List<Future<String>> calls = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			Session session = sessions.get(i % sessions.size());
			calls.add(callers.submit(() -> session.call("shell", TRUE)));
		}
		for (Future<String> call : calls) {
			call.get();
		}
		System.out.printf("%-55s %8.2f ms each%n", "200 commands at once in 50 sessions",
				(System.nanoTime() - start) / 1e6 / 200);
		callers.shutdown();
		for (Session session : sessions) {
			action("DeleteSessionAsync", "SessionId", session.id());
		}
	}

	/**
	 * What sessions hold on to that have run a command and are used no more.
	 */
	private void atRest() throws Exception {
		for (int i = 0; i < MANY_SESSIONS; i++) {
			create().call("shell", TRUE);
		}
		Thread.sleep(8000);
		System.gc();
		Runtime jvm = Runtime.getRuntime();
		System.out.printf("%-55s %8d MiB of heap, %d threads%n", MANY_SESSIONS + " sessions at rest",
				(jvm.totalMemory() - jvm.freeMemory()) >> 20, Thread.getAllStackTraces().size());
	}

	private static final String TRUE = "{\"command\":\"true\",\"timeout_ms\":20000}";

	private static long inside(Process enclosure) throws InterruptedException {
		while (true) {
			var children = enclosure.toHandle().children().toList();
			if (!children.isEmpty()) {
				return children.get(0).pid();
			}
			Thread.sleep(5);
		}
	}

	private static Object bare(String... command) throws Exception {
		Process process = new ProcessBuilder(command).start();
		process.getOutputStream().close();
		process.getInputStream().readAllBytes();
		process.getErrorStream().readAllBytes();
		return process.waitFor();
	}

	private static void tell(String what, int warmUp, int rounds, Callable<@Nullable Object> work) throws Exception {
		tell(what, warmUp, rounds, work, (result) -> {
		});
	}

	private static void tell(String what, int warmUp, int rounds, Callable<@Nullable Object> work, CleanUp cleanUp)
			throws Exception {
		for (int i = 0; i < warmUp; i++) {
			cleanUp.after(work.call());
		}
		long[] times = new long[rounds];
		for (int i = 0; i < rounds; i++) {
			long start = System.nanoTime();
			Object result = work.call();
			times[i] = System.nanoTime() - start;
			cleanUp.after(result);
		}
		Arrays.sort(times);
		System.out.printf("%-55s %8.2f ms p50 %8.2f ms p99%n", what, times[rounds / 2] / 1e6,
				times[rounds - 1 - rounds / 100] / 1e6);
	}

	private Session create() throws Exception {
		String answer = action("CreateMcpSession");
		return new Session(field(answer, "SessionId"), field(answer, "LinkUrl"), field(answer, "Token"));
	}

	private String action(String name, String... parameters) throws Exception {
		StringBuilder form = new StringBuilder("Authorization=Bearer%20").append(this.runtime.apiKey());
		for (int i = 0; i < parameters.length; i += 2) {
			form.append('&')
				.append(parameters[i])
				.append('=')
				.append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
		}
		return post(this.runtime.endpoint() + "/?Action=" + name, "application/x-www-form-urlencoded", form.toString(),
				Map.of());
	}

	private String post(String url, String type, String body, Map<String, String> headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
			.header("Content-Type", type)
			.POST(BodyPublishers.ofString(body));
		headers.forEach(request::header);
		return this.http.send(request.build(), BodyHandlers.ofString()).body();
	}

	private static String field(String json, String name) {
		Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
		if (!matcher.find()) {
			throw new IllegalStateException("No " + name + " in " + json);
		}
		return matcher.group(1);
	}

	/**
	 * What follows, and is not measured.
	 */
	@FunctionalInterface
	private interface CleanUp {

		void after(@Nullable Object result) throws Exception;

	}

	/**
	 * A session, by what reaches it.
	 */
	private final class Session {

		private final String id;

		private final String link;

		private final String token;

		Session(String id, String link, String token) {
			this.id = id;
			this.link = link;
			this.token = token;
		}

		String id() {
			return this.id;
		}

		String call(String tool, String arguments) throws Exception {
			return post(this.link + "/callTool", "application/json",
					"{\"tool\":\"" + tool + "\",\"args\":" + arguments + "}", Map.of("X-Access-Token", this.token));
		}

	}

}
