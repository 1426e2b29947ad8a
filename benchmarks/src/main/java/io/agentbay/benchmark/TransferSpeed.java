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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

import io.agentbay.AgentBay;
import io.agentbay.context.Context;
import io.agentbay.local.LocalAgentBay;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponseStatus;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.util.FileSystemUtils;

/**
 * How fast a large file goes to and from a signed address of the local runtime, beside
 * what a bare server of Reactor Netty needs for the same file on the same disk. The bare
 * one computes no digest, which every storage of the service has to.
 */
public final class TransferSpeed {

	private static final int ROUNDS = 3;

	private static final int AHEAD = 32;

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final HttpClient http = HttpClient.create();

	private final int mebibytes;

	private final Path file;

	private TransferSpeed(int mebibytes, Path file) {
		this.mebibytes = mebibytes;
		this.file = file;
	}

	/**
	 * Measure.
	 * @param arguments the size of the file in MiB, 1024 if it is left out
	 * @throws Exception if something failed
	 */
	public static void main(String[] arguments) throws Exception {
		int mebibytes = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : 1024;
		Path directory = Files.createTempDirectory("agentbay-benchmark");
		try {
			new TransferSpeed(mebibytes, RandomFile.write(directory.resolve("file"), mebibytes)).measure(directory);
		}
		finally {
			FileSystemUtils.deleteRecursively(directory);
		}
		System.exit(0);
	}

	private void measure(Path directory) throws Exception {
		Path stored = directory.resolve("stored");
		DisposableServer bare = HttpServer.create()
			.port(0)
			.host("127.0.0.1")
			.route((routes) -> routes.put("/file", (request, response) -> store(stored, request, response))
				.get("/file", (request, response) -> response.sendFile(stored)))
			.bindNow();
		URI address = URI.create("http://127.0.0.1:" + bare.port() + "/file");
		try (LocalAgentBay runtime = LocalAgentBay.builder().start();
				AgentBay agentBay = AgentBay.builder()
					.endpoint(runtime.endpoint().toString())
					.apiKey(runtime.apiKey())
					.build()) {
			Context context = agentBay.contexts().getOrCreate("speed");
			for (int i = 0; i < ROUNDS; i++) {
				tell("up, bare", () -> up(address));
				tell("up, signed address", () -> up(agentBay.contexts().createUploadUrl(context.id(), "/file").url()));
				tell("down, bare", () -> down(address));
				tell("down, signed address",
						() -> down(agentBay.contexts().createDownloadUrl(context.id(), "/file").url()));
			}
		}
		finally {
			bare.disposeNow();
		}
	}

	private static Mono<Void> store(Path file, HttpServerRequest request, HttpServerResponse response) {
		return Mono.using(() -> FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE),
				(channel) -> request.receive()
					.retain()
					.publishOn(Schedulers.boundedElastic(), AHEAD)
					.doOnNext((buffer) -> write(buffer, channel))
					.then(response.send().then()),
				TransferSpeed::close);
	}

	private static void write(ByteBuf buffer, FileChannel channel) {
		try {
			buffer.readBytes(channel, channel.position(), buffer.readableBytes());
			channel.position(channel.position() + buffer.readerIndex());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			buffer.release();
		}
	}

	private static void close(FileChannel channel) {
		try {
			channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void up(URI address) {
		this.http.headers((headers) -> headers.set("Content-Length", (long) this.mebibytes * RandomFile.MEBIBYTE))
			.put()
			.uri(address)
			.send((request, out) -> out.sendFile(this.file))
			.response((response, body) -> require(response.status()).thenMany(body.then()))
			.blockLast(PATIENCE);
	}

	private void down(URI address) {
		long received = Objects.requireNonNull(this.http.get()
			.uri(address)
			.response((response, body) -> require(response.status())
				.thenMany(body.map((buffer) -> (long) buffer.readableBytes())))
			.reduce(0L, Long::sum)
			.block(PATIENCE));
		if (received != (long) this.mebibytes * RandomFile.MEBIBYTE) {
			throw new IllegalStateException("Only %d bytes came".formatted(received));
		}
	}

	private static Mono<Void> require(HttpResponseStatus status) {
		return status.equals(HttpResponseStatus.OK) ? Mono.empty()
				: Mono.error(new IllegalStateException("Answered by " + status));
	}

	private void tell(String what, Runnable work) {
		long start = System.nanoTime();
		work.run();
		System.out.printf(Locale.ROOT, "%-25s %8.0f MiB/s%n", what,
				this.mebibytes / ((System.nanoTime() - start) / 1e9));
	}

}
