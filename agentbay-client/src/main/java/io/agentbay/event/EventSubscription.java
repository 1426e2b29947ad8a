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

package io.agentbay.event;

import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * A consumer that is told what happens until this is closed: changes of files, messages
 * of a channel, notifications of a browser. When the method that started it returns,
 * nothing is missed any longer. The consumer is called on a thread that may block, never
 * by two at once; one that throws is told what comes next all the same.
 *
 * @since 0.1.0
 */
public interface EventSubscription extends AutoCloseable {

	/**
	 * Return whether the consumer may still be told something.
	 * @return {@code false} after it was closed, has failed or has come to its end
	 */
	boolean isActive();

	/**
	 * Return why nothing more comes.
	 * @return the failure, {@code null} as long as something may come, or if it was
	 * closed or has come to its end
	 */
	@Nullable Throwable failure();

	/**
	 * Return the end of the subscription.
	 * @return completes when it is closed or nothing more can come, exceptionally when it
	 * has failed
	 */
	CompletableFuture<Void> completion();

	/**
	 * Stop. When this returns the consumer is not called any more; called by the consumer
	 * itself, it stops after that call. Closing twice does nothing.
	 */
	@Override
	void close();

}
