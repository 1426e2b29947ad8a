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

package io.agentbay;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.session.SessionQuery;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A list whose pages never end is not read for ever.
 */
@Tag("failure")
class EndlessListTests {

	private final ScriptedServer server = new ScriptedServer();

	private final AgentBay agentBay = this.server.client().operationTimeout(Duration.ofSeconds(2)).build();

	@AfterEach
	void disconnect() {
		this.agentBay.close();
		this.server.close();
	}

	@Test
	void aPageThatLeadsToItselfIsTold() {
		this.server.answersOtherwise((request) -> page("[]".replace("]", "{\"SessionId\":\"s-1\"}]"), "same"));
		assertThatExceptionOfType(InvalidReplyException.class)
			.isThrownBy(() -> this.agentBay.list(SessionQuery.all()).count())
			.withMessageContaining("has no end");
		assertThat(this.server.requests()).hasSizeLessThan(5);
	}

	@Test
	void pagesThatLeadInACircleAreTold() {
		AtomicInteger number = new AtomicInteger();
		this.server
			.answersOtherwise((request) -> page("[{\"SessionId\":\"s-1\"}]", "page-" + number.incrementAndGet() % 7));
		assertThatExceptionOfType(InvalidReplyException.class)
			.isThrownBy(() -> this.agentBay.list(SessionQuery.all()).count())
			.withMessageContaining("has no end");
		assertThat(this.server.requests()).hasSizeLessThan(30);
	}

	@Test
	void emptyPagesWithoutEndAreTold() {
		AtomicInteger number = new AtomicInteger();
		this.server.answersOtherwise((request) -> page("[]", "page-" + number.incrementAndGet()));
		assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(() -> this.agentBay.contexts().list().count())
			.withMessageContaining("has no end");
	}

	@Test
	void lookingForOwnedSessionsHasTheTimeOfOneOperation() {
		AtomicInteger number = new AtomicInteger();
		this.server.answersOtherwise((request) -> "GetLabel".equals(request.query().get("Action"))
				? Replies.labels("{\"agentbay-owner\":\"shop\",\"agentbay-instance\":\"i-1\"}")
				: page("[{\"SessionId\":\"s-1\"}]", "page-" + number.incrementAndGet()));
		assertThatExceptionOfType(CallTimeoutException.class).isThrownBy(() -> this.agentBay.listOwned("shop").count());
	}

	@Test
	void sessionsOfOthersAreNotTakenForOwned() {
		this.server.answersOtherwise((request) -> "GetLabel".equals(request.query().get("Action"))
				? Replies.labels("{\"agentbay-owner\":\"another\"}")
				: Replies.ok("[{\"SessionId\":\"s-1\"},{\"SessionId\":\"s-2\"}]"));
		assertThat(this.agentBay.listOwned("shop")).isEmpty();
	}

	private static String page(String items, String next) {
		return "{\"Code\":\"ok\",\"Success\":true,\"RequestId\":\"R-7\",\"NextToken\":\"" + next + "\",\"Data\":"
				+ items + "}";
	}

}
