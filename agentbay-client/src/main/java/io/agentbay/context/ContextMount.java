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

package io.agentbay.context;

import io.agentbay.internal.text.MountPaths;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * A context that a session has live, as a file system: what is written is stored at once,
 * and seen at once by all sessions that have the context mounted. Nothing is copied, and
 * there is no policy. The service calls this beta: type {@code mount} in the parameter
 * {@code PersistenceDataList} of the actions {@code CreateMcpSession} and
 * {@code BindContexts}.
 * <p>
 * By the service's guide only the image {@code aio-ubuntu-2404} can do it. Elsewhere the
 * call succeeds, but what is written <em>stays in the session and is lost with it</em>;
 * the client logs a warning where it can tell. A session has at most three mounts, the
 * directory must be empty or missing, and nothing is ever unmounted. With which code the
 * service refuses what breaks these rules is not known, except for
 * {@code PathAlreadyBound}.
 *
 * @param contextId the context
 * @param path the absolute path to mount it at, in a directory that is neither the root
 * nor in, or above, that of another context
 * @param access what the session may do with it; default {@link MountAccess#READ_WRITE}
 * @param strategy by which file system; default {@link MountStrategy#STANDARD}
 * @param sourcePath the folder of the context whose content is mounted, such as
 * {@code /datasets/train}, which has to be there; default empty, for the whole context.
 * Files that a {@link ContextSync} has stored are below the path that it was mounted at
 * @param waitForCompletion whether creating the session waits until the context is
 * mounted; default true
 * @since 0.1.0
 */
@CheckReturnValue
public record ContextMount(String contextId, String path, MountAccess access, MountStrategy strategy, String sourcePath,
		boolean waitForCompletion) implements ContextAttachment {

	public ContextMount {
		Assert.hasText(contextId, "'contextId' must not be empty");
		path = MountPaths.target(path);
		Assert.notNull(access, "'access' must not be null");
		Assert.notNull(strategy, "'strategy' must not be null");
		MountPaths.requireSource(sourcePath);
	}

	/**
	 * Mount a whole context for reading and writing, and wait for it.
	 * @param contextId the context
	 * @param path the absolute path to mount it at
	 * @return the context to mount
	 */
	public static ContextMount of(String contextId, String path) {
		return new ContextMount(contextId, path, MountAccess.READ_WRITE, MountStrategy.STANDARD, "", true);
	}

	/**
	 * Mount a whole context for reading and writing, and wait for it.
	 * @param context the context
	 * @param path the absolute path to mount it at
	 * @return the context to mount
	 */
	public static ContextMount of(Context context, String path) {
		Assert.notNull(context, "'context' must not be null");
		return of(context.id(), path);
	}

	/**
	 * Return this mount for reading only.
	 * @return a changed copy
	 */
	public ContextMount asReadOnly() {
		return withAccess(MountAccess.READ_ONLY);
	}

	/**
	 * Return this mount with another access.
	 * @param access what the session may do with it
	 * @return a changed copy
	 */
	public ContextMount withAccess(MountAccess access) {
		return new ContextMount(this.contextId, this.path, access, this.strategy, this.sourcePath,
				this.waitForCompletion);
	}

	/**
	 * Return this mount by another file system.
	 * @param strategy by which
	 * @return a changed copy
	 */
	public ContextMount withStrategy(MountStrategy strategy) {
		return new ContextMount(this.contextId, this.path, this.access, strategy, this.sourcePath,
				this.waitForCompletion);
	}

	/**
	 * Return a mount of a part of the context.
	 * @param sourcePath the folder of the context whose content is mounted; empty for the
	 * whole context
	 * @return a changed copy
	 * @throws IllegalArgumentException if it has {@code ..} or a wildcard
	 */
	public ContextMount withSourcePath(String sourcePath) {
		return new ContextMount(this.contextId, this.path, this.access, this.strategy, sourcePath,
				this.waitForCompletion);
	}

	/**
	 * Return this mount without waiting for it: the session may be there before the
	 * context is mounted, and what is written at the path until then is lost.
	 * @return a changed copy
	 */
	public ContextMount withoutWaiting() {
		return new ContextMount(this.contextId, this.path, this.access, this.strategy, this.sourcePath, false);
	}

}
