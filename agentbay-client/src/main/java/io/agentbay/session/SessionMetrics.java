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

import io.agentbay.error.FailureKind;
import io.agentbay.internal.json.Json;
import io.agentbay.result.Outcome;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

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
 */
public record SessionMetrics(int cpuCount, double cpuUsedPercent, long memoryTotal, long memoryUsed, long diskTotal,
		long diskUsed, double receiveRate, double sendRate, double received, double sent, String timestamp,
		Map<String, @Nullable Object> details) {

	public SessionMetrics {
		details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
	}

	static SessionMetricsResult read(ToolResult result) {
		if (!result.success()) {
			return new SessionMetricsResult(result.outcome(), null);
		}
		try {
			JsonNode json = Json.MAPPER.readTree(result.text());
			if (json.isObject()) {
				return new SessionMetricsResult(result.outcome(), of(json));
			}
		}
		catch (JacksonException ex) {
			// told below, as for JSON that is no object
		}
		return new SessionMetricsResult(Outcome.failure(FailureKind.SERVICE, null,
				"Failed to parse get_metrics response: it is not a JSON object", result.requestId()), null);
	}

	private static SessionMetrics of(JsonNode json) {
		String timestamp = Json.text(json, "timestamp");
		return new SessionMetrics((int) number(json, "cpu_count"), number(json, "cpu_used_pct"),
				(long) number(json, "mem_total"), (long) number(json, "mem_used"), (long) number(json, "disk_total"),
				(long) number(json, "disk_used"), number(json, "rx_rate_kbyte_per_s", "rx_rate_kbps", "rx_rate_KBps"),
				number(json, "tx_rate_kbyte_per_s", "tx_rate_kbps", "tx_rate_KBps"),
				number(json, "rx_used_kbyte", "rx_used_kb", "rx_used_KB"),
				number(json, "tx_used_kbyte", "tx_used_kb", "tx_used_KB"), (timestamp != null) ? timestamp : "",
				details(json));
	}

	private static Map<String, @Nullable Object> details(JsonNode json) {
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		json.properties()
			.forEach((entry) -> details.put(entry.getKey(), Json.MAPPER.convertValue(entry.getValue(), Object.class)));
		return details;
	}

	private static double number(JsonNode json, String... names) {
		for (String name : names) {
			JsonNode value = json.get(name);
			if (value != null && value.isNumber()) {
				return value.doubleValue();
			}
		}
		return 0;
	}

}
