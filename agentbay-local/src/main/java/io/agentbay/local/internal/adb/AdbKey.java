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

package io.agentbay.local.internal.adb;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Cipher;

/**
 * A public key of {@code adb}, as in its file {@code adbkey.pub}.
 *
 * @param key the key
 */
public record AdbKey(PublicKey key) {

	/** Keys of adb have 2048 bits. */
	private static final int MODULUS_BYTES = 256;

	/** Two numbers of four bytes, modulus, a helper as long, and the exponent. */
	private static final int BYTES = 8 + 2 * MODULUS_BYTES + 4;

	/** What precedes a SHA-1 hash in a signature. */
	private static final byte[] HASH_PREFIX = HexFormat.of().parseHex("3021300906052b0e03021a05000414");

	/**
	 * Read a key.
	 * @param text the key in Base64, after which a name may follow
	 * @return the key
	 * @throws IllegalArgumentException if it is none
	 */
	public static AdbKey parse(String text) {
		try {
			ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text.strip().split("\\s", 2)[0]))
				.order(ByteOrder.LITTLE_ENDIAN);
			if (bytes.capacity() != BYTES || bytes.getInt(0) != MODULUS_BYTES / 4) {
				throw new IllegalArgumentException("not a key of adb with 2048 bits");
			}
			byte[] modulus = new byte[MODULUS_BYTES];
			for (int i = 0; i < MODULUS_BYTES; i++) {
				modulus[MODULUS_BYTES - 1 - i] = bytes.get(8 + i);
			}
			long exponent = Integer.toUnsignedLong(bytes.getInt(BYTES - 4));
			return new AdbKey(KeyFactory.getInstance("RSA")
				.generatePublic(new RSAPublicKeySpec(new BigInteger(1, modulus), BigInteger.valueOf(exponent))));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("not a key of adb with 2048 bits", ex);
		}
	}

	/**
	 * Whether the owner of this key has signed a token. The token counts as a SHA-1 hash.
	 */
	boolean hasSigned(byte[] token, byte[] signature) {
		try {
			Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
			cipher.init(Cipher.DECRYPT_MODE, this.key);
			byte[] expected = ByteBuffer.allocate(HASH_PREFIX.length + token.length)
				.put(HASH_PREFIX)
				.put(token)
				.array();
			return MessageDigest.isEqual(cipher.doFinal(signature), expected);
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

}
