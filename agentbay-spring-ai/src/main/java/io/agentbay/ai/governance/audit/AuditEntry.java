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
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * A record in its place in a chain.
 *
 * @param chain the name of the chain
 * @param sequence the place in the chain, from 1 on
 * @param record what is recorded
 * @param previousHash the hash of the entry before it, empty for the first
 * @param hash the hash of all of the above
 * @since 0.1.0
 */
public record AuditEntry(String chain, long sequence, AuditRecord record, String previousHash, String hash) {

	private static final JsonMapper mapper = JsonMapper.builder().build();

	private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {
	};

	/**
	 * Write the entry as one line of JSON.
	 * @return the line
	 */
	public String toJson() {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("time", this.record.time().toString());
		json.put("chain", this.chain);
		json.put("sequence", this.sequence);
		json.put("call", this.record.callId());
		json.put("conversation", this.record.conversation());
		json.put("user", this.record.user());
		json.put("tool", this.record.tool());
		json.put("arguments", this.record.arguments());
		json.put("decision", this.record.decision());
		json.put("decidedBy", this.record.decidedBy());
		json.put("reason", this.record.reason());
		json.put("outcome", this.record.outcome().name());
		json.put("failure", this.record.failure());
		json.put("durationMillis", this.record.durationMillis());
		json.put("session", this.record.session());
		json.put("previousHash", this.previousHash);
		json.put("hash", this.hash);
		return mapper.writeValueAsString(json);
	}

	/**
	 * Read an entry, to verify it.
	 * @param line what {@link #toJson()} has written
	 * @return the entry
	 * @throws IllegalArgumentException if it is no such line
	 */
	public static AuditEntry parse(String line) {
		try {
			Map<String, @Nullable Object> json = mapper.readValue(line, OBJECT);
			AuditRecord record = new AuditRecord(Instant.parse(text(json, "time")), text(json, "call"),
					text(json, "tool"), text(json, "arguments"), find(json, "conversation"), find(json, "user"),
					text(json, "decision"), text(json, "decidedBy"), find(json, "reason"),
					AuditRecord.Outcome.valueOf(text(json, "outcome")), find(json, "failure"),
					Long.parseLong(text(json, "durationMillis")), find(json, "session"));
			return new AuditEntry(text(json, "chain"), Long.parseLong(text(json, "sequence")), record,
					text(json, "previousHash"), text(json, "hash"));
		}
		catch (RuntimeException ex) {
			throw new IllegalArgumentException("'line' must be an entry of an audit trail", ex);
		}
	}

	private static String text(Map<String, @Nullable Object> json, String name) {
		String text = find(json, name);
		Assert.notNull(text, () -> "'" + name + "' is missing");
		return text;
	}

	private static @Nullable String find(Map<String, @Nullable Object> json, String name) {
		Object value = json.get(name);
		return (value != null) ? value.toString() : null;
	}

}
