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
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

import io.agentbay.local.clock.RuntimeClock;
import io.agentbay.local.clock.SystemClock;
import io.agentbay.local.fault.Faults;
import io.agentbay.local.internal.account.Account;
import io.agentbay.local.internal.account.BoundSkills;
import io.agentbay.local.internal.account.Skills;
import io.agentbay.local.internal.account.Volumes;
import io.agentbay.local.internal.action.AccountActions;
import io.agentbay.local.internal.action.Actions;
import io.agentbay.local.internal.action.BrowserActions;
import io.agentbay.local.internal.action.ContextActions;
import io.agentbay.local.internal.action.ContextFileActions;
import io.agentbay.local.internal.action.LabelActions;
import io.agentbay.local.internal.action.LinkActions;
import io.agentbay.local.internal.action.MountActions;
import io.agentbay.local.internal.action.PauseActions;
import io.agentbay.local.internal.action.PhoneActions;
import io.agentbay.local.internal.action.SessionActions;
import io.agentbay.local.internal.action.SessionRecord;
import io.agentbay.local.internal.action.SkillActions;
import io.agentbay.local.internal.action.ToolActions;
import io.agentbay.local.internal.action.ToolCalls;
import io.agentbay.local.internal.adb.AdbHandset;
import io.agentbay.local.internal.adb.AdbServer;
import io.agentbay.local.internal.adb.PhoneShell;
import io.agentbay.local.internal.agent.Agents;
import io.agentbay.local.internal.browser.Browsers;
import io.agentbay.local.internal.catalogue.ToolCatalogue;
import io.agentbay.local.internal.channel.Channels;
import io.agentbay.local.internal.context.Contexts;
import io.agentbay.local.internal.context.FileUrls;
import io.agentbay.local.internal.http.Connections;
import io.agentbay.local.internal.http.LocalServer;
import io.agentbay.local.internal.mount.Mounts;
import io.agentbay.local.internal.phone.Phone;
import io.agentbay.local.internal.phone.Phones;
import io.agentbay.local.internal.picture.Pictures;
import io.agentbay.local.internal.sandbox.Sandboxes;
import io.agentbay.local.internal.session.Links;
import io.agentbay.local.internal.session.Sessions;
import io.agentbay.local.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parts of a runtime and how they hang together. They are closed in the opposite
 * order, also when one of them cannot be made.
 */
final class Wiring implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Wiring.class);

	final String apiKey;

	final Journal journal = new Journal();

	final Faults faults = new Faults();

	final Networks networks = new Networks();

	final Path ossDirectory;

	final Sandboxes sandboxes;

	final Contexts contexts;

	final Sessions sessions;

	final Actions actions;

	final ToolCatalogue tools;

	final Channels channels;

	final LocalServer server;

	private final Deque<Runnable> closers = new ArrayDeque<>();

	private final JsonMapper mapper;

	private final RuntimeClock clock;

	private final Links links = new Links();

	Wiring(LocalAgentBayBuilder settings) throws IOException {
		warnOfNames();
		this.apiKey = settings.apiKey;
		this.mapper = mapper(settings.maxRequestBytes);
		DataDirectory directory = DataDirectory.open(settings.dataDirectory);
		this.closers.push(directory::close);
		try {
			this.sandboxes = closed(
					new Sandboxes(Sessions::newId, directory.sessions(), settings.isolation, settings.network,
							settings.maxOutputBytes, settings.limits, settings.visible, settings.controlGroups),
					Sandboxes::close);
			this.ossDirectory = PathFailure.made(
					(settings.ossDirectory != null) ? settings.ossDirectory : directory.sessions().resolve("oss"),
					"directory of the object storage (ossDirectory, --oss-dir)");
			this.clock = closed(Objects.requireNonNullElseGet(settings.clock, SystemClock::new), RuntimeClock::close);
			Connections connections = closed(new Connections(), Connections::close);
			ExecutorService workers = closed(Workers.forCalls(), Workers::end);
			ExecutorService cleaners = closed(Workers.forCleaning(), Workers::end);
			this.contexts = closed(
					new Contexts(this.mapper, directory.contexts(), directory.transfers(), this.clock, cleaners),
					Contexts::close);
			ExecutorService copiers = closed(Workers.forCopying(), Workers::end);
			Mounts mounts = new Mounts(this.contexts, this.clock, this.faults, copiers);
			Agents agents = new Agents(settings.agentPlanner, closed(Workers.forAgents(), Workers::end));
			ExecutorService phoneWorkers = closed(Workers.forPhones(), Workers::end);
			this.sessions = closed(new Sessions(this.sandboxes, this.clock, cleaners, (session) -> {
				agents.end(session.sandbox());
				mounts.release(session);
			}, settings.maxSessionTime), Sessions::close);
			Browsers browsers = new Browsers(this.mapper, workers, settings.pageModel);
			AdbServer device = settings.device();
			Phones phones = (device != null) ? (sandbox) -> new AdbHandset(device) : Phone::of;
			Pictures pictures = new Pictures(this.clock::now);
			this.tools = new ToolCatalogue(this.mapper, pictures, settings.maxRequestBytes, settings.maxOutputBytes,
					this.ossDirectory, agents, closed(Workers.forWatching(), Workers::end), browsers, phones);
			ToolCalls calls = new ToolCalls(this.sessions, this.tools);
			FileUrls urls = new FileUrls(this.clock);
			this.actions = actions(settings, calls, urls, mounts, copiers, browsers, new PhoneActions.Adb(settings.host,
					phoneWorkers, (sandbox) -> (device != null) ? device : new PhoneShell(sandbox)));
			this.channels = new Channels(this.mapper, this.sessions, this.tools, workers, this.journal, this.faults,
					this.clock);
			this.server = closed(LocalServer.start(settings.listening(),
					new LocalServer.Admission(this.apiKey, settings.maxRequestBytes),
					new LocalServer.Means(this.mapper, connections, workers, this.faults, this.journal, this.clock),
					new LocalServer.Services(this.actions, this.sessions, this.links, calls, this.channels, browsers),
					new LocalServer.Files(this.contexts, urls, settings.maxContextFileBytes, pictures)),
					LocalServer::close);
			pictures.serveAt(this.server.endpoint());
		}
		catch (IOException | RuntimeException | Error ex) {
			close();
			throw ex;
		}
	}

	private Actions actions(LocalAgentBayBuilder settings, ToolCalls calls, FileUrls urls, Mounts mounts,
			ExecutorService copiers, Browsers browsers, PhoneActions.Adb adb) {
		Skills skills = new Skills(settings.skillsDirectory);
		Account account = new Account(this.networks, skills, new Volumes(this.clock), this.clock::now);
		SessionRecord record = new SessionRecord(this.tools, settings::hasDirectLink, settings.webSocket);
		BrowserActions browser = new BrowserActions(this.mapper, this.sessions, this.links, browsers);
		return new Actions(new AccountActions(this.mapper, account, this.sessions),
				List.of(new SessionActions(this.mapper, this.sessions, record, mounts, account, settings::hasImage),
						new SkillActions(this.mapper, skills, new BoundSkills(skills, this.contexts, copiers)),
						new PauseActions(this.sessions), new LabelActions(this.mapper, this.sessions), browser,
						new LinkActions(this.sessions, this.links, browser::link),
						new PhoneActions(this.mapper, this.sessions, this.tools, adb),
						new ToolActions(this.mapper, this.tools, calls),
						new ContextActions(this.contexts, this.sessions, mounts),
						new ContextFileActions(this.contexts, urls),
						new MountActions(this.mapper, this.sessions, mounts)));
	}

	/**
	 * Remember how a part is closed.
	 */
	private <T> T closed(T part, Consumer<T> closer) {
		this.closers.push(() -> closer.accept(part));
		return part;
	}

	@Override
	public synchronized void close() {
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

}
