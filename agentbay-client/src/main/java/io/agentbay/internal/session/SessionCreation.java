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

package io.agentbay.internal.session;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.agentbay.context.ContextMount;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.FailureKind;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.api.CreateSessionRequest;
import io.agentbay.internal.api.PersistenceData;
import io.agentbay.internal.api.SessionData;
import io.agentbay.internal.device.PhoneSettings;
import io.agentbay.internal.http.Deadline;
import io.agentbay.internal.http.Polling;
import io.agentbay.mobile.MobileExtraConfig;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.LifecyclePolicy;
import io.agentbay.session.Session;
import io.agentbay.session.SessionDetails;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Creates sessions, exactly one each time: every session carries a label of its own, by
 * which it is found when the answer is lost.
 */
final class SessionCreation {

	private static final Logger logger = LoggerFactory.getLogger(SessionCreation.class);

	private static final Polling LOOKUP = new Polling(Duration.ofMillis(200), Duration.ofSeconds(2));

	private static final Duration LOOKUP_LIMIT = Duration.ofSeconds(20);

	private static final String IMAGE_WITH_MOUNTS = "aio-ubuntu-2404";

	private final AgentBayApi api;

	private final LabelledSessions sessions;

	private final Duration limit;

	private final @Nullable String regionId;

	private final String sdkVersion;

	SessionCreation(AgentBayApi api, Duration limit, @Nullable String regionId, String sdkVersion) {
		this.api = api;
		this.sessions = new LabelledSessions(api);
		this.limit = limit;
		this.regionId = regionId;
		this.sdkVersion = sdkVersion;
	}

	/**
	 * Create a session.
	 * @param params what kind of session
	 * @param reserved the labels it carries beside its own, with its mark among them
	 * @return the session; an {@link OutcomeUnknownException} when it may exist
	 * nevertheless
	 */
	Mono<Created> create(CreateSessionOptions params, Map<String, String> reserved) {
		return Deadline.within(this.limit,
				this.api.createMcpSession(request(params, reserved))
					.map((reply) -> created(reply, reserved))
					.onErrorResume(OutcomeUnknownException.class, (lost) -> find(reserved, lost)));
	}

	private CreateSessionRequest request(CreateSessionOptions params, Map<String, String> reserved) {
		LifecyclePolicy policy = params.lifecyclePolicy();
		return new CreateSessionRequest(params.imageId(), Labels.merged(params.labels(), reserved), idleRelease(params),
				(policy != null) ? minutes(policy.maxRuntime()) : null, policy != null && policy.isManualRelease(),
				contexts(params), params.policyId(), params.networkId(), params.enableBrowserReplay(), this.regionId,
				params.loadSkills(), params.skillNames(), sdkStats(params.framework()),
				extraConfigs(params.mobileConfig()));
	}

	private static List<PersistenceData> contexts(CreateSessionOptions params) {
		if (!params.contextMounts().isEmpty() && isWithoutMounts(params.imageId())) {
			logger.warn(
					"Sessions of {} may have no mounts: what is written at {} would stay in the session, "
							+ "and be lost with it. The service's guide names the image {}",
					(params.imageId() != null) ? "the image " + params.imageId() : "the default image",
					params.contextMounts().stream().map(ContextMount::path).toList(), IMAGE_WITH_MOUNTS);
		}
		return Stream.concat(params.allContextSyncs().stream(), params.contextMounts().stream())
			.map(PersistenceData::of)
			.toList();
	}

	/** What images that somebody has made can do is not known. */
	private static boolean isWithoutMounts(@Nullable String imageId) {
		return imageId == null || imageId.endsWith("_latest");
	}

	/** In minutes if there is a longest time as well, by which they are recognised. */
	private static @Nullable Long idleRelease(CreateSessionOptions params) {
		if (params.lifecyclePolicy() != null) {
			return minutes(params.lifecyclePolicy().idleReleaseTimeout());
		}
		return (params.idleReleaseTimeout() != null) ? params.idleReleaseTimeout().toSeconds() : null;
	}

	private static @Nullable Long minutes(@Nullable Duration time) {
		return (time != null) ? time.toMinutes() : null;
	}

	/**
	 * The SDKs disagree on the form of these fields; it is the one of Python, where they
	 * are seen to arrive. That the settings take effect does not depend on them.
	 */
	private static Map<String, Object> extraConfigs(@Nullable MobileExtraConfig config) {
		return (config != null) ? PhoneSettings.parameters(config, "ExtraConfigs.Mobile.") : Map.of();
	}

	private Map<String, Object> sdkStats(String framework) {
		Map<String, Object> stats = new LinkedHashMap<>();
		stats.put("source", "sdk");
		stats.put("sdk_language", "java-spring");
		stats.put("sdk_version", this.sdkVersion);
		stats.put("is_release", !this.sdkVersion.endsWith("SNAPSHOT"));
		stats.put("framework", framework);
		return stats;
	}

	private static Created created(ApiReply<SessionData> reply, Map<String, String> reserved) {
		if (!reply.success()) {
			return Created.nothing(reply.outcome(), reserved, isVague(reply.outcome()));
		}
		SessionData data = reply.data();
		if (data == null || Boolean.FALSE.equals(data.success())) {
			String reason = (data != null) ? data.errorMessage() : null;
			return Created.nothing(
					refusal((data != null) ? data.errorCode() : null,
							Objects.requireNonNullElse(reason, "Session creation failed"), reply),
					reserved, data == null);
		}
		String sessionId = data.sessionId();
		if (sessionId == null || sessionId.isBlank()) {
			return Created.nothing(refusal(null, "SessionId not found in response", reply), reserved, true);
		}
		return Created.of(reply.outcome(), SessionService.details(sessionId, data), reserved);
	}

	/** An inner failure or a time-out may have struck after the session was made. */
	private static boolean isVague(Outcome outcome) {
		return outcome.failedWith(FailureKind.TIMEOUT) || outcome.failedWith(FailureKind.SERVICE);
	}

	private static Outcome refusal(@Nullable String code, String message, ApiReply<SessionData> reply) {
		return Outcome.failure(FailureKind.SERVICE, code, message, reply.requestId());
	}

	/** Lists are eventually consistent: keep looking for a while. */
	private Mono<Created> find(Map<String, String> reserved, OutcomeUnknownException lost) {
		logger.warn("The answer to creating a session was lost; looking for the session by its label {}", reserved);
		Mono<Optional<String>> lookup = this.sessions.carrying(reserved)
			.next()
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.onErrorResume(AgentBayException.class, (ex) -> Mono.just(Optional.empty()));
		return LOOKUP.until(lookup, Optional::isPresent, LOOKUP_LIMIT)
			.flatMap((found) -> found.map((sessionId) -> adopt(sessionId, reserved, lost))
				.orElseGet(() -> Mono.error(notFound(reserved, lost))))
			// The client was closed meanwhile.
			.onErrorMap(IllegalStateException.class,
					(ex) -> unknown(lost, "its answer was lost, and looking for the session was broken off", ex));
	}

	private Mono<Created> adopt(String sessionId, Map<String, String> reserved, OutcomeUnknownException lost) {
		return this.api.getSession(sessionId).map((reply) -> {
			SessionData data = reply.data();
			if (data == null) {
				throw reply.success() ? lost : reply.outcome().toException();
			}
			return Created.of(reply.outcome(), SessionService.details(sessionId, data), reserved);
		})
			.onErrorMap(AgentBayException.class, (ex) -> unknown(lost, "its answer was lost; session " + sessionId
					+ " was found, but what it offers could not be read. It will be ended", ex));
	}

	private static OutcomeUnknownException notFound(Map<String, String> reserved, OutcomeUnknownException lost) {
		return unknown(lost, "its answer was lost, and no session shows up with the label " + reserved
				+ ". If one appears later, it will be ended", lost);
	}

	private static OutcomeUnknownException unknown(OutcomeUnknownException lost, String known, Exception cause) {
		return new OutcomeUnknownException(known, lost.details(), cause);
	}

	/**
	 * What creating a session led to. Without a session that can be used there may still
	 * be one.
	 */
	record Created(Outcome outcome, @Nullable SessionDetails session, Map<String, String> reservedLabels,
			boolean mayExist) {

		static Created of(Outcome outcome, SessionDetails session, Map<String, String> reservedLabels) {
			return new Created(outcome, session, reservedLabels, true);
		}

		static Created nothing(Outcome outcome, Map<String, String> reservedLabels, boolean mayExist) {
			return new Created(outcome, null, reservedLabels, mayExist);
		}

	}

}
