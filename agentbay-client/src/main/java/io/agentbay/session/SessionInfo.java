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

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * How to watch a session and to connect to its desktop. Holds tickets: its text form
 * shows only the ids.
 * <p>
 * In JSON it has the names of its fields; what opens the session is left out.
 *
 * @since 0.1.0
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
@JsonIgnoreProperties({ "resourceUrl", "authCode", "connectionProperties", "ticket" })
public final class SessionInfo {

	private final String sessionId;

	private final @Nullable String resourceUrl;

	private final @Nullable String appId;

	private final @Nullable String authCode;

	private final @Nullable String connectionProperties;

	private final @Nullable String resourceId;

	private final @Nullable String resourceType;

	private final @Nullable String ticket;

	private SessionInfo(Builder builder) {
		this.sessionId = builder.sessionId;
		this.resourceUrl = builder.resourceUrl;
		this.appId = builder.appId;
		this.authCode = builder.authCode;
		this.connectionProperties = builder.connectionProperties;
		this.resourceId = builder.resourceId;
		this.resourceType = builder.resourceType;
		this.ticket = builder.ticket;
	}

	/**
	 * Start building one, as fakes need it.
	 * @param sessionId the session
	 * @return a builder with nothing else
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
	 * Return the web page for watching it.
	 * @return the web page for watching it
	 */
	public @Nullable String resourceUrl() {
		return this.resourceUrl;
	}

	/**
	 * Return the application on its desktop.
	 * @return the application on its desktop
	 */
	public @Nullable String appId() {
		return this.appId;
	}

	/**
	 * Return the code that authorises a connection.
	 * @return the code that authorises a connection
	 */
	public @Nullable String authCode() {
		return this.authCode;
	}

	/**
	 * Return further properties as JSON text.
	 * @return further properties as JSON text
	 */
	public @Nullable String connectionProperties() {
		return this.connectionProperties;
	}

	/**
	 * Return the resource.
	 * @return the resource
	 */
	public @Nullable String resourceId() {
		return this.resourceId;
	}

	/**
	 * Return the kind of the resource.
	 * @return the kind of the resource
	 */
	public @Nullable String resourceType() {
		return this.resourceType;
	}

	/**
	 * Return the ticket for a connection.
	 * @return the ticket for a connection
	 */
	public @Nullable String ticket() {
		return this.ticket;
	}

	@Override
	public String toString() {
		return "SessionInfo[sessionId=" + this.sessionId + ", resourceId=" + this.resourceId + "]";
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof SessionInfo that && Objects.equals(this.sessionId, that.sessionId)
				&& Objects.equals(this.resourceUrl, that.resourceUrl) && Objects.equals(this.appId, that.appId)
				&& Objects.equals(this.authCode, that.authCode)
				&& Objects.equals(this.connectionProperties, that.connectionProperties)
				&& Objects.equals(this.resourceId, that.resourceId)
				&& Objects.equals(this.resourceType, that.resourceType) && Objects.equals(this.ticket, that.ticket));
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.sessionId, this.resourceUrl, this.appId, this.authCode, this.connectionProperties,
				this.resourceId, this.resourceType, this.ticket);
	}

	/**
	 * Builds them.
	 */
	public static final class Builder {

		private final String sessionId;

		private @Nullable String resourceUrl;

		private @Nullable String appId;

		private @Nullable String authCode;

		private @Nullable String connectionProperties;

		private @Nullable String resourceId;

		private @Nullable String resourceType;

		private @Nullable String ticket;

		private Builder(String sessionId) {
			this.sessionId = sessionId;
		}

		/**
		 * Set the web page for watching it.
		 * @param resourceUrl the web page for watching it
		 * @return this builder
		 */
		public Builder resourceUrl(@Nullable String resourceUrl) {
			this.resourceUrl = resourceUrl;
			return this;
		}

		/**
		 * Set the application on its desktop.
		 * @param appId the application on its desktop
		 * @return this builder
		 */
		public Builder appId(@Nullable String appId) {
			this.appId = appId;
			return this;
		}

		/**
		 * Set the code that authorises a connection.
		 * @param authCode the code that authorises a connection
		 * @return this builder
		 */
		public Builder authCode(@Nullable String authCode) {
			this.authCode = authCode;
			return this;
		}

		/**
		 * Set further properties as JSON text.
		 * @param connectionProperties further properties as JSON text
		 * @return this builder
		 */
		public Builder connectionProperties(@Nullable String connectionProperties) {
			this.connectionProperties = connectionProperties;
			return this;
		}

		/**
		 * Set the resource.
		 * @param resourceId the resource
		 * @return this builder
		 */
		public Builder resourceId(@Nullable String resourceId) {
			this.resourceId = resourceId;
			return this;
		}

		/**
		 * Set the kind of the resource.
		 * @param resourceType the kind of the resource
		 * @return this builder
		 */
		public Builder resourceType(@Nullable String resourceType) {
			this.resourceType = resourceType;
			return this;
		}

		/**
		 * Set the ticket for a connection.
		 * @param ticket the ticket for a connection
		 * @return this builder
		 */
		public Builder ticket(@Nullable String ticket) {
			this.ticket = ticket;
			return this;
		}

		/**
		 * Build.
		 * @return the value
		 */
		public SessionInfo build() {
			return new SessionInfo(this);
		}

	}

}
