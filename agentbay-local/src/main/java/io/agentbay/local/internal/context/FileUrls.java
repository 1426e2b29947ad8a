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

package io.agentbay.local.internal.context;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.agentbay.local.clock.RuntimeClock;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of single files that hold their own permission: signed for one method, one
 * file and a limited time. The signature covers nothing else, so a client may send what
 * headers it likes. The key is made anew by every runtime.
 */
public final class FileUrls {

	/**
	 * How long an address holds.
	 */
	public static final Duration LIFETIME = Duration.ofHours(1);

	private static final String ALGORITHM = "HmacSHA256";

	private final byte[] key = new byte[32];

	private final RuntimeClock clock;

	/**
	 * Make a key.
	 * @param clock tells when an address has expired
	 */
	public FileUrls(RuntimeClock clock) {
		this.clock = clock;
		new SecureRandom().nextBytes(this.key);
	}

	/**
	 * Sign an address.
	 * @param endpoint the address of the runtime
	 * @param method {@code PUT} or {@code GET}
	 * @param contextId the context
	 * @param path the file
	 * @return the address
	 */
	public String address(URI endpoint, String method, String contextId, ContextPath path) {
		long expires = this.clock.now().plus(LIFETIME).getEpochSecond();
		return "%s/contexts/%s/file?path=%s&expires=%s&signature=%s".formatted(endpoint, contextId,
				URLEncoder.encode(path.toString(), StandardCharsets.UTF_8), expires,
				signature(method, contextId, path.toString(), String.valueOf(expires)));
	}

	/**
	 * Check what came with a request.
	 * @param method its method
	 * @param contextId the context in its path
	 * @param path the file in its query
	 * @param expires when its permission ends, in its query
	 * @param signature the signature in its query
	 * @throws ContextRefusedException if the address was not signed here for this method,
	 * or has expired
	 */
	public void check(String method, String contextId, @Nullable String path, @Nullable String expires,
			@Nullable String signature) {
		if (path == null || expires == null || signature == null
				|| !MessageDigest.isEqual(signature.getBytes(StandardCharsets.UTF_8),
						signature(method, contextId, path, expires).getBytes(StandardCharsets.UTF_8))) {
			throw new ContextRefusedException("SignatureDoesNotMatch",
					"The address was not signed by this runtime for this method");
		}
		if (!this.clock.now().isBefore(Instant.ofEpochSecond(Long.parseLong(expires)))) {
			throw new ContextRefusedException("AccessDenied", "The address has expired");
		}
	}

	private String signature(String method, String contextId, String path, String expires) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(this.key, ALGORITHM));
			String text = String.join("\n", method, contextId, expires, path);
			return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM has no " + ALGORITHM, ex);
		}
	}

}
