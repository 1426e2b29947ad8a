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

package io.agentbay.ai.tool;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What an image has, by its name. Images that others have made may have anything.
 */
final class ImageParts {

	private ImageParts() {
	}

	/** The service's own image has a desktop. */
	static boolean hasDesktop(@Nullable String imageId) {
		String name = name(imageId);
		return !isPhone(name) && !name.startsWith("code") && !name.startsWith("browser");
	}

	static boolean hasPhone(@Nullable String imageId) {
		return isPhone(name(imageId));
	}

	private static boolean isPhone(String name) {
		return name.contains("mobile") || name.contains("android");
	}

	private static String name(@Nullable String imageId) {
		return (imageId != null) ? imageId.toLowerCase(Locale.ROOT) : "";
	}

}
