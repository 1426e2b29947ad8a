package io.agentbay.local.session;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a new session is to be like.
 *
 * @param imageId the image asked for
 * @param labels its labels
 * @param idleRelease after how long without use it ends
 * @param policyId the policy asked for, if any
 * @param regionId the region asked for, if any
 */
public record SessionRequest(String imageId, Map<String, String> labels, Duration idleRelease,
		@Nullable String policyId, @Nullable String regionId) {

	public SessionRequest {
		labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
	}

}
