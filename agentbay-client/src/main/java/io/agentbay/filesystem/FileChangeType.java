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

import java.util.Locale;

import org.springframework.util.Assert;

/**
 * What happened to a file or directory. The service may report others than those here.
 *
 * @param value what the service calls it
 * @since 0.1.0
 */
public record FileChangeType(String value) {

	/** It was made. */
	public static final FileChangeType CREATE = new FileChangeType("create");

	/** Its content has changed. */
	public static final FileChangeType MODIFY = new FileChangeType("modify");

	/** It was deleted. */
	public static final FileChangeType DELETE = new FileChangeType("delete");

	public FileChangeType {
		Assert.hasText(value, "'value' must not be empty");
		value = value.toLowerCase(Locale.ROOT);
	}

}
