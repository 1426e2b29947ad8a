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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.agentbay.local.agent.AgentPlanner;
import io.agentbay.local.browser.PageModel;
import io.agentbay.local.clock.RuntimeClock;
import io.agentbay.local.internal.adb.AdbServer;
import io.agentbay.local.internal.http.LocalServer;
import io.agentbay.local.internal.limit.Limits;
import io.agentbay.local.internal.path.SessionPaths;
import io.agentbay.local.internal.tls.ServerIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Describes a runtime that is to be started.
 *
 * @since 0.1.0
 * @see LocalAgentBay#builder()
 */
public final class LocalAgentBayBuilder {

	/**
	 * The file with the certificate in a {@link #tlsDirectory(Path)}, for clients that
	 * are not Java.
	 */
	public static final String CERTIFICATE_FILE = ServerIdentity.PEM_FILE;

	/**
	 * The file with the certificate as a PKCS#12 trust store.
	 */
	public static final String TRUST_STORE_FILE = ServerIdentity.TRUST_STORE_FILE;

	/**
	 * The password of the trust store. It holds nothing secret.
	 */
	public static final String TRUST_STORE_PASSWORD = ServerIdentity.TRUST_STORE_PASSWORD;

	private static final Logger logger = LoggerFactory.getLogger(LocalAgentBayBuilder.class);

	private static final int MEBIBYTE = 1024 * 1024;

	private static final String LOOPBACK = "127.0.0.1";

	String apiKey = "akm-" + UUID.randomUUID();

	String host = LOOPBACK;

	int port;

	List<String> allowedHosts = List.of();

	@Nullable Integer tlsPort;

	@Nullable Path tlsDirectory;

	@Nullable Path tlsKeyStore;

	String tlsKeyStorePassword = "";

	@Nullable Path dataDirectory;

	Isolation isolation = Isolation.AUTO;

	SessionNetwork network = SessionNetwork.HOST;

	boolean directLink = true;

	List<Pattern> imagesWithoutDirectLink = List.of();

	List<Pattern> images = List.of();

	boolean webSocket = true;

	boolean hookShutdown = true;

	int maxRequestBytes = 64 * MEBIBYTE;

	int maxOutputBytes = 10 * MEBIBYTE;

	long maxContextFileBytes = 5L * 1024 * MEBIBYTE;

	Limits limits = Limits.standard();

	List<Path> visible = List.of();

	boolean controlGroups = true;

	@Nullable Path ossDirectory;

	@Nullable Path skillsDirectory;

	AgentPlanner agentPlanner = (task) -> {
		throw new UnsupportedOperationException("The local runtime has no language model: give it an AgentPlanner");
	};

	@Nullable RuntimeClock clock;

	@Nullable Duration maxSessionTime;

	@Nullable PageModel pageModel;

	@Nullable String adbDevice;

	int adbServerPort = AdbServer.DEFAULT_PORT;

	Consumer<LocalAgentBay> shutdown = LocalAgentBay::close;

	LocalAgentBayBuilder() {
	}

	/**
	 * The key that clients need. Default: a random one.
	 * @param apiKey any text that is not blank
	 * @return this builder
	 */
	public LocalAgentBayBuilder apiKey(String apiKey) {
		if (apiKey.isBlank()) {
			throw new IllegalArgumentException("apiKey must not be blank");
		}
		this.apiKey = apiKey;
		return this;
	}

	/**
	 * The port to listen on. Default: 0, any that is free.
	 * @param port from 0 to 65535
	 * @return this builder
	 */
	public LocalAgentBayBuilder port(int port) {
		this.port = checkedPort("port", port);
		return this;
	}

	/**
	 * The address to listen on. Default: {@code 127.0.0.1}. Whoever reaches the runtime
	 * and has its key can run programs on this machine: leave the loopback only where
	 * something else keeps strangers out, such as a container whose port is mapped to the
	 * loopback address.
	 * @param host an address or a name of this machine, {@code 0.0.0.0} for all
	 * @return this builder
	 */
	public LocalAgentBayBuilder host(String host) {
		if (host.isBlank()) {
			throw new IllegalArgumentException("host must not be blank");
		}
		this.host = host;
		return this;
	}

	/**
	 * Further names by which clients call this machine. Addresses, the machine's own
	 * name, names without a dot and those of local domains need not be given; any other
	 * is refused, so that no web page can lead a name of its own here. Default: none.
	 * @param names the names
	 * @return this builder
	 */
	public LocalAgentBayBuilder allowedHosts(String... names) {
		this.allowedHosts = List.of(names);
		return this;
	}

	/**
	 * Speak https on a further port. Unless {@link #tlsKeyStore} is called, the
	 * certificate is made at start, for {@code localhost}, the loopback addresses and
	 * {@link #host}; it is good for a year. Default: only http.
	 * @param port from 0 to 65535, 0 for any that is free
	 * @return this builder
	 */
	public LocalAgentBayBuilder tlsPort(int port) {
		this.tlsPort = checkedPort("tlsPort", port);
		return this;
	}

	/**
	 * Where to write what clients need to trust the certificate:
	 * {@value #CERTIFICATE_FILE} and the trust store {@value #TRUST_STORE_FILE} with the
	 * password {@value #TRUST_STORE_PASSWORD}. Default: nowhere.
	 * @param directory a directory, made when it does not exist
	 * @return this builder
	 */
	public LocalAgentBayBuilder tlsDirectory(Path directory) {
		this.tlsDirectory = directory;
		return this;
	}

	/**
	 * The key to speak https with. Default: one made at start.
	 * @param keyStore a key store of any type that the JVM knows, with one key
	 * @param password the password of the store and of the key
	 * @return this builder
	 */
	public LocalAgentBayBuilder tlsKeyStore(Path keyStore, String password) {
		this.tlsKeyStore = keyStore;
		this.tlsKeyStorePassword = password;
		return this;
	}

	/**
	 * Where files are kept. Default: a temporary directory.
	 * @param dataDirectory a directory, made when it does not exist; the sessions' files
	 * in it are removed at the end, the directory itself and the contexts in it are not
	 * @return this builder
	 */
	public LocalAgentBayBuilder dataDirectory(Path dataDirectory) {
		this.dataDirectory = dataDirectory;
		return this;
	}

	/**
	 * What sessions see of the machine, read-only, beside its programs and libraries in
	 * {@code /usr} and the configuration in {@code /etc} that these need, such as a
	 * directory of {@code /opt}. Default: nothing.
	 * @param paths absolute paths of files and directories; what does not exist is left
	 * out
	 * @return this builder
	 */
	public LocalAgentBayBuilder visible(Path... paths) {
		for (Path path : paths) {
			if (!path.isAbsolute() || path.normalize().getNameCount() == 0) {
				throw new IllegalArgumentException("visible must have absolute paths below the root, not " + path);
			}
			if (SessionPaths.belongsToSessions(path.normalize())) {
				throw new IllegalArgumentException("visible must not have what sessions have of their own: " + path);
			}
		}
		this.visible = Arrays.stream(paths).map(Path::normalize).toList();
		return this;
	}

	/**
	 * How sessions are kept apart from the machine. Default: {@link Isolation#AUTO}.
	 * @param isolation the mode
	 * @return this builder
	 */
	public LocalAgentBayBuilder isolation(Isolation isolation) {
		this.isolation = isolation;
		return this;
	}

	/**
	 * What network sessions have. Default: {@link SessionNetwork#HOST}.
	 * @param network the network; any but the default needs sessions that are isolated
	 * @return this builder
	 */
	public LocalAgentBayBuilder network(SessionNetwork network) {
		this.network = network;
		return this;
	}

	/**
	 * Whether clients are told of the direct link, over which they then call tools.
	 * Default: true.
	 * @param directLink false to make them use the action {@code CallMcpTool}
	 * @return this builder
	 */
	public LocalAgentBayBuilder directLink(boolean directLink) {
		this.directLink = directLink;
		return this;
	}

	/**
	 * The images whose sessions have no direct link, as some of the service have none:
	 * clients then use the action {@code CallMcpTool}. Default: none.
	 * @param imagePatterns ids of images, in which {@code *} stands for any text
	 * @return this builder
	 */
	public LocalAgentBayBuilder withoutDirectLink(String... imagePatterns) {
		this.imagesWithoutDirectLink = patterns(imagePatterns);
		return this;
	}

	/**
	 * The images there are; a session of any other is refused, so that a mistyped id is
	 * found. Default: any, since accounts have images of their own.
	 * @param imagePatterns ids of images, in which {@code *} stands for any text, such as
	 * {@code *_latest} for those of the service
	 * @return this builder
	 */
	public LocalAgentBayBuilder images(String... imagePatterns) {
		this.images = patterns(imagePatterns);
		return this;
	}

	boolean hasImage(String imageId) {
		return this.images.isEmpty() || this.images.stream().anyMatch((pattern) -> pattern.matcher(imageId).matches());
	}

	private static List<Pattern> patterns(String... texts) {
		return Arrays.stream(texts)
			.map((text) -> Pattern.compile("\\Q" + text.strip().replace("*", "\\E.*\\Q") + "\\E"))
			.toList();
	}

	boolean hasDirectLink(String imageId) {
		return this.directLink
				&& this.imagesWithoutDirectLink.stream().noneMatch((pattern) -> pattern.matcher(imageId).matches());
	}

	/**
	 * Whether clients are told of the WebSocket, over which calls stream what they have
	 * to say. Default: true.
	 * @param webSocket false to offer none
	 * @return this builder
	 */
	public LocalAgentBayBuilder webSocket(boolean webSocket) {
		this.webSocket = webSocket;
		return this;
	}

	/**
	 * The size of the largest request, and of the largest piece of a file that is read at
	 * once. Default: 64 MiB.
	 * @param bytes at least 1024
	 * @return this builder
	 */
	public LocalAgentBayBuilder maxRequestBytes(int bytes) {
		this.maxRequestBytes = atLeastOneKibibyte("maxRequestBytes", bytes);
		return this;
	}

	/**
	 * How much a command's output and its error output may hold, each. What goes beyond
	 * is dropped, which the end of the error output then says. Default: 10 MiB.
	 * @param bytes at least 1024
	 * @return this builder
	 */
	public LocalAgentBayBuilder maxOutputBytes(int bytes) {
		this.maxOutputBytes = atLeastOneKibibyte("maxOutputBytes", bytes);
		return this;
	}

	/**
	 * The size of the largest file that can be sent to a context by its signed address.
	 * Default: 5 GiB.
	 * @param bytes at least 1024
	 * @return this builder
	 */
	public LocalAgentBayBuilder maxContextFileBytes(long bytes) {
		if (bytes < 1024) {
			throw new IllegalArgumentException("maxContextFileBytes must be at least 1024, not " + bytes);
		}
		this.maxContextFileBytes = bytes;
		return this;
	}

	/**
	 * How many processes and threads a session may have at the same time. What that means
	 * depends on the machine; see the documentation. Default: 1024.
	 * @param processes at least 10
	 * @return this builder
	 */
	public LocalAgentBayBuilder maxProcesses(int processes) {
		this.limits = new Limits(processes, this.limits.memoryBytes(), this.limits.diskBytes());
		return this;
	}

	/**
	 * How much memory the processes of a session may have together. Default: 2 GiB.
	 * @param bytes at least 16 MiB
	 * @return this builder
	 */
	public LocalAgentBayBuilder maxMemoryBytes(long bytes) {
		this.limits = new Limits(this.limits.processes(), bytes, this.limits.diskBytes());
		return this;
	}

	/**
	 * How much the files of a session may take. Default: 10 GiB.
	 * @param bytes at least 1 MiB
	 * @return this builder
	 */
	public LocalAgentBayBuilder maxDiskBytes(long bytes) {
		this.limits = new Limits(this.limits.processes(), this.limits.memoryBytes(), bytes);
		return this;
	}

	/**
	 * Whether the kernel keeps sessions below their limits where it can. False measures
	 * them, as is done where it cannot. Default: true.
	 */
	LocalAgentBayBuilder controlGroups(boolean controlGroups) {
		this.controlGroups = controlGroups;
		return this;
	}

	/**
	 * Where the buckets of the object storage are. Default: a temporary directory.
	 * @param ossDirectory a directory, made when it does not exist
	 * @return this builder
	 */
	public LocalAgentBayBuilder ossDirectory(Path ossDirectory) {
		this.ossDirectory = ossDirectory;
		return this;
	}

	/**
	 * Where the skills are that sessions can be given. Default: there are none.
	 * @param skillsDirectory a directory whose folders with a file {@code SKILL.md} are
	 * skills
	 * @return this builder
	 */
	public LocalAgentBayBuilder skillsDirectory(Path skillsDirectory) {
		this.skillsDirectory = skillsDirectory;
		return this;
	}

	/**
	 * Who does the tasks of agents. Default: nobody, tasks end as unsupported.
	 * @param agentPlanner does them, on threads of its own
	 * @return this builder
	 */
	public LocalAgentBayBuilder agentPlanner(AgentPlanner agentPlanner) {
		this.agentPlanner = agentPlanner;
		return this;
	}

	/**
	 * How long a session lives at most, however much it is used, on the runtime's clock;
	 * time that it sleeps counts. Default: as long as it is used.
	 * @param maxSessionTime more than zero
	 * @return this builder
	 */
	public LocalAgentBayBuilder maxSessionTime(Duration maxSessionTime) {
		if (maxSessionTime.isZero() || maxSessionTime.isNegative()) {
			throw new IllegalArgumentException("maxSessionTime must be positive, not " + maxSessionTime);
		}
		this.maxSessionTime = maxSessionTime;
		return this;
	}

	/**
	 * The clock by which sessions age. Default: the machine's.
	 * @param clock the clock, which is closed together with the runtime
	 * @return this builder
	 */
	public LocalAgentBayBuilder clock(RuntimeClock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * What understands the instructions that browsers are operated with, such as a
	 * language model. Default: rules that know plain English commands.
	 * @param pageModel the model
	 * @return this builder
	 */
	public LocalAgentBayBuilder pageModel(PageModel pageModel) {
		this.pageModel = pageModel;
		return this;
	}

	/**
	 * The real phone that the tools of all sessions with a phone work on. Default: none,
	 * each session has a simulated one. The server of {@code adb} has to run on this
	 * machine.
	 * @param serial the device, as {@code adb devices} names it
	 * @return this builder
	 */
	public LocalAgentBayBuilder adbDevice(String serial) {
		if (serial.isBlank()) {
			throw new IllegalArgumentException("adbDevice must not be blank");
		}
		this.adbDevice = serial;
		return this;
	}

	/**
	 * The port of the server of {@code adb} that knows {@link #adbDevice}. Default: 5037.
	 * @param port from 1 to 65535
	 * @return this builder
	 */
	public LocalAgentBayBuilder adbServerPort(int port) {
		if (port == 0) {
			throw new IllegalArgumentException("adbServerPort must be from 1 to 65535, not 0");
		}
		this.adbServerPort = checkedPort("adbServerPort", port);
		return this;
	}

	/**
	 * Whether the runtime is closed when the JVM exits. Switch that off where something
	 * else closes it in time, such as a container that first lets the users of the
	 * runtime finish: shutdown hooks run side by side. Default: true.
	 * @param hookShutdown whether to
	 * @return this builder
	 */
	public LocalAgentBayBuilder shutdownHook(boolean hookShutdown) {
		this.hookShutdown = hookShutdown;
		return this;
	}

	/**
	 * What is done when the JVM exits while the runtime is open. Default: it is closed.
	 */
	LocalAgentBayBuilder atShutdown(Consumer<LocalAgentBay> shutdown) {
		this.shutdown = shutdown;
		return this;
	}

	@Nullable AdbServer device() {
		return (this.adbDevice != null) ? new AdbServer(this.adbDevice, this.adbServerPort) : null;
	}

	LocalServer.Listening listening() {
		InetAddress address = address();
		if (!address.isLoopbackAddress()) {
			logger.warn("The local runtime listens on {}: whoever reaches it there and has its key can run programs",
					this.host);
		}
		if (this.tlsPort == null) {
			if (this.tlsDirectory != null || this.tlsKeyStore != null) {
				throw new IllegalStateException("tlsPort must be set for https to be served");
			}
			return new LocalServer.Listening(this.host, address, this.port, null, this.allowedHosts);
		}
		ServerIdentity identity = identity(address);
		if (this.tlsDirectory != null) {
			writeTrust(identity, this.tlsDirectory);
		}
		return new LocalServer.Listening(this.host, address, this.port, new LocalServer.Tls(this.tlsPort, identity),
				this.allowedHosts);
	}

	private InetAddress address() {
		try {
			return InetAddress.getByName(this.host);
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(
					"The name '%s' is not known: give an address or a name of this machine, ".formatted(this.host)
							+ "or 0.0.0.0 for all (host, --host)",
					ex);
		}
	}

	private ServerIdentity identity(InetAddress address) {
		if (this.tlsKeyStore == null) {
			return ServerIdentity
				.selfSigned(List.of("localhost", LOOPBACK, "::1", this.host, address.getHostAddress()));
		}
		String use = "key store (tlsKeyStore, --tls-key-store)";
		try {
			if (!Files.isRegularFile(this.tlsKeyStore)) {
				throw new IOException("it is not a file");
			}
			return ServerIdentity.read(this.tlsKeyStore, this.tlsKeyStorePassword);
		}
		catch (IOException ex) {
			throw PathFailure.of(this.tlsKeyStore, use, ex);
		}
	}

	private static void writeTrust(ServerIdentity identity, Path directory) {
		String use = "directory for the certificate (tlsDirectory, --tls-dir)";
		try {
			identity.writeTrust(PathFailure.made(directory, use));
		}
		catch (IOException ex) {
			throw PathFailure.of(directory, use, ex);
		}
	}

	/**
	 * Start a runtime.
	 * @return the runtime, ready to be called
	 * @throws IllegalStateException if the isolation asked for does not work here, a
	 * directory or a key store was given for https but no port, or a port is in use or
	 * cannot be opened
	 * @throws IllegalArgumentException if the name of the host is not known
	 * @throws UncheckedIOException if one of the directories or the key store cannot be
	 * used
	 */
	public LocalAgentBay start() {
		try {
			return new LocalAgentBay(new Wiring(this), this.hookShutdown, this.shutdown);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Files of the local runtime cannot be used: " + PathFailure.words(ex), ex);
		}
	}

	private static int checkedPort(String name, int port) {
		if (port < 0 || port > 65535) {
			throw new IllegalArgumentException(name + " must be from 0 to 65535, not " + port);
		}
		return port;
	}

	private static int atLeastOneKibibyte(String name, int bytes) {
		if (bytes < 1024) {
			throw new IllegalArgumentException(name + " must be at least 1024, not " + bytes);
		}
		return bytes;
	}

}
