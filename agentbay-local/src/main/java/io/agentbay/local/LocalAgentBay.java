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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.agentbay.local.agent.AgentPlanner;
import io.agentbay.local.browser.PageModel;
import io.agentbay.local.clock.RuntimeClock;
import io.agentbay.local.clock.SystemClock;
import io.agentbay.local.fault.Faults;
import io.agentbay.local.internal.account.Account;
import io.agentbay.local.internal.account.Skills;
import io.agentbay.local.internal.account.Volumes;
import io.agentbay.local.internal.action.Actions;
import io.agentbay.local.internal.action.ToolCalls;
import io.agentbay.local.internal.adb.AdbHandset;
import io.agentbay.local.internal.adb.AdbServer;
import io.agentbay.local.internal.adb.PhoneShell;
import io.agentbay.local.internal.agent.Agents;
import io.agentbay.local.internal.browser.Browsers;
import io.agentbay.local.internal.catalogue.ToolCatalogue;
import io.agentbay.local.internal.channel.Channels;
import io.agentbay.local.internal.context.ContextRefusedException;
import io.agentbay.local.internal.context.Contexts;
import io.agentbay.local.internal.context.FileUrls;
import io.agentbay.local.internal.http.Connections;
import io.agentbay.local.internal.http.LocalServer;
import io.agentbay.local.internal.limit.Limits;
import io.agentbay.local.internal.mount.Mounts;
import io.agentbay.local.internal.path.SessionPaths;
import io.agentbay.local.internal.phone.Phone;
import io.agentbay.local.internal.phone.Phones;
import io.agentbay.local.internal.picture.Pictures;
import io.agentbay.local.internal.sandbox.Sandboxes;
import io.agentbay.local.internal.session.Links;
import io.agentbay.local.internal.session.Sessions;
import io.agentbay.local.internal.tls.ServerIdentity;
import io.agentbay.local.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * AgentBay on this machine: a server that speaks the service's protocol and really does
 * the work. It wants its key, and listens on the loopback address only unless it is told
 * otherwise.
 *
 * <pre class="code">
 * try (LocalAgentBay agentBay = LocalAgentBay.builder().start()) {
 *     // point a client at agentBay.endpoint() with agentBay.apiKey()
 * }
 * </pre>
 *
 * Closing it ends all sessions, their processes and their files. Should the JVM exit
 * without that, a shutdown hook does it.
 */
public final class LocalAgentBay implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(LocalAgentBay.class);

	private final Deque<Runnable> closers = new ArrayDeque<>();

	private final Thread shutdownHook;

	private final String apiKey;

	private final Journal journal = new Journal();

	private final Faults faults = new Faults();

	private final Networks networks = new Networks();

	private final Path ossDirectory;

	private final Sandboxes sandboxes;

	private final Contexts contexts;

	private final Sessions sessions;

	private final Actions actions;

	private final ToolCatalogue tools;

	private final Channels channels;

	private final LocalServer server;

	private LocalAgentBay(Builder settings) throws IOException {
		warnOfNames();
		this.apiKey = settings.apiKey;
		JsonMapper mapper = mapper(settings.maxRequestBytes);
		DataDirectory directory = DataDirectory.open(settings.dataDirectory);
		this.closers.push(directory::close);
		try {
			this.sandboxes = new Sandboxes(directory.sessions(), settings.isolation, settings.maxOutputBytes,
					settings.limits, settings.visible, settings.controlGroups);
			this.closers.push(this.sandboxes::close);
			this.ossDirectory = Files.createDirectories(
					(settings.ossDirectory != null) ? settings.ossDirectory : directory.sessions().resolve("oss"));
			RuntimeClock clock = Objects.requireNonNullElseGet(settings.clock, SystemClock::new);
			this.closers.push(clock::close);
			Connections connections = new Connections();
			this.closers.push(connections::close);
			ExecutorService workers = Workers.forCalls();
			this.closers.push(() -> Workers.end(workers));
			ExecutorService cleaners = Workers.forCleaning();
			this.closers.push(() -> Workers.end(cleaners));
			this.contexts = new Contexts(mapper, directory.contexts(), directory.transfers(), clock, cleaners);
			this.closers.push(this.contexts::close);
			ExecutorService copiers = Workers.forCopying();
			this.closers.push(() -> Workers.end(copiers));
			ExecutorService agentWorkers = Workers.forAgents();
			this.closers.push(() -> Workers.end(agentWorkers));
			Agents agents = new Agents(settings.agentPlanner, agentWorkers);
			ExecutorService phoneWorkers = Workers.forPhones();
			this.closers.push(() -> Workers.end(phoneWorkers));
			Mounts mounts = new Mounts(this.contexts, directory.staging(), clock, this.faults, copiers);
			this.sessions = new Sessions(this.sandboxes, clock, cleaners, (session) -> {
				agents.end(session.sandbox());
				mounts.release(session);
			}, settings.maxSessionTime);
			this.closers.push(this.sessions::close);
			ScheduledExecutorService watchers = Workers.forWatching();
			this.closers.push(() -> Workers.end(watchers));
			FileUrls urls = new FileUrls(clock);
			Links links = new Links();
			Browsers browsers = new Browsers(mapper, workers, settings.pageModel);
			AdbServer device = settings.device();
			Phones phones = (device != null) ? (sandbox) -> new AdbHandset(device) : Phone::of;
			Pictures pictures = new Pictures(clock::now);
			this.tools = new ToolCatalogue(mapper, pictures, settings.maxRequestBytes, settings.maxOutputBytes,
					this.ossDirectory, agents, watchers, browsers, phones);
			ToolCalls calls = new ToolCalls(this.sessions, this.tools);
			this.actions = new Actions(mapper, this.sessions, links, this.tools, calls, this.contexts, urls, mounts,
					new Account(this.networks, new Skills(settings.skillsDirectory), new Volumes(clock), clock::now),
					browsers,
					new Actions.Adb(settings.host, phoneWorkers,
							(sandbox) -> (device != null) ? device : new PhoneShell(sandbox)),
					settings::hasDirectLink, settings.webSocket);
			this.channels = new Channels(mapper, this.sessions, this.tools, workers, this.journal, this.faults, clock);
			this.server = LocalServer.start(connections, settings.listening(), this.apiKey, settings.maxRequestBytes,
					new LocalServer.Services(mapper, this.actions, this.sessions, links, calls, this.channels,
							this.contexts, urls, pictures, browsers, settings.maxContextFileBytes, workers, this.faults,
							this.journal, clock));
			this.closers.push(this.server::close);
			pictures.serveAt(this.server.endpoint());
		}
		catch (IOException | RuntimeException | Error ex) {
			closeParts();
			throw ex;
		}
		this.shutdownHook = new Thread(() -> settings.shutdown.accept(this), "agentbay-local-shutdown");
		if (settings.hookShutdown) {
			Runtime.getRuntime().addShutdownHook(this.shutdownHook);
		}
	}

	/**
	 * Begin to describe a runtime.
	 * @return a builder that holds the defaults
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * The address at which clients reach it.
	 * @return a URI without path, e.g. {@code http://127.0.0.1:39021}
	 */
	public URI endpoint() {
		return this.server.endpoint();
	}

	/**
	 * The address at which clients reach it by https.
	 * @return a URI without path, or nothing unless {@link Builder#tlsPort} asked for it
	 */
	public Optional<URI> tlsEndpoint() {
		return this.server.tlsEndpoint();
	}

	/**
	 * The port it listens on.
	 * @return the port
	 */
	public int port() {
		return this.server.port();
	}

	/**
	 * The key that clients need.
	 * @return the key
	 */
	public String apiKey() {
		return this.apiKey;
	}

	/**
	 * How its sessions are isolated.
	 * @return {@link Isolation#BUBBLEWRAP} or {@link Isolation#HOST}, never
	 * {@link Isolation#AUTO}
	 */
	public Isolation isolation() {
		return this.sandboxes.isolation();
	}

	/**
	 * The sessions that live, those on their way down included.
	 * @return their ids, oldest first
	 */
	public List<String> liveSessionIds() {
		return this.sessions.ids();
	}

	/**
	 * Let the browser of a session tell its user something, such as that there is a
	 * captcha: a browser here never does so by itself. What the user answers is in the
	 * journal, under the {@code action} of the answer.
	 * @param sessionId the session
	 * @param message the message: {@code type}, {@code id}, {@code code},
	 * {@code message}, {@code action} and {@code extraParams}
	 * @return how many clients are connected by a WebSocket and were told
	 * @throws io.agentbay.local.internal.session.SessionNotFoundException if there is no
	 * such session
	 */
	public int notifyBrowserUser(String sessionId, Map<String, ?> message) {
		return this.channels.notifyOfBrowser(sessionId, message);
	}

	/**
	 * The actions it offers.
	 */
	Actions actions() {
		return this.actions;
	}

	/**
	 * The tools it offers.
	 */
	ToolCatalogue tools() {
		return this.tools;
	}

	/**
	 * What arrived at the doors.
	 * @return the journal, which goes on growing
	 */
	public Journal journal() {
		return this.journal;
	}

	/**
	 * What is to go wrong.
	 * @return the place to ask for faults
	 */
	public Faults faults() {
		return this.faults;
	}

	/**
	 * The networks that sessions can join.
	 * @return the place to bind them
	 */
	public Networks networks() {
		return this.networks;
	}

	/**
	 * Where the buckets of the object storage are: each folder in it is one, and each
	 * file in a bucket an object.
	 * @return a directory, which goes with the runtime unless it was given
	 */
	public Path ossDirectory() {
		return this.ossDirectory;
	}

	/**
	 * Begin anew, as a test may want to: end all sessions and wait for it, delete all
	 * contexts, call off all faults and empty the journal. Takes some milliseconds.
	 * Settings, volumes, networks and the buckets of the object storage stay as they are.
	 * @throws IllegalStateException if a session does not end within 10 s, or a context
	 * cannot be deleted
	 */
	public void reset() {
		this.faults.clear();
		this.sessions.endAll();
		this.sessions.forgetEnded();
		try {
			this.contexts.deleteAll();
		}
		catch (IOException | ContextRefusedException ex) {
			throw new IllegalStateException("Not all contexts could be deleted", ex);
		}
		this.journal.clear();
	}

	/**
	 * End everything: connections, sessions, their processes and files. Takes some
	 * milliseconds; at the worst, with processes that do not go, some 20 s. No effect
	 * when it is closed already.
	 */
	@Override
	public void close() {
		try {
			Runtime.getRuntime().removeShutdownHook(this.shutdownHook);
		}
		catch (IllegalStateException ex) {
			// The JVM is on its way down: the hook does the same, whoever comes first.
		}
		closeParts();
	}

	private synchronized void closeParts() {
		while (!this.closers.isEmpty()) {
			this.closers.pop().run();
		}
	}

	/** What the JVM makes of names it learns at its start, and then cannot be changed. */
	private static void warnOfNames() {
		String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
		if (!encoding.equalsIgnoreCase("UTF-8")) {
			logger.warn("This JVM runs in a locale with the encoding {}: it cannot use names of files beyond that. "
					+ "Start it with LC_ALL=C.UTF-8", encoding);
		}
	}

	private static JsonMapper mapper(int maxTextLength) {
		StreamReadConstraints constraints = StreamReadConstraints.builder().maxStringLength(maxTextLength).build();
		return new JsonMapper(JsonFactory.builder().streamReadConstraints(constraints).build());
	}

	/**
	 * Describes a runtime.
	 */
	public static final class Builder {

		private static final int MEBIBYTE = 1024 * 1024;

		private static final String LOOPBACK = "127.0.0.1";

		private String apiKey = "akm-" + UUID.randomUUID();

		private String host = LOOPBACK;

		private int port;

		private List<String> allowedHosts = List.of();

		private @Nullable Integer tlsPort;

		private @Nullable Path tlsDirectory;

		private @Nullable Path tlsKeyStore;

		private String tlsKeyStorePassword = "";

		private @Nullable Path dataDirectory;

		private Isolation isolation = Isolation.AUTO;

		private boolean directLink = true;

		private List<Pattern> imagesWithoutDirectLink = List.of();

		private boolean webSocket = true;

		private boolean hookShutdown = true;

		private int maxRequestBytes = 64 * MEBIBYTE;

		private int maxOutputBytes = 10 * MEBIBYTE;

		private long maxContextFileBytes = 5L * 1024 * MEBIBYTE;

		private Limits limits = Limits.standard();

		private List<Path> visible = List.of();

		private boolean controlGroups = true;

		private @Nullable Path ossDirectory;

		private @Nullable Path skillsDirectory;

		private AgentPlanner agentPlanner = (task) -> {
			throw new UnsupportedOperationException("The local runtime has no language model: give it an AgentPlanner");
		};

		private @Nullable RuntimeClock clock;

		private @Nullable Duration maxSessionTime;

		private @Nullable PageModel pageModel;

		private @Nullable String adbDevice;

		private int adbServerPort = AdbServer.DEFAULT_PORT;

		private Consumer<LocalAgentBay> shutdown = LocalAgentBay::close;

		private Builder() {
		}

		/**
		 * The key that clients need. Default: a random one.
		 * @param apiKey any text that is not blank
		 * @return this builder
		 */
		public Builder apiKey(String apiKey) {
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
		public Builder port(int port) {
			this.port = checkedPort("port", port);
			return this;
		}

		/**
		 * The address to listen on. Default: {@code 127.0.0.1}. Whoever reaches the
		 * runtime and has its key can run programs on this machine: choose another one
		 * only where something else keeps strangers out, such as a container whose port
		 * is mapped to the loopback address.
		 * @param host an address or a name of this machine, {@code 0.0.0.0} for all
		 * @return this builder
		 */
		public Builder host(String host) {
			if (host.isBlank()) {
				throw new IllegalArgumentException("host must not be blank");
			}
			this.host = host;
			return this;
		}

		/**
		 * Further names by which clients call this machine. Addresses, the machine's own
		 * name, names without a dot and those of local domains need not be given; any
		 * other is refused, so that no web page can lead a name of its own here. Default:
		 * none.
		 * @param names the names
		 * @return this builder
		 */
		public Builder allowedHosts(String... names) {
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
		public Builder tlsPort(int port) {
			this.tlsPort = checkedPort("tlsPort", port);
			return this;
		}

		/**
		 * Where to write what clients need to trust the certificate:
		 * {@value ServerIdentity#PEM_FILE} and the trust store
		 * {@value ServerIdentity#TRUST_STORE_FILE} with the password
		 * {@value ServerIdentity#TRUST_STORE_PASSWORD}. Default: nowhere.
		 * @param directory a directory, made when it does not exist
		 * @return this builder
		 */
		public Builder tlsDirectory(Path directory) {
			this.tlsDirectory = directory;
			return this;
		}

		/**
		 * The key to speak https with. Default: one made at start.
		 * @param keyStore a key store of any type that the JVM knows, with one key
		 * @param password the password of the store and of the key
		 * @return this builder
		 */
		public Builder tlsKeyStore(Path keyStore, String password) {
			this.tlsKeyStore = keyStore;
			this.tlsKeyStorePassword = password;
			return this;
		}

		/**
		 * Where files are kept. Default: a temporary directory.
		 * @param dataDirectory a directory, made when it does not exist; the sessions'
		 * files in it are removed at the end, the directory itself and the contexts in it
		 * are not
		 * @return this builder
		 */
		public Builder dataDirectory(Path dataDirectory) {
			this.dataDirectory = dataDirectory;
			return this;
		}

		/**
		 * What sessions see of the machine, read-only, beside its programs and libraries
		 * in {@code /usr} and the configuration in {@code /etc} that these need, such as
		 * a directory of {@code /opt}. Default: nothing.
		 * @param paths absolute paths of files and directories; what does not exist is
		 * left out
		 * @return this builder
		 */
		public Builder visible(Path... paths) {
			for (Path path : paths) {
				if (!path.isAbsolute() || path.normalize().getNameCount() == 0) {
					throw new IllegalArgumentException("visible must have absolute paths below the root, not " + path);
				}
				if (SessionPaths.belongsToSessions(path.normalize())) {
					throw new IllegalArgumentException(
							"visible must not have what sessions have of their own: " + path);
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
		public Builder isolation(Isolation isolation) {
			this.isolation = isolation;
			return this;
		}

		/**
		 * Whether clients are told of the direct link, over which they then call tools.
		 * Default: true.
		 * @param directLink false to make them use the action {@code CallMcpTool}
		 * @return this builder
		 */
		public Builder directLink(boolean directLink) {
			this.directLink = directLink;
			return this;
		}

		/**
		 * The images whose sessions have no direct link, as some of the service have
		 * none: clients then use the action {@code CallMcpTool}. Default: none.
		 * @param imagePatterns ids of images, in which {@code *} stands for any text
		 * @return this builder
		 */
		public Builder withoutDirectLink(String... imagePatterns) {
			this.imagesWithoutDirectLink = Arrays.stream(imagePatterns)
				.map((pattern) -> Pattern.compile("\\Q" + pattern.strip().replace("*", "\\E.*\\Q") + "\\E"))
				.toList();
			return this;
		}

		private boolean hasDirectLink(String imageId) {
			return this.directLink
					&& this.imagesWithoutDirectLink.stream().noneMatch((pattern) -> pattern.matcher(imageId).matches());
		}

		/**
		 * Whether clients are told of the WebSocket, over which calls stream what they
		 * have to say. Default: true.
		 * @param webSocket false to offer none
		 * @return this builder
		 */
		public Builder webSocket(boolean webSocket) {
			this.webSocket = webSocket;
			return this;
		}

		/**
		 * The size of the largest request, and of the largest piece of a file that is
		 * read at once. Default: 64 MiB.
		 * @param bytes at least 1024
		 * @return this builder
		 */
		public Builder maxRequestBytes(int bytes) {
			this.maxRequestBytes = atLeastOneKibibyte("maxRequestBytes", bytes);
			return this;
		}

		/**
		 * How much a command's output and its error output may hold, each. What goes
		 * beyond is dropped, which the end of the error output then says. Default: 10
		 * MiB.
		 * @param bytes at least 1024
		 * @return this builder
		 */
		public Builder maxOutputBytes(int bytes) {
			this.maxOutputBytes = atLeastOneKibibyte("maxOutputBytes", bytes);
			return this;
		}

		/**
		 * The size of the largest file that can be sent to a context by its signed
		 * address. Default: 5 GiB.
		 * @param bytes at least 1024
		 * @return this builder
		 */
		public Builder maxContextFileBytes(long bytes) {
			if (bytes < 1024) {
				throw new IllegalArgumentException("maxContextFileBytes must be at least 1024, not " + bytes);
			}
			this.maxContextFileBytes = bytes;
			return this;
		}

		/**
		 * How many processes and threads a session may have at the same time. What that
		 * means depends on the machine; see the documentation. Default: 1024.
		 * @param processes at least 10
		 * @return this builder
		 */
		public Builder maxProcesses(int processes) {
			this.limits = new Limits(processes, this.limits.memoryBytes(), this.limits.diskBytes());
			return this;
		}

		/**
		 * How much memory the processes of a session may have together. Default: 2 GiB.
		 * @param bytes at least 16 MiB
		 * @return this builder
		 */
		public Builder maxMemoryBytes(long bytes) {
			this.limits = new Limits(this.limits.processes(), bytes, this.limits.diskBytes());
			return this;
		}

		/**
		 * How much the files of a session may take. Default: 10 GiB.
		 * @param bytes at least 1 MiB
		 * @return this builder
		 */
		public Builder maxDiskBytes(long bytes) {
			this.limits = new Limits(this.limits.processes(), this.limits.memoryBytes(), bytes);
			return this;
		}

		/**
		 * Whether the kernel keeps sessions below their limits where it can. False
		 * measures them, as is done where it cannot. Default: true.
		 */
		Builder controlGroups(boolean controlGroups) {
			this.controlGroups = controlGroups;
			return this;
		}

		/**
		 * Where the buckets of the object storage are. Default: a temporary directory.
		 * @param ossDirectory a directory, made when it does not exist
		 * @return this builder
		 */
		public Builder ossDirectory(Path ossDirectory) {
			this.ossDirectory = ossDirectory;
			return this;
		}

		/**
		 * Where the skills are that sessions can be given. Default: there are none.
		 * @param skillsDirectory a directory whose folders with a file {@code SKILL.md}
		 * are skills
		 * @return this builder
		 */
		public Builder skillsDirectory(Path skillsDirectory) {
			this.skillsDirectory = skillsDirectory;
			return this;
		}

		/**
		 * Who does the tasks of agents. Default: nobody, tasks end as unsupported.
		 * @param agentPlanner does them, on threads of its own
		 * @return this builder
		 */
		public Builder agentPlanner(AgentPlanner agentPlanner) {
			this.agentPlanner = agentPlanner;
			return this;
		}

		/**
		 * How long a session lives at most, however much it is used, on the runtime's
		 * clock; time that it sleeps counts. Default: as long as it is used.
		 * @param maxSessionTime more than zero
		 * @return this builder
		 */
		public Builder maxSessionTime(Duration maxSessionTime) {
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
		public Builder clock(RuntimeClock clock) {
			this.clock = clock;
			return this;
		}

		/**
		 * What understands the instructions that browsers are operated with, such as a
		 * language model. Default: rules that know plain English commands.
		 * @param pageModel the model
		 * @return this builder
		 */
		public Builder pageModel(PageModel pageModel) {
			this.pageModel = pageModel;
			return this;
		}

		/**
		 * The real phone that the tools of all sessions with a phone work on. Default:
		 * none, each session has a simulated one. The server of {@code adb} has to run on
		 * this machine.
		 * @param serial the device, as {@code adb devices} names it
		 * @return this builder
		 */
		public Builder adbDevice(String serial) {
			if (serial.isBlank()) {
				throw new IllegalArgumentException("adbDevice must not be blank");
			}
			this.adbDevice = serial;
			return this;
		}

		/**
		 * The port of the server of {@code adb} that knows {@link #adbDevice}. Default:
		 * 5037.
		 * @param port from 1 to 65535
		 * @return this builder
		 */
		public Builder adbServerPort(int port) {
			if (port == 0) {
				throw new IllegalArgumentException("adbServerPort must be from 1 to 65535, not 0");
			}
			this.adbServerPort = checkedPort("adbServerPort", port);
			return this;
		}

		/**
		 * Whether the runtime is closed when the JVM exits. Switch that off where
		 * something else closes it in time, such as a container that first lets the users
		 * of the runtime finish: shutdown hooks run side by side. Default: true.
		 * @param hookShutdown whether to
		 * @return this builder
		 */
		public Builder shutdownHook(boolean hookShutdown) {
			this.hookShutdown = hookShutdown;
			return this;
		}

		/**
		 * What is done when the JVM exits while the runtime is open. Default: it is
		 * closed.
		 */
		Builder atShutdown(Consumer<LocalAgentBay> shutdown) {
			this.shutdown = shutdown;
			return this;
		}

		private @Nullable AdbServer device() {
			return (this.adbDevice != null) ? new AdbServer(this.adbDevice, this.adbServerPort) : null;
		}

		private LocalServer.Listening listening() throws IOException {
			if (!this.host.equals(LOOPBACK)) {
				logger.warn(
						"The local runtime listens on {}: whoever reaches it there and has its key can run programs",
						this.host);
			}
			if (this.tlsPort == null) {
				if (this.tlsDirectory != null || this.tlsKeyStore != null) {
					throw new IllegalStateException("tlsPort must be set for https to be served");
				}
				return new LocalServer.Listening(this.host, this.port, null, this.allowedHosts);
			}
			ServerIdentity identity = (this.tlsKeyStore != null)
					? ServerIdentity.read(this.tlsKeyStore, this.tlsKeyStorePassword)
					: ServerIdentity.selfSigned(List.of("localhost", LOOPBACK, "::1", this.host));
			if (this.tlsDirectory != null) {
				identity.writeTrust(this.tlsDirectory);
			}
			return new LocalServer.Listening(this.host, this.port, new LocalServer.Tls(this.tlsPort, identity),
					this.allowedHosts);
		}

		/**
		 * Start a runtime.
		 * @return the runtime, ready to be called
		 * @throws IllegalStateException if the isolation asked for does not work here, or
		 * a directory or a key store was given for https but no port
		 * @throws UncheckedIOException if the data directory, the key store or the
		 * directory for the certificate cannot be used
		 * @throws reactor.netty.ChannelBindException if the port is taken
		 */
		public LocalAgentBay start() {
			try {
				return new LocalAgentBay(this);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The local runtime cannot be started", ex);
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

}
