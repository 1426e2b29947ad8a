package io.agentbay.local.http;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.agentbay.local.action.ActionException;
import io.agentbay.local.action.ActionRequest;
import io.agentbay.local.action.Actions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The door through which actions are called: parameters in query and form, an envelope
 * around every answer.
 */
final class OpenApiDoor {

	private final Bodies bodies;

	private final ApiKey key;

	private final Actions actions;

	private final Envelopes envelopes;

	private final Handling handling;

	OpenApiDoor(Bodies bodies, ApiKey key, Actions actions, Envelopes envelopes, Handling handling) {
		this.bodies = bodies;
		this.key = key;
		this.actions = actions;
		this.envelopes = envelopes;
		this.handling = handling;
	}

	Mono<ServerResponse> handle(ServerRequest request) {
		return this.bodies.read(request).map((body) -> read(request, body)).flatMap((call) -> {
			String action = action(request, call);
			String tool = "CallMcpTool".equals(action) ? call.text("Name") : null;
			return this.handling.handle(action, tool, call.text("SessionId"), () -> {
				if (Actions.wantsKey(action)) {
					this.key.check(call);
				}
				return this.envelopes.success(this.actions.get(action).carryOut(call));
			});
		});
	}

	private ActionRequest read(ServerRequest request, byte[] body) {
		Map<String, String> parameters = new LinkedHashMap<>();
		FormDecoder.decode(request.uri().getRawQuery(), parameters);
		if (body.length > 0) {
			MediaType type = request.headers().contentType().orElse(MediaType.APPLICATION_FORM_URLENCODED);
			if (!MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)) {
				throw new ActionException(415, "UnsupportedMediaType",
						"The body must be " + MediaType.APPLICATION_FORM_URLENCODED);
			}
			FormDecoder.decode(body, parameters);
		}
		InetSocketAddress address = Objects.requireNonNull(request.exchange().getRequest().getLocalAddress());
		return new ActionRequest(parameters, LocalServer.endpoint(address.getPort()));
	}

	private static @Nullable String action(ServerRequest request, ActionRequest call) {
		String action = call.text("Action");
		return (action != null) ? action : request.headers().firstHeader("x-acs-action");
	}

}
