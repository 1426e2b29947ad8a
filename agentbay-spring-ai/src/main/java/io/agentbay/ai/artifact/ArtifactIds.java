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

package io.agentbay.ai.artifact;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names that cannot be guessed, and that are harmless in addresses and file systems.
 */
final class ArtifactIds {

	private static final int BYTES = 16;

	private static final Pattern FORM = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");

	private static final SecureRandom random = new SecureRandom();

	private ArtifactIds() {
	}

	static String next() {
		byte[] id = new byte[BYTES];
		random.nextBytes(id);
		return HexFormat.of().formatHex(id);
	}

	static boolean isOne(String text) {
		return FORM.matcher(text).matches();
	}

}
