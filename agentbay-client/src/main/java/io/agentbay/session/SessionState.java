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

package io.agentbay.session;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.agentbay.internal.json.Json;
import io.agentbay.tool.McpTool;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.Assert;

/**
 * All that is needed to take up a session in another process, without asking the service.
 * Holds the token of the session: keep it as you keep a key. The text form shows only the
 * id.
 * <p>
 * In JSON it has the names of its fields; what opens the session is left out.
 *
 * @since 0.1.0
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
@JsonIgnoreProperties({ "resourceUrl", "linkUrl", "token", "wsUrl" })
public final class SessionState {

	private final String sessionId;

	private final @Nullable String imageId;

	private final @Nullable String resourceUrl;

	private final @Nullable String appInstanceId;

	private final @Nullable String linkUrl;

	private final @Nullable String token;

	private final @Nullable String wsUrl;

	private final List<McpTool> tools;

	private SessionState(Builder builder) {
		Assert.hasText(builder.sessionId, "'sessionId' must not be empty");
		this.sessionId = builder.sessionId;
		this.imageId = builder.imageId;
		this.resourceUrl = builder.resourceUrl;
		this.appInstanceId = builder.appInstanceId;
		this.linkUrl = builder.linkUrl;
		this.token = builder.token;
		this.wsUrl = builder.wsUrl;
		this.tools = List.copyOf(builder.tools);
	}

	/**
	 * Start building one.
	 * @param sessionId the session
	 * @return a builder with nothing but the session
	 */
	public static Builder builder(String sessionId) {
		return new Builder(sessionId);
	}

	/**
	 * Return the session.
	 * @return the session
	 */
	public String sessionId() {
		return this.sessionId;
	}

	/**
	 * Return the image that it was created from.
	 * @return the image that it was created from, {@code null} if not known
	 */
	public @Nullable String imageId() {
		return this.imageId;
	}

	/**
	 * Return the web page for watching it.
	 * @return the web page for watching it, {@code null} if not told
	 */
	public @Nullable String resourceUrl() {
		return this.resourceUrl;
	}

	/**
	 * Return its instance.
	 * @return its instance, {@code null} if not told
	 */
	public @Nullable String appInstanceId() {
		return this.appInstanceId;
	}

	/**
	 * Return the base of its direct link.
	 * @return the base of its direct link, {@code null} if it has none
	 */
	public @Nullable String linkUrl() {
		return this.linkUrl;
	}

	/**
	 * Return the secret of the direct link and of the WebSocket.
	 * @return the secret of the direct link and of the WebSocket, {@code null} if it has
	 * none
	 */
	public @Nullable String token() {
		return this.token;
	}

	/**
	 * Return the address of its WebSocket.
	 * @return the address of its WebSocket, {@code null} if it has none
	 */
	public @Nullable String wsUrl() {
		return this.wsUrl;
	}

	/**
	 * Return the tools that it announces.
	 * @return the tools that it announces
	 */
	public List<McpTool> tools() {
		return this.tools;
	}

	/**
	 * Read a state.
	 * @param json the text that {@link #toJson()} has written
	 * @return the state
	 * @throws IllegalArgumentException if the text is something else
	 */
	public static SessionState fromJson(String json) {
		Assert.hasText(json, "'json' must not be empty");
		try {
			JsonNode state = Json.MAPPER.readTree(json);
			return builder(Objects.requireNonNullElse(Json.text(state, "sessionId"), ""))
				.imageId(Json.text(state, "imageId"))
				.resourceUrl(Json.text(state, "resourceUrl"))
				.appInstanceId(Json.text(state, "appInstanceId"))
				.linkUrl(Json.text(state, "linkUrl"))
				.token(Json.text(state, "token"))
				.wsUrl(Json.text(state, "wsUrl"))
				.tools(McpTool.listFrom(state.get("tools")))
				.build();
		}
		catch (JacksonException | IllegalArgumentException ex) {
			// Neither its message nor its cause: they may show the token.
			throw new IllegalArgumentException("'json' is not the state of a session");
		}
	}

	/**
	 * Write this state, the token included.
	 * @return JSON text
	 */
	public String toJson() {
		ObjectNode state = Json.MAPPER.createObjectNode()
			.put("sessionId", this.sessionId)
			.put("imageId", this.imageId)
			.put("resourceUrl", this.resourceUrl)
			.put("appInstanceId", this.appInstanceId)
			.put("linkUrl", this.linkUrl)
			.put("token", this.token)
			.put("wsUrl", this.wsUrl)
			.putPOJO("tools", this.tools);
		return Json.MAPPER.writeValueAsString(state);
	}

	@Override
	public String toString() {
		return "SessionState[sessionId=" + this.sessionId + "]";
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof SessionState that && Objects.equals(this.sessionId, that.sessionId)
				&& Objects.equals(this.imageId, that.imageId) && Objects.equals(this.resourceUrl, that.resourceUrl)
				&& Objects.equals(this.appInstanceId, that.appInstanceId) && Objects.equals(this.linkUrl, that.linkUrl)
				&& Objects.equals(this.token, that.token) && Objects.equals(this.wsUrl, that.wsUrl)
				&& Objects.equals(this.tools, that.tools));
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.sessionId, this.imageId, this.resourceUrl, this.appInstanceId, this.linkUrl,
				this.token, this.wsUrl, this.tools);
	}

	/**
	 * Builds them.
	 */
	public static final class Builder {

		private final String sessionId;

		private @Nullable String imageId;

		private @Nullable String resourceUrl;

		private @Nullable String appInstanceId;

		private @Nullable String linkUrl;

		private @Nullable String token;

		private @Nullable String wsUrl;

		private List<McpTool> tools = List.of();

		private Builder(String sessionId) {
			this.sessionId = sessionId;
		}

		/**
		 * Set the image that it was created from.
		 * @param imageId the image that it was created from, {@code null} if not known
		 * @return this builder
		 */
		public Builder imageId(@Nullable String imageId) {
			this.imageId = imageId;
			return this;
		}

		/**
		 * Set the web page for watching it.
		 * @param resourceUrl the web page for watching it, {@code null} if not told
		 * @return this builder
		 */
		public Builder resourceUrl(@Nullable String resourceUrl) {
			this.resourceUrl = resourceUrl;
			return this;
		}

		/**
		 * Set its instance.
		 * @param appInstanceId its instance, {@code null} if not told
		 * @return this builder
		 */
		public Builder appInstanceId(@Nullable String appInstanceId) {
			this.appInstanceId = appInstanceId;
			return this;
		}

		/**
		 * Set the base of its direct link.
		 * @param linkUrl the base of its direct link, {@code null} if it has none
		 * @return this builder
		 */
		public Builder linkUrl(@Nullable String linkUrl) {
			this.linkUrl = linkUrl;
			return this;
		}

		/**
		 * Set the secret of the direct link and of the WebSocket.
		 * @param token the secret of the direct link and of the WebSocket, {@code null}
		 * if it has none
		 * @return this builder
		 */
		public Builder token(@Nullable String token) {
			this.token = token;
			return this;
		}

		/**
		 * Set the address of its WebSocket.
		 * @param wsUrl the address of its WebSocket, {@code null} if it has none
		 * @return this builder
		 */
		public Builder wsUrl(@Nullable String wsUrl) {
			this.wsUrl = wsUrl;
			return this;
		}

		/**
		 * Set the tools that it announces.
		 * @param tools the tools that it announces
		 * @return this builder
		 */
		public Builder tools(List<McpTool> tools) {
			this.tools = tools;
			return this;
		}

		/**
		 * Build.
		 * @return the value
		 */
		public SessionState build() {
			return new SessionState(this);
		}

	}

}
