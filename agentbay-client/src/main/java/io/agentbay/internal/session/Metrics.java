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

package io.agentbay.internal.session;

import java.util.LinkedHashMap;
import java.util.Map;

import io.agentbay.internal.json.Json;
import io.agentbay.internal.text.Times;
import io.agentbay.internal.tool.ToolReply;
import io.agentbay.session.SessionMetrics;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the answers of the tool {@code get_metrics}.
 */
final class Metrics {

	private Metrics() {
	}

	static SessionMetrics read(ToolReply reply) {
		try {
			JsonNode json = Json.MAPPER.readTree(reply.text());
			if (json.isObject()) {
				return of(json);
			}
		}
		catch (JacksonException ex) {
			// told below, as for JSON that is no object
		}
		throw reply.unusable("is not a JSON object");
	}

	private static SessionMetrics of(JsonNode json) {
		return SessionMetrics.builder()
			.cpuCount((int) number(json, "cpu_count"))
			.cpuUsedPercent(number(json, "cpu_used_pct"))
			.memoryTotal((long) number(json, "mem_total"))
			.memoryUsed((long) number(json, "mem_used"))
			.diskTotal((long) number(json, "disk_total"))
			.diskUsed((long) number(json, "disk_used"))
			.receiveRate(number(json, "rx_rate_kbyte_per_s", "rx_rate_kbps", "rx_rate_KBps"))
			.sendRate(number(json, "tx_rate_kbyte_per_s", "tx_rate_kbps", "tx_rate_KBps"))
			.received(number(json, "rx_used_kbyte", "rx_used_kb", "rx_used_KB"))
			.sent(number(json, "tx_used_kbyte", "tx_used_kb", "tx_used_KB"))
			.timestamp(Times.read(Json.text(json, "timestamp")))
			.details(details(json))
			.build();
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
