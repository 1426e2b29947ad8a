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

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * Makes a key and a certificate that vouches for itself. The JDK can read certificates
 * but offers no way to make one.
 */
final class SelfSigned {

	private static final Duration LIFETIME = Duration.ofDays(365);

	/** Clocks differ. */
	private static final Duration BACKDATED = Duration.ofDays(1);

	private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.objectId(1, 2, 840, 10045, 4, 3, 2));

	private static final byte[] COMMON_NAME = Der.objectId(2, 5, 4, 3);

	private static final int DNS_NAME = 2;

	private static final int IP_ADDRESS = 7;

	private SelfSigned() {
	}

	static ServerIdentity create(Collection<String> hosts) throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		KeyPair keys = generator.generateKeyPair();
		byte[] content = content(keys, hosts);
		Signature signature = Signature.getInstance("SHA256withECDSA");
		signature.initSign(keys.getPrivate());
		signature.update(content);
		byte[] encoded = Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(0, signature.sign()));
		X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(encoded));
		return new ServerIdentity(keys.getPrivate(), certificate);
	}

	private static byte[] content(KeyPair keys, Collection<String> hosts) throws GeneralSecurityException {
		byte[] version3 = Der.field(0, Der.integer(BigInteger.TWO));
		byte[] serial = Der.integer(new BigInteger(120, new SecureRandom()).setBit(120));
		byte[] name = Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.text("AgentBay local runtime"))));
		Instant now = Instant.now();
		byte[] validity = Der.sequence(Der.time(now.minus(BACKDATED)), Der.time(now.plus(LIFETIME)));
		return Der.sequence(version3, serial, ECDSA_WITH_SHA256, name, validity, name, keys.getPublic().getEncoded(),
				Der.field(3, extensions(keys, hosts)));
	}

	/**
	 * It is both the server's certificate and the authority that clients are told to
	 * trust, for which strict ones want all of these.
	 */
	private static byte[] extensions(KeyPair keys, Collection<String> hosts) throws GeneralSecurityException {
		byte[] keyId = MessageDigest.getInstance("SHA-1").digest(keys.getPublic().getEncoded());
		byte[] basicConstraints = Der.sequence(Der.objectId(2, 5, 29, 19), Der.yes(),
				Der.octets(Der.sequence(Der.yes())));
		byte digitalSignatureAndCertificateSigning = (byte) 0x84;
		byte[] keyUsage = Der.sequence(Der.objectId(2, 5, 29, 15), Der.yes(),
				Der.octets(Der.bits(2, digitalSignatureAndCertificateSigning)));
		byte[] serverAuthentication = Der.sequence(Der.objectId(2, 5, 29, 37),
				Der.octets(Der.sequence(Der.objectId(1, 3, 6, 1, 5, 5, 7, 3, 1))));
		byte[] subjectKey = Der.sequence(Der.objectId(2, 5, 29, 14), Der.octets(Der.octets(keyId)));
		byte[] names = Der.sequence(Der.objectId(2, 5, 29, 17),
				Der.octets(Der.sequence(hosts.stream().distinct().map(SelfSigned::name).toArray(byte[][]::new))));
		return Der.sequence(basicConstraints, keyUsage, serverAuthentication, subjectKey, names);
	}

	private static byte[] name(String host) {
		boolean address = host.contains(":")
				|| host.chars().allMatch((letter) -> letter == '.' || Character.isDigit(letter));
		if (!address) {
			return Der.choice(DNS_NAME, host.getBytes(StandardCharsets.US_ASCII));
		}
		try {
			return Der.choice(IP_ADDRESS, InetAddress.getByName(host).getAddress());
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException("Not an address: " + host, ex);
		}
	}

}
