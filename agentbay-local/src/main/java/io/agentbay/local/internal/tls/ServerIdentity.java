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

package io.agentbay.local.internal.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The key and the certificates by which clients that speak https know the runtime.
 *
 * @param key the private key
 * @param chain its certificate and those that vouch for it, in this order
 */
public record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {

	/**
	 * The file with the last certificate of the chain, for clients that are not Java.
	 */
	public static final String PEM_FILE = "agentbay-local.pem";

	/**
	 * The file with the last certificate of the chain as a PKCS#12 trust store.
	 */
	public static final String TRUST_STORE_FILE = "agentbay-local.p12";

	/**
	 * The password of the trust store. It holds nothing secret.
	 */
	public static final String TRUST_STORE_PASSWORD = "changeit";

	public ServerIdentity {
		chain = List.copyOf(chain);
	}

	ServerIdentity(PrivateKey key, X509Certificate certificate) {
		this(key, List.of(certificate));
	}

	/**
	 * Make one that nobody knows yet. It is good for a year.
	 * @param hosts the names and addresses at which the runtime is reached
	 * @return the identity
	 */
	public static ServerIdentity selfSigned(Collection<String> hosts) {
		try {
			return SelfSigned.create(hosts);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM cannot make a certificate", ex);
		}
	}

	/**
	 * Read one from a key store.
	 * @param keyStore a file of any type that the JVM knows, with one private key
	 * @param password the password of the store and of the key
	 * @return the identity
	 * @throws IOException if the file cannot be read, or not with this password
	 * @throws IllegalArgumentException if it is no key store with exactly one key
	 */
	public static ServerIdentity read(Path keyStore, String password) throws IOException {
		try {
			char[] secret = password.toCharArray();
			KeyStore store = KeyStore.getInstance(keyStore.toFile(), secret);
			List<String> keys = Collections.list(store.aliases());
			keys.removeIf((alias) -> !isKey(store, alias));
			if (keys.size() != 1) {
				throw new IllegalArgumentException(
						"The key store %s must hold one key, not %s".formatted(keyStore, keys.size()));
			}
			return new ServerIdentity((PrivateKey) store.getKey(keys.get(0), secret),
					Stream.of(store.getCertificateChain(keys.get(0))).map(X509Certificate.class::cast).toList());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("The key store %s cannot be used".formatted(keyStore), ex);
		}
	}

	/**
	 * Write what clients need to trust this identity.
	 * @param directory where to, made when it does not exist
	 * @throws IOException if it cannot be written
	 */
	public void writeTrust(Path directory) throws IOException {
		Files.createDirectories(directory);
		X509Certificate trusted = this.chain.get(this.chain.size() - 1);
		try {
			String pem = "-----BEGIN CERTIFICATE-----\n"
					+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(trusted.getEncoded())
					+ "\n-----END CERTIFICATE-----\n";
			Files.writeString(directory.resolve(PEM_FILE), pem, StandardCharsets.US_ASCII);
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setCertificateEntry("agentbay-local", trusted);
			try (OutputStream file = Files.newOutputStream(directory.resolve(TRUST_STORE_FILE))) {
				store.store(file, TRUST_STORE_PASSWORD.toCharArray());
			}
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM cannot write a trust store", ex);
		}
	}

	/**
	 * The chain as it is shown to clients.
	 * @return the certificates
	 */
	public X509Certificate[] certificates() {
		return this.chain.toArray(X509Certificate[]::new);
	}

	@Override
	public String toString() {
		return "ServerIdentity[" + this.chain.stream().map(Certificate::getType).toList() + "]";
	}

	private static boolean isKey(KeyStore store, String alias) {
		try {
			return store.isKeyEntry(alias);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
