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

package io.agentbay.filesystem;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a file or directory.
 *
 * @param path its path as it was asked for
 * @param size its size in bytes
 * @param directory whether it is a directory
 * @param permissions its permissions, in the image's own notation; {@code null} if not
 * told
 * @param modified when it was last changed, in the image's own notation; {@code null} if
 * not told
 * @param details all that the image told, by the image's own names
 * @since 0.1.0
 */
public record FileInfo(String path, long size, boolean directory, @Nullable String permissions,
		@Nullable String modified, Map<String, String> details) {

	public FileInfo {
		details = Map.copyOf(details);
	}

}
