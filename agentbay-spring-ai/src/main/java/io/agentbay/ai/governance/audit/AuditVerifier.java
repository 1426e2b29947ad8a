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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Checks chains of entries, for example those of a log:
 *
 * <pre class="code">
 * try (Stream&lt;String&gt; lines = Files.lines(auditLog)) {
 *     AuditVerification result = verifier.verify(lines.map(AuditEntry::parse));
 * }
 * </pre>
 *
 * <p>
 * That the last entries of a chain are missing shows only when it is known where it must
 * end: {@link JdbcAuditTrail#verify()} knows.
 *
 * @since 0.1.0
 */
public final class AuditVerifier {

	private final AuditHash hash;

	/**
	 * Create a verifier.
	 * @param hash computes the hashes, as when the entries were written
	 */
	public AuditVerifier(AuditHash hash) {
		this.hash = hash;
	}

	/**
	 * Check entries.
	 * @param entries the entries from the first on, each chain in its order; chains may
	 * be mixed
	 * @return the first thing that is wrong, or that nothing is
	 */
	public AuditVerification verify(Stream<AuditEntry> entries) {
		return verify(entries, new HashMap<>(), false);
	}

	/**
	 * Check a part of chains, such as the newest of several files of a log. What was
	 * before the first entry of each chain is not known, so that it may be missing.
	 * @param entries the entries, each chain in its order and without gaps; chains may be
	 * mixed
	 * @return the first thing that is wrong, or that nothing is
	 */
	public AuditVerification verifyPart(Stream<AuditEntry> entries) {
		return verify(entries, new HashMap<>(), true);
	}

	private AuditVerification verify(Stream<AuditEntry> entries, Map<String, AuditEntry> last, boolean part) {
		long checked = 0;
		for (Iterator<AuditEntry> each = entries.iterator(); each.hasNext();) {
			AuditEntry entry = each.next();
			AuditEntry before = last.get(entry.chain());
			String problem = (before == null && part) ? problem(entry) : problem(before, entry);
			if (problem != null) {
				return new AuditVerification(checked, entry.chain(), entry.sequence(), problem);
			}
			last.put(entry.chain(), entry);
			checked++;
		}
		return new AuditVerification(checked, null, 0, null);
	}

	/** Check a chain and where it must end. */
	AuditVerification verify(Stream<AuditEntry> entries, String chain, long sequence, String hash) {
		Map<String, AuditEntry> last = new HashMap<>();
		AuditVerification verification = verify(entries, last, false);
		if (!verification.isIntact()) {
			return verification;
		}
		AuditEntry end = last.get(chain);
		long found = (end != null) ? end.sequence() : 0;
		if (found < sequence) {
			return new AuditVerification(verification.checked(), chain, found + 1,
					"the entries from here to %s are missing".formatted(sequence));
		}
		if (found > sequence || end != null && !same(end.hash(), hash)) {
			return new AuditVerification(verification.checked(), chain, found, "the chain must not end here");
		}
		return verification;
	}

	private @Nullable String problem(@Nullable AuditEntry before, AuditEntry entry) {
		long expected = (before != null) ? before.sequence() + 1 : 1;
		if (entry.sequence() > expected) {
			return "the entry before it is missing: %s was expected".formatted(expected);
		}
		if (entry.sequence() < expected) {
			return "its place is taken already: %s was expected".formatted(expected);
		}
		String problem = problem(entry);
		if (problem != null) {
			return problem;
		}
		if (!same(entry.previousHash(), (before != null) ? before.hash() : "")) {
			return "the entry before it was exchanged: its hash is another one";
		}
		return null;
	}

	private @Nullable String problem(AuditEntry entry) {
		String expected = this.hash.hash(entry.chain(), entry.sequence(), entry.previousHash(), entry.record());
		return same(entry.hash(), expected) ? null : "it was changed: its hash is not that of its content";
	}

	private static boolean same(String a, String b) {
		return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
	}

}
