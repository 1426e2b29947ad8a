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

package io.agentbay.local;

/**
 * How the processes of a session are kept apart from the machine and from other sessions.
 *
 * @since 0.1.0
 */
public enum Isolation {

	/**
	 * {@link #BUBBLEWRAP} where it works, else {@link #HOST}. The default.
	 */
	AUTO,

	/**
	 * Each session has its own file tree, process space and host name; the system is
	 * read-only; the network is shared. Needs Linux with the packages {@code bubblewrap}
	 * and {@code util-linux}, and user namespaces allowed.
	 */
	BUBBLEWRAP,

	/**
	 * Commands are ordinary processes of the user who runs the JVM and can do all that
	 * this user can. Nothing is isolated.
	 */
	HOST

}
