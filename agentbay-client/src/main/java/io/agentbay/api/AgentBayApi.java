package io.agentbay.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.agentbay.observation.CallObserver;
import io.agentbay.transport.Endpoint;
import io.agentbay.transport.Json;
import io.agentbay.transport.ReliableCaller;
import io.agentbay.transport.Secret;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * The actions of the service, one method each: typed request in, typed reply out. What
 * the service refused is a failed {@link ApiReply}; what prevented an answer is an error.
 */
public final class AgentBayApi {

	private final ApiCaller caller;

	private final Duration responseTimeout;

	/**
	 * Create the API.
	 * @param caller gets answers to requests
	 * @param observer observes each call
	 * @param endpoint where the service is
	 * @param apiKey the key to it
	 * @param responseTimeout how long to wait for an answer
	 */
	public AgentBayApi(ReliableCaller caller, CallObserver observer, Endpoint endpoint, Secret apiKey,
			Duration responseTimeout) {
		this.caller = new ApiCaller(caller, observer, endpoint, apiKey);
		this.responseTimeout = responseTimeout;
	}

	/**
	 * Start a session: action {@code CreateMcpSession}.
	 * @param request what kind of session
	 * @return the record of the session
	 */
	public Mono<ApiReply<SessionData>> createMcpSession(CreateSessionRequest request) {
		return call(Action.CREATE_MCP_SESSION, null, request::parameters, data(SessionData.class));
	}

	/**
	 * Read the record of a session: action {@code GetSession}.
	 * @param sessionId the session
	 * @return the record
	 */
	public Mono<ApiReply<SessionData>> getSession(String sessionId) {
		return call(Action.GET_SESSION, sessionId, forSession(sessionId), data(SessionData.class));
	}

	/**
	 * Read the status of a session: action {@code GetSessionDetail}.
	 * @param sessionId the session
	 * @return its status
	 */
	public Mono<ApiReply<SessionDetailData>> getSessionDetail(String sessionId) {
		return call(Action.GET_SESSION_DETAIL, sessionId, () -> new Parameters().inQuery("SessionId", sessionId),
				data(SessionDetailData.class));
	}

	/**
	 * Read a page of the sessions that are alive: action {@code ListSession}.
	 * @param request which sessions, and which page
	 * @return the page
	 */
	public Mono<ApiReply<Page<SessionEntry>>> listSession(ListSessionsRequest request) {
		return call(Action.LIST_SESSION, null, request::parameters, page(SessionEntry.class));
	}

	/**
	 * Begin to end a session: action {@code DeleteSessionAsync}.
	 * @param sessionId the session
	 * @return whether the service began
	 */
	public Mono<ApiReply<Void>> deleteSessionAsync(String sessionId) {
		return call(Action.DELETE_SESSION_ASYNC, sessionId, forSession(sessionId), nothing());
	}

	/**
	 * Begin to put a session to sleep: action {@code PauseSessionAsync}.
	 * @param sessionId the session
	 * @return whether the service began
	 */
	public Mono<ApiReply<Void>> pauseSessionAsync(String sessionId) {
		return call(Action.PAUSE_SESSION_ASYNC, sessionId, forSession(sessionId), nothing());
	}

	/**
	 * Begin to wake a session: action {@code ResumeSessionAsync}.
	 * @param sessionId the session
	 * @return whether the service began
	 */
	public Mono<ApiReply<Void>> resumeSessionAsync(String sessionId) {
		return call(Action.RESUME_SESSION_ASYNC, sessionId, forSession(sessionId), nothing());
	}

	/**
	 * Restart the idle time of a session: action {@code RefreshSessionIdleTime}.
	 * @param sessionId the session
	 * @return whether the service did
	 */
	public Mono<ApiReply<Void>> refreshSessionIdleTime(String sessionId) {
		return call(Action.REFRESH_SESSION_IDLE_TIME, sessionId, forSession(sessionId), nothing());
	}

	/**
	 * Read the desktop resource of a session: action {@code GetMcpResource}.
	 * @param sessionId the session
	 * @return the resource
	 */
	public Mono<ApiReply<ResourceData>> getMcpResource(String sessionId) {
		return call(Action.GET_MCP_RESOURCE, sessionId, forSession(sessionId), data(ResourceData.class));
	}

	/**
	 * Replace the labels of a session: action {@code SetLabel}.
	 * @param sessionId the session
	 * @param labels the labels
	 * @return whether the service did
	 */
	public Mono<ApiReply<Void>> setLabel(String sessionId, Map<String, String> labels) {
		return call(Action.SET_LABEL, sessionId,
				() -> new Parameters().with("SessionId", sessionId).withJson("Labels", labels), nothing());
	}

	/**
	 * Read the labels of a session: action {@code GetLabel}.
	 * @param sessionId the session
	 * @return the labels
	 */
	public Mono<ApiReply<Map<String, String>>> getLabel(String sessionId) {
		return call(Action.GET_LABEL, sessionId, forSession(sessionId), AgentBayApi::labels);
	}

	/**
	 * Read the address of a port of a session: action {@code GetLink}.
	 * @param sessionId the session
	 * @param protocol the protocol of the address, {@code null} for the service's choice
	 * @param port the port in the session, {@code null} for the browser's
	 * @param option an option of the protocol, {@code null} for none
	 * @return the address
	 */
	public Mono<ApiReply<String>> getLink(String sessionId, @Nullable String protocol, @Nullable Integer port,
			@Nullable String option) {
		return call(Action.GET_LINK, sessionId,
				() -> new Parameters().with("SessionId", sessionId)
					.with("ProtocolType", protocol)
					.with("Port", port)
					.with("Option", option),
				AgentBayApi::url);
	}

	/**
	 * Call a tool in a session: action {@code CallMcpTool}.
	 * @param request the tool and its arguments
	 * @return the content that the tool answered
	 */
	public Mono<ApiReply<JsonNode>> callMcpTool(CallToolRequest request) {
		Duration limit = (request.readTimeout() != null) ? request.readTimeout() : this.responseTimeout;
		return this.caller.call(new ApiCall(Action.CALL_MCP_TOOL, request.sessionId(), request::parameters, limit,
				request.connectTimeout()), AgentBayApi::unwrapped);
	}

	/**
	 * Read the tools of an image: action {@code ListMcpTools}.
	 * @param imageId the image
	 * @return the tools as a JSON array
	 */
	public Mono<ApiReply<JsonNode>> listMcpTools(String imageId) {
		return call(Action.LIST_MCP_TOOLS, null, () -> new Parameters().with("ImageId", imageId),
				AgentBayApi::unwrapped);
	}

	/**
	 * Begin to copy contexts between a session and their storage: action
	 * {@code SyncContext}.
	 * @param request which contexts, and which way
	 * @return whether the service began
	 */
	public Mono<ApiReply<Void>> syncContext(SyncContextRequest request) {
		return call(Action.SYNC_CONTEXT, request.sessionId(), request::parameters, nothing());
	}

	/**
	 * Read how far copying contexts is: action {@code GetContextInfo}.
	 * @param sessionId the session
	 * @return the tasks
	 */
	public Mono<ApiReply<List<ContextTask>>> getContextInfo(String sessionId) {
		return call(Action.GET_CONTEXT_INFO, sessionId, forSession(sessionId), ContextTask::listFrom);
	}

	private <T> Mono<ApiReply<T>> call(Action action, @Nullable String sessionId, ApiCall.ParametersFactory parameters,
			Function<Envelope, @Nullable T> data) {
		return this.caller.call(new ApiCall(action, sessionId, parameters, this.responseTimeout, null), data);
	}

	private static ApiCall.ParametersFactory forSession(String sessionId) {
		return () -> new Parameters().with("SessionId", sessionId);
	}

	private static <T> Function<Envelope, @Nullable T> nothing() {
		return (envelope) -> null;
	}

	private static <T> Function<Envelope, @Nullable T> data(Class<T> type) {
		return (envelope) -> {
			JsonNode data = unwrapped(envelope);
			return (data != null) ? Json.MAPPER.treeToValue(data, type) : null;
		};
	}

	private static <T> Function<Envelope, @Nullable Page<T>> page(Class<T> type) {
		return (envelope) -> {
			JsonNode data = envelope.data();
			List<T> items = (data == null) ? List.of() : Json.MAPPER.readerForListOf(type).readValue(data);
			return new Page<>(items, envelope.text("NextToken"), envelope.integer("MaxResults"),
					envelope.integer("TotalCount"));
		};
	}

	/** The data, whether it came as JSON or as the text of JSON. */
	static @Nullable JsonNode unwrapped(Envelope envelope) {
		JsonNode data = envelope.data();
		if (data == null || !data.isString()) {
			return data;
		}
		return data.asString().isBlank() ? null : Json.MAPPER.readTree(data.asString());
	}

	private static Map<String, String> labels(Envelope envelope) {
		JsonNode data = unwrapped(envelope);
		JsonNode labels = (data != null) ? data.get("Labels") : null;
		if (labels == null || labels.isNull()) {
			return Map.of();
		}
		JsonNode object = labels.isString() ? Json.MAPPER.readTree(labels.asString()) : labels;
		return Json.MAPPER.convertValue(object, new TypeReference<Map<String, String>>() {
		});
	}

	private static @Nullable String url(Envelope envelope) {
		JsonNode data = unwrapped(envelope);
		return (data != null) ? Json.text(data, "Url", "url") : null;
	}

}
