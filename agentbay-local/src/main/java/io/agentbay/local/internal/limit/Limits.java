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

package io.agentbay.local.internal.limit;

import java.util.Locale;

/**
 * How much each session may use of the machine.
 *
 * @param processes how many processes and threads it may have at the same time, at least
 * 10
 * @param memoryBytes how much memory its processes may have together, at least 16 MiB
 * @param diskBytes how much its files may take, at least 1 MiB
 */
public record Limits(int processes, long memoryBytes, long diskBytes) {

	private static final long MEBIBYTE = 1024L * 1024;

	private static final int BLOCK = 512;

	public Limits {
		atLeast("maxProcesses", processes, 10);
		atLeast("maxMemoryBytes", memoryBytes, 16 * MEBIBYTE);
		atLeast("maxDiskBytes", diskBytes, MEBIBYTE);
	}

	/**
	 * What protects a machine and disturbs no ordinary work: 1024 processes and threads,
	 * 2 GiB of memory, 10 GiB of files.
	 * @return the limits
	 */
	public static Limits standard() {
		return new Limits(1024, 2048 * MEBIBYTE, 10240 * MEBIBYTE);
	}

	String processesReached() {
		return note("%s processes and threads".formatted(this.processes), "maxProcesses", "--max-processes");
	}

	String memoryReached() {
		return note(size(this.memoryBytes) + " of memory", "maxMemoryBytes", "--max-memory");
	}

	String diskReached() {
		return note(size(this.diskBytes) + " of files", "maxDiskBytes", "--max-disk");
	}

	/**
	 * The size of the largest file, in the unit of the shell's {@code ulimit}.
	 */
	long fileBlocks() {
		return this.diskBytes / BLOCK;
	}

	private static String note(String what, String setting, String option) {
		return "The session has reached its limit of %s (%s, %s)".formatted(what, setting, option);
	}

	private static String size(long bytes) {
		return String.format(Locale.ROOT, "%s MiB", bytes / MEBIBYTE);
	}

	private static void atLeast(String name, long value, long least) {
		if (value < least) {
			throw new IllegalArgumentException("%s must be at least %s, not %s".formatted(name, least, value));
		}
	}

}
