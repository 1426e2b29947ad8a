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

package io.agentbay.local.fault;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Faults at random. The same seed lets the same calls of an action go wrong in the same
 * way, whatever other actions are called in between: so a test that failed can be
 * repeated.
 *
 * @since 0.1.0
 */
public final class Chaos {

	private static final List<Fault> ALL = List.of(Fault.delay(Duration.ofMillis(20)),
			Fault.delayAnswer(Duration.ofMillis(20)), Fault.dropBeforeHandling(), Fault.dropAfterHandling(),
			Fault.cutAfter(10), Fault.malformedBody(),
			Fault
				.answer(503,
						"{\"Code\":\"ServiceUnavailable\",\"Message\":\"Chaos\",\"Success\":false,"
								+ "\"HttpStatusCode\":503,\"RequestId\":\"CHAOS\"}")
				.withHeader("Retry-After", "0"));

	private final long seed;

	private final double rate;

	private final Set<String> actions;

	private final List<Fault> faults;

	private final Map<String, Random> randoms = new HashMap<>();

	private Chaos(long seed, double rate, Set<String> actions, List<Fault> faults) {
		this.seed = seed;
		this.rate = rate;
		this.actions = Set.copyOf(actions);
		this.faults = List.copyOf(faults);
	}

	/**
	 * Faults of all kinds at all actions.
	 * @param seed decides which calls are struck, and how
	 * @param rate the share of calls that are struck, from 0 to 1
	 * @return the chaos
	 */
	public static Chaos seeded(long seed, double rate) {
		if (!(rate >= 0 && rate <= 1)) {
			throw new IllegalArgumentException("rate must be from 0 to 1, not " + rate);
		}
		return new Chaos(seed, rate, Set.of(), ALL);
	}

	/**
	 * The same at some actions only.
	 * @param actions their names, as in {@link Faults#onNext(String, Fault)}
	 * @return a new chaos, from the beginning
	 */
	public Chaos at(String... actions) {
		return new Chaos(this.seed, this.rate, Set.of(actions), this.faults);
	}

	/**
	 * The same with some faults only.
	 * @param faults at least one
	 * @return a new chaos, from the beginning
	 */
	public Chaos with(Fault... faults) {
		if (faults.length == 0) {
			throw new IllegalArgumentException("faults must not be empty");
		}
		return new Chaos(this.seed, this.rate, this.actions, List.of(faults));
	}

	/**
	 * What decides.
	 * @return the seed
	 */
	public long seed() {
		return this.seed;
	}

	synchronized @Nullable Fault next(String action) {
		if (!this.actions.isEmpty() && !this.actions.contains(action)) {
			return null;
		}
		Random random = this.randoms.computeIfAbsent(action, (name) -> new Random(this.seed * 31 + name.hashCode()));
		// Both are drawn each time, so that another rate strikes more or fewer of the
		// same calls.
		double strike = random.nextDouble();
		Fault fault = this.faults.get(random.nextInt(this.faults.size()));
		return (strike < this.rate) ? fault : null;
	}

	@Override
	public String toString() {
		return "Chaos[seed=" + this.seed + ", rate=" + this.rate + "]";
	}

}
