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

package io.agentbay.local.internal.path;

import java.io.IOException;

/**
 * Finds places by paths that nobody leads astray.
 */
public interface Places {

	/**
	 * Hold the place that a path leads to, links followed.
	 * @param path a path
	 * @return the place, which has to be closed
	 * @throws IOException if the path cannot be used
	 */
	Place open(String path) throws IOException;

	/**
	 * Hold the directory entry that a path names; a link at its end is not followed.
	 * @param path a path
	 * @return the place, which has to be closed
	 * @throws IOException if the path cannot be used
	 */
	Place openEntry(String path) throws IOException;

}
