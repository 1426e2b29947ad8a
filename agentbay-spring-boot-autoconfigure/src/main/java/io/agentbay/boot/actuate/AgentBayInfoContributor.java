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

package io.agentbay.boot.actuate;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.agentbay.AgentBay;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.util.StringUtils;

/**
 * Tells which client there is, and where it looks for the service. Of the address only
 * host and port: whatever else somebody put into it may be secret.
 *
 * @since 0.1.0
 */
public final class AgentBayInfoContributor implements InfoContributor {

	private final @Nullable String endpoint;

	private final @Nullable String regionId;

	private final boolean pooled;

	private final Collection<String> accounts;

	/**
	 * Create the contributor.
	 * @param endpoint the address, {@code null} if it is not known here
	 * @param regionId the region, {@code null} for the service's choice
	 * @param pooled whether sessions are kept ready
	 * @param accounts the names of the accounts that there are clients of
	 */
	public AgentBayInfoContributor(@Nullable String endpoint, @Nullable String regionId, boolean pooled,
			Collection<String> accounts) {
		this.accounts = List.copyOf(accounts);
		this.endpoint = endpoint;
		this.regionId = regionId;
		this.pooled = pooled;
	}

	@Override
	public void contribute(Info.Builder builder) {
		Map<String, Object> details = new LinkedHashMap<>();
		String version = AgentBay.class.getPackage().getImplementationVersion();
		if (version != null) {
			details.put("version", version);
		}
		String place = host();
		if (place != null) {
			details.put("endpoint", place);
		}
		if (StringUtils.hasText(this.regionId)) {
			details.put("region", this.regionId);
		}
		details.put("pool", this.pooled);
		details.put("accounts", this.accounts);
		builder.withDetail("agentbay", details);
	}

	private @Nullable String host() {
		if (!StringUtils.hasText(this.endpoint)) {
			return null;
		}
		String text = this.endpoint.strip();
		try {
			URI uri = URI.create(text.contains("://") ? text : "https://" + text);
			String host = uri.getHost();
			return (host == null || uri.getPort() < 0) ? host : host + ":" + uri.getPort();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
