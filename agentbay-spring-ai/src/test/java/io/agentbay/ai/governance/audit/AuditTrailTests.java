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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.agentbay.ai.governance.H2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Whether the chain shows what was done to it.
 */
class AuditTrailTests {

	private final AuditVerifier verifier = new AuditVerifier(AuditHash.plain());

	private final H2 database = new H2();

	private final JdbcAuditTrail trail = new JdbcAuditTrail(this.database.jdbc(), this.database.transaction(), "app",
			AuditHash.plain());

	@Test
	void anUntouchedChainIsIntact() {
		append(5);
		AuditVerification verification = this.trail.verify();
		assertThat(verification.isIntact()).isTrue();
		assertThat(verification.checked()).isEqualTo(5);
	}

	@Test
	void anEmptyChainIsIntact() {
		assertThat(this.trail.verify().isIntact()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "RECORDED_AT = 1", "CALL_ID = 'x'", "TOOL = 'other'", "ARGUMENTS = 'x'",
			"CONVERSATION = 'x'", "CONVERSATION = NULL", "USER_ID = 'x'", "DECISION = 'DENIED'", "DECIDED_BY = 'eve'",
			"REASON = 'x'", "OUTCOME = 'FAILED'", "FAILURE = 'x'", "DURATION_MILLIS = 9", "SESSION_ID = 'x'",
			"PREVIOUS_HASH = 'x'", "ENTRY_HASH = 'x'" })
	void aChangedEntryShows(String change) {
		append(5);
		this.database.jdbc().update("UPDATE AGENTBAY_TOOL_AUDIT SET " + change + " WHERE SEQUENCE_NUMBER = 3");
		AuditVerification verification = this.trail.verify();
		assertThat(verification.isIntact()).isFalse();
		assertThat(verification.sequence()).isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource({ "1, 2", "3, 4", "5, 5" })
	void aRemovedEntryShows(int removed, int broken) {
		append(5);
		this.database.jdbc().update("DELETE FROM AGENTBAY_TOOL_AUDIT WHERE SEQUENCE_NUMBER = ?", removed);
		AuditVerification verification = this.trail.verify();
		assertThat(verification.sequence()).isEqualTo(broken);
		assertThat(verification.problem()).contains("missing");
	}

	@Test
	void aChainThatWasEmptiedShows() {
		append(5);
		this.database.jdbc().update("DELETE FROM AGENTBAY_TOOL_AUDIT");
		assertThat(this.trail.verify().isIntact()).isFalse();
	}

	@Test
	void anInsertedEntryShows() {
		List<AuditEntry> entries = entries(5);
		AuditEntry forged = AuditHash.plain().seal(entries.get(0).chain(), 3, entries.get(1).hash(), record("forged"));
		List<AuditEntry> inserted = new ArrayList<>(entries);
		inserted.add(2, forged);
		assertThat(this.verifier.verify(inserted.stream()).isIntact()).isFalse();
		List<AuditEntry> exchanged = new ArrayList<>(entries);
		exchanged.set(2, forged);
		AuditVerification verification = this.verifier.verify(exchanged.stream());
		assertThat(verification.sequence()).isEqualTo(4);
		assertThat(verification.problem()).contains("exchanged");
	}

	@Test
	void anotherOrderShows() {
		List<AuditEntry> entries = new ArrayList<>(entries(5));
		entries.add(1, entries.remove(3));
		assertThat(this.verifier.verify(entries.stream()).isIntact()).isFalse();
	}

	@Test
	void whatMovesFromOneFieldToTheNextShows() {
		AuditRecord record = record("x");
		AuditRecord moved = new AuditRecord(record.time(), "c", "allx", record.arguments(), record.conversation(),
				record.user(), record.decision(), record.decidedBy(), record.reason(), record.outcome(),
				record.failure(), record.durationMillis(), record.session());
		assertThat(AuditHash.plain().hash("a", 1, "", moved)).isNotEqualTo(AuditHash.plain().hash("a", 1, "", record));
	}

	@Test
	void withAKeyNobodyElseCanComputeTheHashes() {
		List<AuditEntry> entries = new ArrayList<>();
		AuditHash keyed = AuditHash.keyed("a-key-that-is-long-enough");
		InstanceAuditTrail instance = new InstanceAuditTrail(keyed, entries::add);
		instance.append(record("x"));
		assertThat(new AuditVerifier(keyed).verify(entries.stream()).isIntact()).isTrue();
		List<AuditEntry> forged = List.of(AuditHash.plain().seal(entries.get(0).chain(), 1, "", record("y")));
		assertThat(new AuditVerifier(keyed).verify(forged.stream()).isIntact()).isFalse();
		assertThat(keyed.toString()).doesNotContain("long-enough");
		assertThatIllegalArgumentException().isThrownBy(() -> AuditHash.keyed("short"));
	}

	@Test
	void linesOfTheLogCanBeVerified() {
		List<String> lines = entries(5).stream().map(AuditEntry::toJson).toList();
		assertThat(lines).allSatisfy((line) -> assertThat(line).doesNotContain("\n"));
		assertThat(this.verifier.verify(lines.stream().map(AuditEntry::parse)).isIntact()).isTrue();
		String changed = lines.get(2).replace("\"ann\"", "\"eve\"");
		assertThat(
				this.verifier.verify(Stream.of(lines.get(0), lines.get(1), changed).map(AuditEntry::parse)).sequence())
			.isEqualTo(3);
		assertThatIllegalArgumentException().isThrownBy(() -> AuditEntry.parse("{}"));
	}

	@Test
	void aPartOfAChainCanBeVerified() {
		List<AuditEntry> part = new ArrayList<>(entries(5).subList(2, 5));
		assertThat(this.verifier.verify(part.stream()).isIntact()).isFalse();
		assertThat(this.verifier.verifyPart(part.stream())).satisfies((verification) -> {
			assertThat(verification.isIntact()).isTrue();
			assertThat(verification.checked()).isEqualTo(3);
		});
		assertThat(this.verifier.verifyPart(Stream.of(part.get(0), part.get(2))).problem()).contains("missing");
		AuditEntry first = part.get(0);
		part.set(0,
				new AuditEntry(first.chain(), first.sequence(), record("forged"), first.previousHash(), first.hash()));
		assertThat(this.verifier.verifyPart(part.stream()).sequence()).isEqualTo(3);
	}

	@Test
	void anEntryThatIsNotTakenLeavesNoGap() {
		List<AuditEntry> entries = new ArrayList<>();
		boolean[] broken = { true };
		InstanceAuditTrail instance = new InstanceAuditTrail(AuditHash.plain(), (entry) -> {
			if (broken[0]) {
				throw new IllegalStateException("disk full");
			}
			entries.add(entry);
		});
		assertThatIllegalStateException().isThrownBy(() -> instance.append(record("x")));
		broken[0] = false;
		instance.append(record("y"));
		assertThat(this.verifier.verify(entries.stream()).isIntact()).isTrue();
	}

	@Test
	void severalInstancesWriteOneChain() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(6);
		CountDownLatch start = new CountDownLatch(1);
		List<Future<?>> writers = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			JdbcAuditTrail instance = new JdbcAuditTrail(this.database.jdbc(), this.database.transaction(), "app",
					AuditHash.plain());
			writers.add(threads.submit(() -> {
				start.await();
				for (int j = 0; j < 20; j++) {
					instance.append(record("x" + j));
				}
				return null;
			}));
		}
		start.countDown();
		for (Future<?> writer : writers) {
			writer.get(120, TimeUnit.SECONDS);
		}
		threads.shutdown();
		AuditVerification verification = this.trail.verify();
		assertThat(verification.problem()).isNull();
		assertThat(verification.checked()).isEqualTo(120);
	}

	private void append(int count) {
		for (int i = 1; i <= count; i++) {
			this.trail.append(record("x" + i));
		}
	}

	private static List<AuditEntry> entries(int count) {
		List<AuditEntry> entries = new ArrayList<>();
		InstanceAuditTrail instance = new InstanceAuditTrail(AuditHash.plain(), entries::add);
		for (int i = 1; i <= count; i++) {
			instance.append(record("line " + i + "\n"));
		}
		return entries;
	}

	private static AuditRecord record(String arguments) {
		return new AuditRecord(Instant.now(), "call", "x", arguments, "c1", "ann", "ALLOWED", "rule", null,
				AuditRecord.Outcome.ANSWERED, null, 5, "s-1");
	}

}
