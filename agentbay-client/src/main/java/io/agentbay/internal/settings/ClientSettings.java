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

package io.agentbay.internal.settings;

import java.util.Set;
import java.util.function.Supplier;

import io.agentbay.internal.http.Endpoint;
import io.agentbay.internal.http.Secret;
import io.agentbay.internal.http.TransportSettings;
import io.agentbay.ownership.SessionOwner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that a client needs to know before it starts.
 *
 * @param apiKey the key to the service
 * @param endpoint where the service is
 * @param regionId the region for new sessions, {@code null} for the service's choice
 * @param owner tells whose session is created, {@code null} for nobody's
 * @param transport how requests travel
 * @param behaviorSimulate whether browsers imitate human behaviour, {@code null} for the
 * service's choice
 * @param directLink whether tools are called over the direct link of their session
 */
public record ClientSettings(Secret apiKey, Endpoint endpoint, @Nullable String regionId,
		Supplier<? extends @Nullable SessionOwner> owner, TransportSettings transport,
		@Nullable Boolean behaviorSimulate, boolean directLink) {

	private static final Logger logger = LoggerFactory.getLogger(ClientSettings.class);

	private static final Set<String> REGIONS = Set.of("cn-hangzhou", "ap-southeast-1", "us-east-1");

	/** The endpoint that is used when none is set. */
	public static final String DEFAULT_ENDPOINT = "wuyingai.cn-shanghai.aliyuncs.com";

	/**
	 * Return the endpoint of a region.
	 * @param regionId the region, or {@code null}
	 * @return its endpoint; the default one without a region, and for the region that
	 * this is in
	 */
	public static String endpointOf(@Nullable String regionId) {
		if (regionId == null || regionId.equals("cn-shanghai")) {
			return DEFAULT_ENDPOINT;
		}
		if (regionId.equals("pre-ap-southeast-1")) {
			return "wuyingai-pre.ap-southeast-1.aliyuncs.com";
		}
		boolean early = regionId.startsWith("pre-");
		String region = early ? regionId.substring("pre-".length()) : regionId;
		if (!REGIONS.contains(region)) {
			logger.warn("The region {} is not known; set an endpoint if that of the region has another form", region);
		}
		return (early ? "agentbay-pre." : "agentbay.") + region + ".aliyuncs.com";
	}

}
