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

package io.agentbay.ai.governance.approval;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.agentbay.ai.governance.ToolCall;
import org.jspecify.annotations.Nullable;

/**
 * What calls have in common that one decision is good for.
 */
final class Fingerprint {

	private Fingerprint() {
	}

	/** Each part with its length, so that none can pass for another. */
	static String of(ToolCall call) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			add(digest, call.tool());
			add(digest, call.arguments().canonical());
			add(digest, call.conversation());
			add(digest, call.user());
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JVM has SHA-256", ex);
		}
	}

	private static void add(MessageDigest digest, @Nullable String part) {
		byte[] bytes = (part != null) ? part.getBytes(StandardCharsets.UTF_8) : new byte[0];
		digest.update(ByteBuffer.allocate(4).putInt(0, (part != null) ? bytes.length : -1));
		digest.update(bytes);
	}

}
