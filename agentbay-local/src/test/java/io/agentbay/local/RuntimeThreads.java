package io.agentbay.local;

import java.util.List;

/**
 * The threads that runtimes have in this JVM.
 */
final class RuntimeThreads {

	private RuntimeThreads() {
	}

	static List<Thread> all() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("agentbay-local"))
			.toList();
	}

	static int count() {
		return all().size();
	}

}
