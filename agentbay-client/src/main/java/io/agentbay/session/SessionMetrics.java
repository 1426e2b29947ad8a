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

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a session uses of its computer.
 *
 * @param cpuCount how many processors it has
 * @param cpuUsedPercent how much of them is used
 * @param memoryTotal how much memory it has, in bytes
 * @param memoryUsed how much of it is used, in bytes
 * @param diskTotal how much disk space it has, in bytes
 * @param diskUsed how much of it is used, in bytes
 * @param receiveRate how fast it receives, in kilobytes a second
 * @param sendRate how fast it sends, in kilobytes a second
 * @param received how much it has received, in kilobytes
 * @param sent how much it has sent, in kilobytes
 * @param timestamp when this was measured, as the session writes it; empty if not told
 * @param details all that the session told, by its own names
 * @since 0.1.0
 */
public record SessionMetrics(int cpuCount, double cpuUsedPercent, long memoryTotal, long memoryUsed, long diskTotal,
		long diskUsed, double receiveRate, double sendRate, double received, double sent, String timestamp,
		Map<String, @Nullable Object> details) {

	public SessionMetrics {
		details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
	}

}
