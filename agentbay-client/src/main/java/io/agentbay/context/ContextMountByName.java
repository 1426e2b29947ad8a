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
 * A context that a session has live, of which the name is known rather than the id. It is
 * looked up, and created if it is missing, when a session is created: action
 * {@code GetContext}. {@link ContextMount} tells what a mount is.
 *
 * @param name the name of the context
 * @param path the absolute path to mount it at
 * @param access what the session may do with it; default {@link MountAccess#READ_WRITE}
 * @param strategy by which file system; default {@link MountStrategy#STANDARD}
 * @param sourcePath the folder of the context whose content is mounted; default empty,
 * for the whole context
 * @param waitForCompletion whether creating the session waits until the context is
 * mounted; default true
 * @since 0.1.0
 */
@CheckReturnValue
public record ContextMountByName(String name, String path, MountAccess access, MountStrategy strategy,
		String sourcePath, boolean waitForCompletion) {

	public ContextMountByName {
		Assert.hasText(name, "'name' must not be empty");
		path = MountPaths.target(path);
		Assert.notNull(access, "'access' must not be null");
		Assert.notNull(strategy, "'strategy' must not be null");
		MountPaths.requireSource(sourcePath);
	}

	/**
	 * Mount a whole context for reading and writing, and wait for it.
	 * @param name the name of the context
	 * @param path the absolute path to mount it at
	 * @return the context to mount
	 */
	public static ContextMountByName of(String name, String path) {
		return new ContextMountByName(name, path, MountAccess.READ_WRITE, MountStrategy.STANDARD, "", true);
	}

	/**
	 * Return this mount for reading only.
	 * @return a changed copy
	 */
	public ContextMountByName asReadOnly() {
		return withAccess(MountAccess.READ_ONLY);
	}

	/**
	 * Return this mount with another access.
	 * @param access what the session may do with it
	 * @return a changed copy
	 */
	public ContextMountByName withAccess(MountAccess access) {
		return new ContextMountByName(this.name, this.path, access, this.strategy, this.sourcePath,
				this.waitForCompletion);
	}

	/**
	 * Return this mount by another file system.
	 * @param strategy by which
	 * @return a changed copy
	 */
	public ContextMountByName withStrategy(MountStrategy strategy) {
		return new ContextMountByName(this.name, this.path, this.access, strategy, this.sourcePath,
				this.waitForCompletion);
	}

	/**
	 * Return a mount of a part of the context.
	 * @param sourcePath the folder of the context whose content is mounted; empty for the
	 * whole context
	 * @return a changed copy
	 * @throws IllegalArgumentException if it has {@code ..} or a wildcard
	 */
	public ContextMountByName withSourcePath(String sourcePath) {
		return new ContextMountByName(this.name, this.path, this.access, this.strategy, sourcePath,
				this.waitForCompletion);
	}

	/**
	 * Return this mount without waiting for it.
	 * @return a changed copy
	 */
	public ContextMountByName withoutWaiting() {
		return new ContextMountByName(this.name, this.path, this.access, this.strategy, this.sourcePath, false);
	}

	/**
	 * Return the same, of which the id is known now.
	 * @param contextId the context
	 * @return the context to mount
	 */
	public ContextMount toContextMount(String contextId) {
		return new ContextMount(contextId, this.path, this.access, this.strategy, this.sourcePath,
				this.waitForCompletion);
	}

}
