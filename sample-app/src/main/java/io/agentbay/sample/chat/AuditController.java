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

package io.agentbay.sample.chat;

import java.util.List;

import io.agentbay.ai.governance.audit.AuditEntry;
import io.agentbay.ai.governance.audit.AuditVerification;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The audit of the tools that models have called.
 */
@RestController
class AuditController {

	private final RecentAudit recent;

	AuditController(RecentAudit recent) {
		this.recent = recent;
	}

	/** The last entries, and whether they are as they were written. */
	@GetMapping("/audit")
	Audit audit() {
		List<AuditEntry> entries = this.recent.entries();
		return new Audit(RecentAudit.verify(entries), entries);
	}

	record Audit(AuditVerification verification, List<AuditEntry> entries) {
	}

}
