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
import io.agentbay.tool.McpTool;
import org.jspecify.annotations.Nullable;

/**
 * What the service knows of a session. Holds a token: its text form shows only the id and
 * the status.
 * <p>
 * In JSON it has the names of its fields; what opens the session is left out.
 *
 * @since 0.1.0
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
@JsonIgnoreProperties({ "resourceUrl", "linkUrl", "token", "wsUrl" })
public final class SessionDetails {

	private final String sessionId;

	private final SessionStatus status;

	private final @Nullable String appInstanceId;

	private final @Nullable String resourceId;

	private final @Nullable String resourceUrl;

	private final @Nullable String linkUrl;

	private final @Nullable String token;

	private final @Nullable String wsUrl;

	private final List<McpTool> tools;

	private final @Nullable String httpPort;

	private final @Nullable String networkInterfaceIp;

	private final @Nullable String vpcIp;

	private final @Nullable String vpcId;

	private final boolean vpcResource;

	private final List<ContextReference> contexts;

	private SessionDetails(Builder builder) {
		this.sessionId = builder.sessionId;
		this.status = builder.status;
		this.appInstanceId = builder.appInstanceId;
		this.resourceId = builder.resourceId;
		this.resourceUrl = builder.resourceUrl;
		this.linkUrl = builder.linkUrl;
		this.token = builder.token;
		this.wsUrl = builder.wsUrl;
		this.tools = List.copyOf(builder.tools);
		this.httpPort = builder.httpPort;
		this.networkInterfaceIp = builder.networkInterfaceIp;
		this.vpcIp = builder.vpcIp;
		this.vpcId = builder.vpcId;
		this.vpcResource = builder.vpcResource;
		this.contexts = List.copyOf(builder.contexts);
	}

	/**
	 * Start building one, as fakes need it.
	 * @param sessionId the session
	 * @param status its state
	 * @return a builder with nothing else
	 */
	public static Builder builder(String sessionId, SessionStatus status) {
		return new Builder(sessionId, status);
	}

	/**
	 * Return the session.
	 * @return the session
	 */
	public String sessionId() {
		return this.sessionId;
	}

	/**
	 * Return its state.
	 * @return its state
	 */
	public SessionStatus status() {
		return this.status;
	}

	/**
	 * Return its instance.
	 * @return its instance, {@code null} if not told
	 */
	public @Nullable String appInstanceId() {
		return this.appInstanceId;
	}

	/**
	 * Return its resource.
	 * @return its resource, {@code null} if not told
	 */
	public @Nullable String resourceId() {
		return this.resourceId;
	}

	/**
	 * Return the web page for watching it.
	 * @return the web page for watching it, {@code null} if not told
	 */
	public @Nullable String resourceUrl() {
		return this.resourceUrl;
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
	 * Return the port of a VPC session.
	 * @return the port of a VPC session, {@code null} for others
	 */
	public @Nullable String httpPort() {
		return this.httpPort;
	}

	/**
	 * Return the address of a VPC session.
	 * @return the address of a VPC session, {@code null} for others
	 */
	public @Nullable String networkInterfaceIp() {
		return this.networkInterfaceIp;
	}

	/**
	 * Return the address of the session in a network of one's own.
	 * @return the address, {@code null} for sessions elsewhere
	 */
	public @Nullable String vpcIp() {
		return this.vpcIp;
	}

	/**
	 * Return the network of one's own that the session is in.
	 * @return the id of the network, {@code null} for sessions elsewhere
	 */
	public @Nullable String vpcId() {
		return this.vpcId;
	}

	/**
	 * Return whether it is a VPC session.
	 * @return whether it is a VPC session
	 */
	public boolean vpcResource() {
		return this.vpcResource;
	}

	/**
	 * Return the contexts of the session.
	 * @return the contexts of the session
	 */
	public List<ContextReference> contexts() {
		return this.contexts;
	}

	@Override
	public String toString() {
		return "SessionDetails[sessionId=" + this.sessionId + ", status=" + this.status + "]";
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof SessionDetails that && Objects.equals(this.sessionId, that.sessionId)
				&& Objects.equals(this.status, that.status) && Objects.equals(this.appInstanceId, that.appInstanceId)
				&& Objects.equals(this.resourceId, that.resourceId)
				&& Objects.equals(this.resourceUrl, that.resourceUrl) && Objects.equals(this.linkUrl, that.linkUrl)
				&& Objects.equals(this.token, that.token) && Objects.equals(this.wsUrl, that.wsUrl)
				&& Objects.equals(this.tools, that.tools) && Objects.equals(this.httpPort, that.httpPort)
				&& Objects.equals(this.networkInterfaceIp, that.networkInterfaceIp)
				&& Objects.equals(this.vpcIp, that.vpcIp) && Objects.equals(this.vpcId, that.vpcId)
				&& this.vpcResource == that.vpcResource && Objects.equals(this.contexts, that.contexts));
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.sessionId, this.status, this.appInstanceId, this.resourceId, this.resourceUrl,
				this.linkUrl, this.token, this.wsUrl, this.tools, this.httpPort, this.networkInterfaceIp, this.vpcIp,
				this.vpcId, this.vpcResource, this.contexts);
	}

	/**
	 * Builds them.
	 */
	public static final class Builder {

		private final String sessionId;

		private final SessionStatus status;

		private @Nullable String appInstanceId;

		private @Nullable String resourceId;

		private @Nullable String resourceUrl;

		private @Nullable String linkUrl;

		private @Nullable String token;

		private @Nullable String wsUrl;

		private List<McpTool> tools = List.of();

		private @Nullable String httpPort;

		private @Nullable String networkInterfaceIp;

		private @Nullable String vpcIp;

		private @Nullable String vpcId;

		private boolean vpcResource;

		private List<ContextReference> contexts = List.of();

		private Builder(String sessionId, SessionStatus status) {
			this.sessionId = sessionId;
			this.status = status;
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
		 * Set its resource.
		 * @param resourceId its resource, {@code null} if not told
		 * @return this builder
		 */
		public Builder resourceId(@Nullable String resourceId) {
			this.resourceId = resourceId;
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
		 * Set the port of a VPC session.
		 * @param httpPort the port of a VPC session, {@code null} for others
		 * @return this builder
		 */
		public Builder httpPort(@Nullable String httpPort) {
			this.httpPort = httpPort;
			return this;
		}

		/**
		 * Set the address of a VPC session.
		 * @param networkInterfaceIp the address of a VPC session, {@code null} for others
		 * @return this builder
		 */
		public Builder networkInterfaceIp(@Nullable String networkInterfaceIp) {
			this.networkInterfaceIp = networkInterfaceIp;
			return this;
		}

		/**
		 * Set its address in a network of one's own.
		 * @param vpcIp the address, or {@code null}
		 * @return this builder
		 */
		public Builder vpcIp(@Nullable String vpcIp) {
			this.vpcIp = vpcIp;
			return this;
		}

		/**
		 * Set the network of one's own that it is in.
		 * @param vpcId the id of the network, or {@code null}
		 * @return this builder
		 */
		public Builder vpcId(@Nullable String vpcId) {
			this.vpcId = vpcId;
			return this;
		}

		/**
		 * Set whether it is a VPC session.
		 * @param vpcResource whether it is a VPC session
		 * @return this builder
		 */
		public Builder vpcResource(boolean vpcResource) {
			this.vpcResource = vpcResource;
			return this;
		}

		/**
		 * Set the contexts of the session.
		 * @param contexts the contexts of the session
		 * @return this builder
		 */
		public Builder contexts(List<ContextReference> contexts) {
			this.contexts = contexts;
			return this;
		}

		/**
		 * Build.
		 * @return the value
		 */
		public SessionDetails build() {
			return new SessionDetails(this);
		}

	}

	/**
	 * A context of a session.
	 *
	 * @param id the context
	 * @param name its name
	 */
	public record ContextReference(String id, String name) {
	}

}
