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

package io.agentbay.local.internal.action;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import io.agentbay.local.internal.account.Account;
import io.agentbay.local.internal.account.Skills.Skill;
import io.agentbay.local.internal.context.ContextRefusedException;
import io.agentbay.local.internal.mount.MountRequest;
import io.agentbay.local.internal.mount.Mounts;
import io.agentbay.local.internal.session.EndedSession;
import io.agentbay.local.internal.session.Session;
import io.agentbay.local.internal.session.SessionPage;
import io.agentbay.local.internal.session.SessionRequest;
import io.agentbay.local.internal.session.SessionStatus;
import io.agentbay.local.internal.session.Sessions;
import io.agentbay.local.internal.tool.Nature;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sessions: from their creation to their end.
 */
public final class SessionActions implements ActionGroup {

	private static final Logger logger = LoggerFactory.getLogger(SessionActions.class);

	static final String DEFAULT_IMAGE = "linux_latest";

	private static final int DEFAULT_IDLE_SECONDS = 300;

	private static final int MAX_IDLE_SECONDS = 7 * 24 * 60 * 60;

	private static final int DEFAULT_IDLE_MINUTES = 5;

	private static final int MAX_MINUTES = 365 * 24 * 60;

	private static final int DEFAULT_PAGE = 10;

	private static final int MAX_PAGE = 100;

	private final JsonMapper mapper;

	private final Predicate<String> images;

	private final Sessions sessions;

	private final SessionRecord record;

	private final Mounts mounts;

	private final Account account;

	public SessionActions(JsonMapper mapper, Sessions sessions, SessionRecord record, Mounts mounts, Account account,
			Predicate<String> images) {
		this.images = images;
		this.account = account;
		this.mapper = mapper;
		this.sessions = sessions;
		this.record = record;
		this.mounts = mounts;
	}

	@Override
	public Map<String, Action> actions() {
		return Map
			.of("CreateMcpSession",
					Action.of(
							Nature.real(
									"the image decides which [tools](#images) there are; `ExtraConfigs` is checked in "
											+ "each of its forms, and clients do by commands what it asks for"),
							this::create),
					"GetSession", this::get, "GetSessionDetail", this::detail, "ListSession", this::list,
					"DeleteSessionAsync", this::delete, "ReleaseMcpSession", this::delete, "RefreshSessionIdleTime",
					this::refresh, "GetMcpResource",
					Action.of(
							Nature
								.simulated("the resource URL tells the session's status, it does not show the desktop"),
							this::resource));
	}

	private ActionReply create(ActionRequest request) throws IOException {
		ExtraConfigs.check(this.mapper, request);
		String imageId = request.text("ImageId", DEFAULT_IMAGE);
		if (!this.images.test(imageId)) {
			throw new ActionException(400, "InvalidImageId.NotFound",
					"Image " + imageId + " is none of those that this runtime was told there are");
		}
		List<Skill> skills = checkedSkills(request);
		List<MountRequest> contexts = contexts(request);
		SessionRequest asked = new SessionRequest(imageId, Labels.read(this.mapper, request.text("Labels")),
				idleRelease(request), maxRuntime(request), request.text("McpPolicyId"), request.text("LoginRegionId"));
		Session session;
		try {
			session = this.sessions.create(asked);
		}
		catch (IOException ex) {
			logger.error("A session could not be created", ex);
			return ActionReply.of(Map.of("Success", false, "ErrMsg",
					"The runtime cannot make the files of a session: " + ex.getClass().getSimpleName(), "ErrorCode",
					"SessionCreation.Failed"));
		}
		mount(session, contexts);
		if (request.flag("LoadSkill")) {
			SkillLoading.load(skills, session.sandbox());
		}
		Map<String, Object> data = this.record.of(session, request);
		data.put("ErrMsg", "");
		data.put("ErrorCode", "");
		return ActionReply.of(data);
	}

	/** What tells minutes from seconds is that a longest time comes with them. */
	private static @Nullable Duration idleRelease(ActionRequest request) {
		if (request.flag("ManualRelease")) {
			if (request.text("Timeout") != null || request.text("MaxRuntime") != null) {
				throw ActionException.invalid("ManualRelease", "must not be true together with Timeout or MaxRuntime");
			}
			return null;
		}
		return (request.text("MaxRuntime") != null)
				? Duration.ofMinutes(request.integer("Timeout", DEFAULT_IDLE_MINUTES, 1, MAX_MINUTES))
				: Duration.ofSeconds(request.integer("Timeout", DEFAULT_IDLE_SECONDS, 1, MAX_IDLE_SECONDS));
	}

	private static @Nullable Duration maxRuntime(ActionRequest request) {
		return (request.text("MaxRuntime") != null)
				? Duration.ofMinutes(request.integer("MaxRuntime", MAX_MINUTES, 1, MAX_MINUTES)) : null;
	}

	private List<Skill> checkedSkills(ActionRequest request) throws IOException {
		List<String> names = AccountActions.names(this.mapper, request, "Skills");
		String networkId = request.text("NetworkId");
		try {
			if (networkId != null) {
				this.account.networks().get(networkId);
			}
			return this.account.skills().require(names);
		}
		catch (ContextRefusedException ex) {
			throw new ActionException(400, ex.code(), String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * What cannot be mounted is an HTTP error here, as not all clients look at the rest
	 * of the answer when a session is created.
	 */
	private List<MountRequest> contexts(ActionRequest request) throws IOException {
		try {
			List<MountRequest> contexts = MountRequest.read(this.mapper, request.text("PersistenceDataList"));
			this.mounts.check(contexts);
			return contexts;
		}
		catch (ContextRefusedException ex) {
			throw new ActionException(400, ex.code(), String.valueOf(ex.getMessage()));
		}
	}

	private void mount(Session session, List<MountRequest> contexts) {
		try {
			this.mounts.mount(session, contexts);
		}
		catch (IOException ex) {
			this.sessions.delete(session);
			throw new ActionException(400, "Mount.Failed", String.valueOf(ex.getMessage()));
		}
		catch (RuntimeException ex) {
			this.sessions.delete(session);
			throw (ex instanceof ContextRefusedException refused)
					? new ActionException(400, refused.code(), String.valueOf(ex.getMessage())) : ex;
		}
	}

	private ActionReply get(ActionRequest request) {
		Session session = this.sessions.get(request.required("SessionId"));
		Map<String, Object> data = this.record.of(session, request);
		data.put("Status", session.status().name());
		data.put("contexts",
				this.mounts.bindings(session)
					.stream()
					.map((binding) -> Map.of("id", binding.contextId(), "name", binding.contextName()))
					.toList());
		return ActionReply.of(data);
	}

	private ActionReply detail(ActionRequest request) {
		String id = request.required("SessionId");
		Optional<EndedSession> ended = this.sessions.findEnded(id);
		if (ended.isPresent()) {
			return detail(ended.get().number(), ended.get().appInstanceId(), ended.get().request(),
					SessionStatus.FINISH);
		}
		Session session = this.sessions.get(id);
		return detail(session.number(), session.appInstanceId(), session.request(), session.status());
	}

	private static ActionReply detail(long number, String appInstanceId, SessionRequest asked, SessionStatus status) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("Id", number);
		data.put("AppInstanceId", appInstanceId);
		data.put("EndReason", "");
		data.put("ImageId", asked.imageId());
		data.put("IsDeleted", (status == SessionStatus.FINISH) ? 1 : 0);
		data.put("PolicyId", Objects.requireNonNullElse(asked.policyId(), ""));
		data.put("RegionId", Objects.requireNonNullElse(asked.regionId(), ""));
		data.put("Status", status.name());
		return ActionReply.of(data);
	}

	private ActionReply list(ActionRequest request) {
		Map<String, String> labels = Labels.read(this.mapper, request.text("Labels"));
		String status = request.text("Status");
		String imageId = request.text("ImageId");
		Predicate<Session> filter = (session) -> session.labels().entrySet().containsAll(labels.entrySet())
				&& (status == null || status.equalsIgnoreCase(session.status().name()))
				&& (imageId == null || imageId.equals(session.request().imageId()));
		int max = request.integer("MaxResults", DEFAULT_PAGE, 1, MAX_PAGE);
		SessionPage page = this.sessions.list(filter, PageToken.read(request.text("NextToken")), max);
		List<Map<String, String>> data = page.sessions()
			.stream()
			.map((session) -> Map.of("SessionId", session.id(), "SessionStatus", session.status().name(),
					"AppInstanceId", session.appInstanceId(), "ImageId", session.request().imageId()))
			.toList();
		String next = page.last() ? "" : PageToken.after(page.sessions().get(page.sessions().size() - 1).number());
		return ActionReply.page(data, max, next, page.total());
	}

	private ActionReply delete(ActionRequest request) {
		this.sessions.delete(this.sessions.get(request.required("SessionId")));
		return ActionReply.empty();
	}

	private ActionReply refresh(ActionRequest request) {
		this.sessions.touch(this.sessions.getUsable(request.required("SessionId")));
		return ActionReply.empty();
	}

	private ActionReply resource(ActionRequest request) {
		Session session = this.sessions.getUsable(request.required("SessionId"));
		return ActionReply
			.of(Map.of("SessionId", session.id(), "ResourceUrl", this.record.resourceUrl(session, request.endpoint()),
					"DesktopInfo", Map.of("AppId", "agentbay-local", "AuthCode", "", "ConnectionProperties", "{}",
							"ResourceId", session.resourceId(), "ResourceType", "AIAgent", "Ticket", "")));
	}

}
