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

package io.agentbay.internal.session;

import java.util.ArrayList;
import java.util.List;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.device.PhoneShell;
import io.agentbay.mobile.MobileExtraConfig;
import io.agentbay.mobile.MobileSimulateConfig;
import io.agentbay.session.ContextFailure;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Makes a session that was created the one that was asked for: configures its phone,
 * waits for its contexts, and lets the phone take over another one. What fails on the way
 * is told, and costs the session only if that was asked for.
 */
final class Configuring {

	private static final Logger logger = LoggerFactory.getLogger(Configuring.class);

	private final DefaultReactiveSession session;

	private final CreateSessionOptions params;

	private final CallDetails created;

	private final List<String> warnings = new ArrayList<>();

	Configuring(DefaultReactiveSession session, CreateSessionOptions params, CallDetails created) {
		this.session = session;
		this.params = params;
		this.created = created;
	}

	Mono<ReactiveSession> run() {
		return configurePhone()
			.then(new ContextLoading(this.session.context(), this.params.allContextSyncs(), this.params.contextMounts())
				.await())
			.flatMap((failed) -> {
				if (!failed.isEmpty() && this.params.contextFailure() == ContextFailure.DELETE_SESSION) {
					return giveUp(String.join("; ", failed));
				}
				this.warnings.addAll(failed);
				return simulatePhone().then(Mono.fromSupplier(() -> {
					this.session.warn(this.warnings);
					return this.session;
				}));
			});
	}

	private Mono<Void> configurePhone() {
		MobileExtraConfig config = this.params.mobileConfig();
		return (config != null) ? heeded("The phone could not be configured", this.session.mobile().configure(config))
				: Mono.empty();
	}

	private Mono<Void> simulatePhone() {
		MobileSimulateConfig config = this.params.mobileSimulate();
		return (config != null && config.isEnabled()) ? heeded("The phone could not take over another one",
				new PhoneShell(this.session.tools()).takeOver(config)) : Mono.empty();
	}

	private Mono<Void> heeded(String what, Mono<?> step) {
		return step.then().onErrorResume(AgentBayException.class, (ex) -> {
			warn(what + ": " + ex.getMessage());
			return Mono.empty();
		});
	}

	private void warn(String warning) {
		logger.warn("Session {}: {}", this.session.id(), warning);
		this.warnings.add(warning);
	}

	private Mono<ReactiveSession> giveUp(String why) {
		return this.session.delete()
			.thenReturn("Session %s was deleted: %s".formatted(this.session.id(), why))
			.onErrorResume(AgentBayException.class,
					(ex) -> Mono.just("%s. Session %s could not be deleted: %s".formatted(why, this.session.id(),
							ex.getMessage())))
			.flatMap((message) -> Mono.error(ServiceException.of(FailureKind.SERVICE, null, message, this.created)));
	}

}
