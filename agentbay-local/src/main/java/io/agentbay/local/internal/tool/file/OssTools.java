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

package io.agentbay.local.internal.tool.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

import io.agentbay.local.internal.path.Place;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.Arguments;
import io.agentbay.local.internal.tool.Nature;
import io.agentbay.local.internal.tool.Parameter;
import io.agentbay.local.internal.tool.Parameter.Type;
import io.agentbay.local.internal.tool.Tool;
import io.agentbay.local.internal.tool.ToolException;
import io.agentbay.local.internal.tool.ToolResult;

/**
 * The server {@code wuying_oss}. Its buckets are folders of a directory on this machine,
 * so any key opens them; but a session has to bring one first, as with the service.
 */
public final class OssTools {

	private static final String SERVER = "wuying_oss";

	private static final Nature FOLDERS = Nature
		.simulated("buckets are folders, see [Object storage](#object-storage)");

	private static final Duration CONNECT = Duration.ofSeconds(10);

	private static final Duration LIMIT = Duration.ofMinutes(10);

	private static final Parameter BUCKET = Parameter.required("bucket", Type.TEXT, "The name of the bucket.");

	private static final Parameter OBJECT = Parameter.required("object", Type.TEXT, "The name of the object in it.");

	private static final Parameter PATH = Parameter.required("path", Type.TEXT, "The file in the session.");

	private static final Parameter URL = Parameter.required("url", Type.TEXT, "A signed address of the object.");

	private final Path buckets;

	private final HttpClient http = HttpClient.newBuilder()
		.connectTimeout(CONNECT)
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	public OssTools(Path buckets) {
		this.buckets = buckets;
	}

	public List<Tool> tools() {
		return List.of(
				new Tool("oss_env_init", SERVER, "Give the session a key to the object storage.",
						List.of(Parameter.required("access_key_id", Type.TEXT, "The id of the key."),
								Parameter.required("access_key_secret", Type.TEXT, "The secret of the key."),
								Parameter.required("security_token", Type.TEXT, "The token of a temporary key."),
								Parameter.optional("endpoint", Type.TEXT, "The address of the storage."),
								Parameter.optional("region", Type.TEXT, "The region of the storage.")),
						FOLDERS, this::init),
				new Tool("oss_upload", SERVER, "Store a file of the session as an object.",
						List.of(BUCKET, OBJECT, PATH), FOLDERS, this::upload),
				new Tool("oss_upload_annon", SERVER, "Send a file of the session to a signed address.",
						List.of(URL, PATH), this::uploadAnonymous),
				new Tool("oss_download", SERVER, "Put an object into a file of the session.",
						List.of(BUCKET, OBJECT, PATH), FOLDERS, this::download),
				new Tool("oss_download_annon", SERVER, "Fetch a file into the session from a signed address.",
						List.of(URL, PATH), this::downloadAnonymous));
	}

	private ToolResult init(Sandbox sandbox, Arguments arguments) {
		for (String name : List.of("access_key_id", "access_key_secret", "security_token")) {
			if (arguments.text(name).isBlank()) {
				throw new ToolException("Argument '" + name + "' must not be blank");
			}
		}
		sandbox.companion(Key.class, Key::new).present().set(true);
		return ToolResult.of("OSS environment is ready");
	}

	private ToolResult upload(Sandbox sandbox, Arguments arguments) throws IOException {
		Path object = object(sandbox, arguments);
		Files.createDirectories(object.getParent());
		Path written = Files.createTempFile(this.buckets, ".upload-", "");
		try {
			copy(sandbox, arguments, written);
			Files.move(written, object, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(written);
		}
		return ToolResult.of("Upload success: %s bytes to %s/%s".formatted(Files.size(object), arguments.text("bucket"),
				arguments.text("object")));
	}

	private ToolResult download(Sandbox sandbox, Arguments arguments) throws IOException {
		Path object = object(sandbox, arguments);
		if (!Files.isRegularFile(object)) {
			throw new ToolException("NoSuchKey: " + arguments.text("object"));
		}
		try (InputStream content = Files.newInputStream(object)) {
			return store(sandbox, arguments, content);
		}
	}

	private ToolResult uploadAnonymous(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		Path written = Files.createTempFile(this.buckets, ".upload-", "");
		try {
			long bytes = copy(sandbox, arguments, written);
			HttpResponse<Void> answer = send(request(arguments).PUT(BodyPublishers.ofFile(written)).build(),
					BodyHandlers.discarding());
			if (answer.statusCode() / 100 != 2) {
				throw new ToolException("The upload was refused with HTTP " + answer.statusCode());
			}
			return ToolResult.of("Upload success: %s bytes".formatted(bytes));
		}
		finally {
			Files.deleteIfExists(written);
		}
	}

	private ToolResult downloadAnonymous(Sandbox sandbox, Arguments arguments)
			throws IOException, InterruptedException {
		HttpResponse<InputStream> answer = send(request(arguments).GET().build(), BodyHandlers.ofInputStream());
		try (InputStream content = answer.body()) {
			if (answer.statusCode() != 200) {
				throw new ToolException("The download was refused with HTTP " + answer.statusCode());
			}
			return store(sandbox, arguments, content);
		}
	}

	/** The client's own exceptions mostly have no text. */
	private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
			throws InterruptedException {
		try {
			return this.http.send(request, handler);
		}
		catch (IOException ex) {
			String reason = (ex instanceof ConnectException && ex.getMessage() == null)
					? "it has no address, or nothing listens there"
					: Objects.requireNonNullElse(ex.getMessage(), "no answer");
			throw new ToolException("The host %s cannot be reached: %s".formatted(request.uri().getHost(), reason));
		}
	}

	private static HttpRequest.Builder request(Arguments arguments) {
		try {
			URI uri = URI.create(arguments.text("url"));
			if (uri.getHost() == null) {
				throw new ToolException("Argument 'url' must name a host");
			}
			return HttpRequest.newBuilder(uri).timeout(LIMIT);
		}
		catch (IllegalArgumentException ex) {
			throw new ToolException("Argument 'url' must be an http or https address");
		}
	}

	private static ToolResult store(Sandbox sandbox, Arguments arguments, InputStream content) throws IOException {
		try (Place found = sandbox.paths().open(arguments.text("path"))) {
			found.writable();
			if (found.isDirectory()) {
				throw new ToolException("Is a directory: " + found.name());
			}
			Path written = found.scratch();
			try {
				long bytes = Files.copy(content, written, StandardCopyOption.REPLACE_EXISTING);
				sandbox.reserve(bytes);
				try (Place place = found.withParent(sandbox.paths())) {
					place.take(written);
					return ToolResult.of("Download success: %s bytes to %s".formatted(bytes, place.name()));
				}
			}
			finally {
				Files.deleteIfExists(written);
			}
		}
	}

	/** What the session has may change while it is sent; a copy does not. */
	private static long copy(Sandbox sandbox, Arguments arguments, Path written) throws IOException {
		try (Place source = sandbox.paths().open(arguments.text("path"))) {
			if (!source.isFile()) {
				throw new ToolException("There is no file " + source.name());
			}
			try (InputStream content = source.read()) {
				return Files.copy(content, written, StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	private Path object(Sandbox sandbox, Arguments arguments) {
		if (!sandbox.companion(Key.class, Key::new).present().get()) {
			throw new ToolException("The OSS environment is not initialized: call oss_env_init first");
		}
		String bucket = arguments.text("bucket");
		String name = arguments.text("object");
		if (!bucket.matches("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]")) {
			throw new ToolException("InvalidBucketName: " + bucket);
		}
		Path directory = this.buckets.resolve(bucket);
		if (!Files.isDirectory(directory)) {
			throw new ToolException("NoSuchBucket: " + bucket);
		}
		if (name.isEmpty() || name.startsWith("/") || name.endsWith("/") || name.indexOf('\0') >= 0) {
			throw new ToolException("InvalidObjectName: " + name);
		}
		Path object = directory.resolve(name).normalize();
		if (object.equals(directory) || !object.startsWith(directory)) {
			throw new ToolException("InvalidObjectName: " + name);
		}
		return object;
	}

	/**
	 * Whether a session has brought a key. What it is, nobody needs to know.
	 */
	private record Key(AtomicBoolean present) {

		private Key() {
			this(new AtomicBoolean());
		}

	}

}
