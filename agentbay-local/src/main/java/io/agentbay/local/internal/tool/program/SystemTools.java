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

package io.agentbay.local.internal.tool.program;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.Arguments;
import io.agentbay.local.internal.tool.Nature;
import io.agentbay.local.internal.tool.Tool;
import io.agentbay.local.internal.tool.ToolResult;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server {@code wuying_system}. Its numbers are those of this machine, which all
 * sessions share.
 */
public final class SystemTools {

	private static final String SERVER = "wuying_system";

	private final JsonMapper mapper;

	private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

	private NetworkTraffic lastTraffic = NetworkTraffic.now();

	private Instant lastTime = Instant.now();

	public SystemTools(JsonMapper mapper) {
		this.mapper = mapper;
	}

	public List<Tool> tools() {
		return List.of(new Tool("get_metrics", SERVER, "Tell how much of processor, memory, disk and network is used.",
				List.of(), Nature.real("numbers of the machine"), this::metrics));
	}

	private synchronized ToolResult metrics(Sandbox sandbox, Arguments arguments) throws IOException {
		FileStore disk = Files.getFileStore(sandbox.paths().toRead("/").host());
		NetworkTraffic traffic = NetworkTraffic.now();
		Instant now = Instant.now();
		double seconds = Math.max(0.001, Duration.between(this.lastTime, now).toNanos() / 1e9);
		Map<String, Object> metrics = new LinkedHashMap<>();
		metrics.put("cpu_count", this.machine.getAvailableProcessors());
		metrics.put("cpu_used_pct", round(Math.max(0, this.machine.getCpuLoad()) * 100));
		metrics.put("mem_total", this.machine.getTotalMemorySize());
		metrics.put("mem_used", this.machine.getTotalMemorySize() - this.machine.getFreeMemorySize());
		metrics.put("disk_total", disk.getTotalSpace());
		metrics.put("disk_used", disk.getTotalSpace() - disk.getUnallocatedSpace());
		metrics.put("rx_rate_kbyte_per_s",
				round((traffic.receivedBytes() - this.lastTraffic.receivedBytes()) / 1024.0 / seconds));
		metrics.put("tx_rate_kbyte_per_s",
				round((traffic.sentBytes() - this.lastTraffic.sentBytes()) / 1024.0 / seconds));
		metrics.put("rx_used_kbyte", traffic.receivedBytes() / 1024);
		metrics.put("tx_used_kbyte", traffic.sentBytes() / 1024);
		metrics.put("timestamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
		this.lastTraffic = traffic;
		this.lastTime = now;
		return ToolResult.of(this.mapper.writeValueAsString(metrics));
	}

	private static double round(double value) {
		return Math.round(value * 100) / 100.0;
	}

}
