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

package io.agentbay.local.internal.mount;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.agentbay.local.clock.RuntimeClock;
import io.agentbay.local.clock.RuntimeClock.Alarm;
import io.agentbay.local.fault.Fault;
import io.agentbay.local.fault.Faults;
import io.agentbay.local.internal.context.ContextFiles;
import io.agentbay.local.internal.context.ContextPath;
import io.agentbay.local.internal.context.ContextRefusedException;
import io.agentbay.local.internal.context.Contexts;
import io.agentbay.local.internal.mount.CopyTask.Progress;
import io.agentbay.local.internal.path.SharedFolder;
import io.agentbay.local.internal.session.Session;
import io.agentbay.local.internal.session.SessionStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contexts of all sessions.
 */
public final class Mounts {

	/**
	 * Where the files of single transfers are found in every session.
	 */
	public static final String TRANSFER_PATH = "/tmp/file-transfer/";

	private static final Logger logger = LoggerFactory.getLogger(Mounts.class);

	private final Map<String, SessionMounts> bySession = new ConcurrentHashMap<>();

	private final Contexts contexts;

	private final RuntimeClock clock;

	private final Faults faults;

	private final Executor copiers;

	private final Map<Mount, Alarm> savings = new ConcurrentHashMap<>();

	/**
	 * Begin without any mount.
	 * @param contexts the storage
	 * @param clock tells when copying begins and ends
	 * @param faults makes copying fail
	 * @param copiers copies
	 */
	public Mounts(Contexts contexts, RuntimeClock clock, Faults faults, Executor copiers) {
		this.contexts = contexts;
		this.clock = clock;
		this.faults = faults;
		this.copiers = copiers;
	}

	/**
	 * Refuse what cannot be mounted in any session.
	 * @param requests what is to be mounted
	 * @throws ContextRefusedException if a context, or the folder of it that is asked
	 * for, is missing or being emptied, or paths are in each other's way
	 * @throws IOException if it cannot be looked at
	 */
	public void check(List<MountRequest> requests) throws IOException {
		for (MountRequest request : requests) {
			ContextFiles files = this.contexts.files(request.contextId());
			if (request.live() != null) {
				files.requireFolder(request.live().source());
			}
		}
		MountRules.checkTogether(requests);
	}

	/**
	 * Mount contexts, and begin to load those that are copied.
	 * @param session the session
	 * @param requests what to mount: all or nothing
	 * @throws ContextRefusedException if it cannot be mounted
	 * @throws IOException if a live one cannot be put into the session; those before it
	 * are
	 */
	public void mount(Session session, List<MountRequest> requests) throws IOException {
		if (requests.isEmpty()) {
			return;
		}
		check(requests);
		SessionMounts mounts = of(session);
		List<Mount> added = new ArrayList<>();
		synchronized (mounts) {
			requireAlive(session);
			mounts.requireFree(requests);
			share(session, mounts, requests.stream().filter((request) -> request.live() != null).toList());
			try {
				for (MountRequest request : requests) {
					if (request.live() == null) {
						added.add(mount(session, request, false));
					}
				}
				mounts.add(added);
			}
			catch (RuntimeException ex) {
				added.forEach((mount) -> this.contexts.endUse(mount.request().contextId()));
				throw ex;
			}
		}
		added.forEach((mount) -> {
			load(mounts, mount);
			saveLater(session, mounts, mount);
		});
	}

	/**
	 * What can be refused is refused before anything is mounted, for nothing is ever
	 * unmounted.
	 */
	private void share(Session session, SessionMounts mounts, List<MountRequest> requests) throws IOException {
		List<SharedFolder> folders = new ArrayList<>();
		for (MountRequest request : requests) {
			LiveConfig live = Objects.requireNonNull(request.live());
			List<String> names = MountRules.prepare(session.sandbox(), request);
			folders.add(this.contexts.files(request.contextId()).share(live.source(), names, live.readOnly()));
		}
		for (int index = 0; index < requests.size(); index++) {
			MountRequest request = requests.get(index);
			this.contexts.beginUse(request.contextId());
			boolean mounted = false;
			try {
				session.sandbox().share(folders.get(index));
				mounts.add(new LiveMount(request, this.clock.now()));
				mounted = true;
			}
			finally {
				if (!mounted) {
					this.contexts.endUse(request.contextId());
				}
			}
		}
	}

	/**
	 * A session that sleeps changes no files.
	 */
	private void saveLater(Session session, SessionMounts mounts, Mount mount) {
		Duration period = mount.request().policy().period();
		if (period == null || !mount.request().policy().autoUpload() || mount.isEnding()) {
			return;
		}
		this.savings.put(mount, this.clock.schedule(period, () -> {
			if (session.status() == SessionStatus.RUNNING) {
				start(mounts, mount, CopyMode.UPLOAD, mount.request().writtenPath(), true,
						() -> mount.upload(ContextPath.ROOT, false));
			}
			saveLater(session, mounts, mount);
		}));
	}

	private Mount mount(Session session, MountRequest request, boolean internal) {
		ContextFiles files = this.contexts.beginUse(request.contextId());
		return new Mount(request, this.clock.now(), internal, files,
				new SessionFiles(session.sandbox(), request.path()));
	}

	private void load(SessionMounts mounts, Mount mount) {
		boolean copy = mount.request().policy().autoDownload();
		start(mounts, mount, CopyMode.DOWNLOAD, mount.request().writtenPath(), true, () -> {
			if (copy) {
				mount.download(ContextPath.ROOT);
			}
			else {
				mount.prepare();
			}
		});
	}

	/**
	 * Begin to copy.
	 * @param session the session
	 * @param contextId the context; {@code null} for all of the session
	 * @param path a file or directory; {@code null} for all of the context
	 * @param mode which way
	 * @throws ContextRefusedException if the session has no such context there
	 */
	public void sync(Session session, @Nullable String contextId, @Nullable String path, CopyMode mode) {
		SessionMounts mounts = this.bySession.getOrDefault(session.id(), new SessionMounts());
		if (contextId != null) {
			this.contexts.get(contextId);
		}
		List<Mount> candidates = (contextId != null) ? mounts.of(contextId) : mounts.all();
		if (path == null) {
			if (contextId != null && candidates.isEmpty()) {
				throw notBound(contextId, "");
			}
			candidates.forEach((mount) -> sync(mounts, mount, mount.request().writtenPath(), ContextPath.ROOT, mode));
			return;
		}
		ContextPath whole = ContextPath.of(path);
		Mount mount = candidates.stream()
			.filter((candidate) -> whole.startsWith(candidate.request().path()))
			.max(Comparator.comparingInt((candidate) -> candidate.request().path().names().size()))
			.or(() -> candidates.stream()
				.filter(Mount::isInternal)
				.findFirst()
				.map((transfer) -> anywhere(session, transfer)))
			.orElseThrow(() -> notBound((contextId != null) ? contextId : "of any kind", " at or above " + path));
		sync(mounts, mount, path, whole.after(mount.request().path()), mode);
	}

	/**
	 * Single files go to any place and come from any, under the same path in the storage.
	 */
	private Mount anywhere(Session session, Mount transfer) {
		String contextId = transfer.request().contextId();
		return new Mount(new MountRequest(contextId, "/", ContextPath.ROOT, SyncPolicy.ON_REQUEST), this.clock.now(),
				true, this.contexts.files(contextId), new SessionFiles(session.sandbox(), ContextPath.ROOT));
	}

	private void sync(SessionMounts mounts, Mount mount, String written, ContextPath part, CopyMode mode) {
		start(mounts, mount, mode, written, part.isRoot(), () -> {
			if (mode == CopyMode.UPLOAD) {
				mount.upload(part, true);
			}
			else {
				mount.download(part);
			}
			this.contexts.touch(mount.request().contextId());
		});
	}

	private static ContextRefusedException notBound(String contextId, String where) {
		return new ContextRefusedException("Context.NotBound", "The session has no context " + contextId + where);
	}

	/**
	 * Find the context by which single files are transferred, or make it.
	 * @param session the session
	 * @return its id
	 * @throws IOException if it cannot be made
	 */
	public String transferContext(Session session) throws IOException {
		SessionMounts mounts = of(session);
		synchronized (mounts) {
			requireAlive(session);
			Mount mount = mounts.internal().orElse(null);
			if (mount == null) {
				String id = this.contexts.createInternal("file-transfer-" + session.id());
				mount = mount(session,
						new MountRequest(id, TRANSFER_PATH, ContextPath.of(TRANSFER_PATH), SyncPolicy.ON_REQUEST),
						true);
				mounts.add(List.of(mount));
				mount.prepare();
			}
			return mount.request().contextId();
		}
	}

	/**
	 * What is being copied, or was.
	 * @param session the session
	 * @param filter which tasks
	 * @param contextId the context asked for, if any
	 * @return the tasks, oldest first
	 */
	public List<Progress> tasks(Session session, Predicate<Progress> filter, @Nullable String contextId) {
		SessionMounts mounts = this.bySession.get(session.id());
		return (mounts == null) ? List.of() : mounts
			.tasks(filter.and((task) -> contextId == null || contextId.equals(task.contextId())), contextId != null);
	}

	/**
	 * What is mounted.
	 * @param session the session
	 * @return the contexts that users have mounted, in the order they did
	 */
	public List<Binding> bindings(Session session) {
		SessionMounts mounts = this.bySession.get(session.id());
		return (mounts == null) ? List.of()
				: Stream
					.concat(mounts.all().stream().map((mount) -> binding(mount.request(), mount.since())),
							mounts.live().stream().map((mount) -> binding(mount.request(), mount.since())))
					.sorted(Comparator.comparing(Binding::since))
					.toList();
	}

	private Binding binding(MountRequest request, Instant since) {
		return new Binding(request.contextId(), this.contexts.get(request.contextId()).name(), request.writtenPath(),
				request.writtenPolicy(), since);
	}

	/**
	 * The contexts that are mounted.
	 * @param session the session
	 * @return their ids
	 */
	public Set<String> contextIds(Session session) {
		SessionMounts mounts = this.bySession.get(session.id());
		return (mounts == null) ? Set.of() : mounts.contextIds();
	}

	/**
	 * Save what is to be saved without being asked for, and let the contexts go. Called
	 * once for every session, when nothing runs in it any more and its files are still
	 * there.
	 * @param session the session
	 */
	public void release(Session session) {
		SessionMounts mounts = this.bySession.get(session.id());
		if (mounts == null) {
			return;
		}
		for (Mount mount : mounts.end()) {
			try {
				release(session, mounts, mount);
			}
			catch (IOException | RuntimeException ex) {
				logger.error("Context {} of session {} could not be let go properly", mount.request().contextId(),
						session.id(), ex);
			}
		}
		mounts.live().forEach((mount) -> this.contexts.endUse(mount.request().contextId()));
		this.bySession.remove(session.id());
	}

	private void release(Session session, SessionMounts mounts, Mount mount) throws IOException {
		String contextId = mount.request().contextId();
		SyncPolicy policy = mount.request().policy();
		Alarm saving = this.savings.remove(mount);
		if (saving != null) {
			saving.cancel();
		}
		try {
			if (policy.autoUpload()) {
				save(session, mounts, mount);
			}
		}
		finally {
			if (!mount.isInternal()) {
				this.contexts.recycle(contextId, mount.base(), policy.recycled(), policy.lifecycle());
			}
			this.contexts.endUse(contextId);
		}
		if (mount.isInternal()) {
			this.contexts.deleteInternal(contextId);
		}
	}

	private void save(Session session, SessionMounts mounts, Mount mount) {
		CopyTask task = new CopyTask(mount, mount.request().writtenPath(), CopyMode.UPLOAD, this.clock.now());
		mounts.watch(task, true);
		String error = carryOut(task, () -> mount.upload(ContextPath.ROOT, false));
		if (error != null) {
			logger.error("Context {} was not saved when session {} ended: {}", mount.request().contextId(),
					session.id(), error);
		}
	}

	private SessionMounts of(Session session) {
		return this.bySession.computeIfAbsent(session.id(), (id) -> new SessionMounts());
	}

	/**
	 * A session that is ending may have been released already: what is mounted then would
	 * never be let go.
	 */
	private void requireAlive(Session session) {
		if (session.status() == SessionStatus.DELETING) {
			throw SessionMounts.gone();
		}
	}

	private void start(SessionMounts mounts, Mount mount, CopyMode mode, String path, boolean whole,
			Failures.Work work) {
		CopyTask task = new CopyTask(mount, path, mode, this.clock.now());
		mounts.watch(task, whole);
		this.copiers.execute(() -> carryOut(task, work));
	}

	private @Nullable String carryOut(CopyTask task, Failures.Work work) {
		String error = "The local runtime failed";
		try {
			strike(this.faults.take("context-" + task.mode().wireName()), work);
			error = null;
		}
		catch (IOException | RuntimeException ex) {
			error = Failures.reason(ex);
		}
		finally {
			task.end(this.clock.now(), error);
		}
		return error;
	}

	private static void strike(@Nullable Fault fault, Failures.Work work) throws IOException {
		if (fault instanceof Fault.Answer answer) {
			throw new Failures.CopyException(answer.body());
		}
		if (fault instanceof Fault.Delay delay) {
			pause(delay.duration());
		}
		if (fault == null || fault instanceof Fault.Delay || fault instanceof Fault.LateAnswer
				|| fault instanceof Fault.Drop drop && drop.handled()) {
			work.run();
		}
		if (fault instanceof Fault.LateAnswer late) {
			pause(late.duration());
		}
		else if (fault != null && !(fault instanceof Fault.Delay)) {
			throw new Failures.CopyException("The connection to the storage broke, as a test wanted it");
		}
	}

	private static void pause(Duration duration) throws IOException {
		try {
			Thread.sleep(duration.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Failures.CopyException("The runtime was closed");
		}
	}

	/**
	 * A context in a session.
	 *
	 * @param contextId the context
	 * @param contextName its name
	 * @param path where it is mounted
	 * @param policy its policy as the client wrote it, if it did
	 * @param since when it was mounted
	 */
	public record Binding(String contextId, String contextName, String path, @Nullable String policy, Instant since) {
	}

}
