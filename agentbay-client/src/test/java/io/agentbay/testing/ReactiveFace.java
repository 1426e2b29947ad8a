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

package io.agentbay.testing;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Lets tests of the blocking face run as users of the reactive one do: what the test's
 * thread subscribes to is subscribed to on a thread that must not wait, so that whatever
 * waits within an operation fails. With the system property {@code agentbay.test.face}
 * set to {@code reactive} all tests run so.
 */
public final class ReactiveFace implements BeforeAllCallback {

	private static final String HOOK = ReactiveFace.class.getName();

	@Override
	public void beforeAll(ExtensionContext context) {
		if ("reactive".equals(System.getProperty("agentbay.test.face"))) {
			install();
		}
	}

	/**
	 * Begin with it for the calling thread.
	 * @return how many operations were subscribed to so far
	 */
	public static AtomicInteger install() {
		AtomicInteger operations = new AtomicInteger();
		Thread test = Thread.currentThread();
		Hooks.onLastOperator(HOOK, (source) -> {
			if (Thread.currentThread() != test) {
				return source;
			}
			operations.incrementAndGet();
			return moved(source);
		});
		return operations;
	}

	public static void uninstall() {
		Hooks.resetOnLastOperator(HOOK);
	}

	private static <T> Publisher<T> moved(Publisher<T> source) {
		return (source instanceof Mono<T> mono) ? mono.subscribeOn(Schedulers.parallel())
				: Flux.from(source).subscribeOn(Schedulers.parallel());
	}

}
