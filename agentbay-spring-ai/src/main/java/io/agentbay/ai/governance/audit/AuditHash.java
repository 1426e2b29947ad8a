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

package io.agentbay.ai.governance.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Computes the hashes of a chain: SHA-256, or with a key HMAC-SHA-256, which nobody can
 * compute anew who can only write to the database.
 *
 * @since 0.1.0
 */
public final class AuditHash {

	private static final String VERSION = "agentbay-audit-1";

	private static final int SHORTEST_KEY = 16;

	private final @Nullable SecretKeySpec key;

	private AuditHash(@Nullable SecretKeySpec key) {
		this.key = key;
	}

	/**
	 * Compute hashes without a key.
	 * @return the hash
	 */
	public static AuditHash plain() {
		return new AuditHash(null);
	}

	/**
	 * Compute hashes with a key.
	 * @param key the key, at least 16 bytes in UTF-8; verifying needs the same
	 * @return the hash
	 */
	public static AuditHash keyed(String key) {
		byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
		Assert.isTrue(bytes.length >= SHORTEST_KEY, () -> "'key' must have at least " + SHORTEST_KEY + " bytes");
		return new AuditHash(new SecretKeySpec(bytes, "HmacSHA256"));
	}

	/**
	 * Put a record into its place.
	 * @param chain the name of the chain
	 * @param sequence the place
	 * @param previousHash the hash of the entry before it, empty for the first
	 * @param record the record
	 * @return the entry
	 */
	public AuditEntry seal(String chain, long sequence, String previousHash, AuditRecord record) {
		return new AuditEntry(chain, sequence, record, previousHash, hash(chain, sequence, previousHash, record));
	}

	String hash(String chain, long sequence, String previousHash, AuditRecord record) {
		byte[] bytes = canonical(chain, sequence, previousHash, record);
		try {
			if (this.key == null) {
				return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
			}
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			return HexFormat.of().formatHex(mac.doFinal(bytes));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JVM has SHA-256", ex);
		}
	}

	/** Each text with its length, so that nothing can move from one to the next. */
	private static byte[] canonical(String chain, long sequence, String previousHash, AuditRecord record) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			write(out, VERSION);
			write(out, chain);
			out.writeLong(sequence);
			write(out, previousHash);
			out.writeLong(record.time().toEpochMilli());
			write(out, record.callId());
			write(out, record.tool());
			write(out, record.arguments());
			write(out, record.conversation());
			write(out, record.user());
			write(out, record.decision());
			write(out, record.decidedBy());
			write(out, record.reason());
			write(out, record.outcome().name());
			write(out, record.failure());
			out.writeLong(record.durationMillis());
			write(out, record.session());
		}
		catch (IOException ex) {
			throw new IllegalStateException("Memory can be written to", ex);
		}
		return bytes.toByteArray();
	}

	private static void write(DataOutputStream out, @Nullable String text) throws IOException {
		if (text == null) {
			out.writeInt(-1);
			return;
		}
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	/**
	 * Return that this is a hash, without its key.
	 * @return a text without the key
	 */
	@Override
	public String toString() {
		return (this.key != null) ? "HMAC-SHA-256" : "SHA-256";
	}

}
