package io.agentbay.code;

import java.time.Duration;

import io.agentbay.blocking.Blocking;

/**
 * Runs code in the interpreters of a session and waits for it. The blocking twin of
 * {@link ReactiveCode}.
 */
public final class Code {

	private final ReactiveCode reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public Code(ReactiveCode reactive) {
		this.reactive = reactive;
	}

	/**
	 * Run code for at most 60 seconds: tool {@code run_code}.
	 * @param code the code
	 * @param language its language
	 * @return what it led to
	 * @throws IllegalArgumentException if the code is blank or the language {@code null}
	 */
	public CodeResult run(String code, CodeLanguage language) {
		return Blocking.await(this.reactive.run(code, language));
	}

	/**
	 * Run code: tool {@code run_code}. Interrupting the waiting thread does not end the
	 * code.
	 * @param code the code
	 * @param language its language
	 * @param timeout after which time the code is interrupted, in whole seconds, at least
	 * one. Through the service's gateway a request is cut off after about 60 seconds,
	 * whatever the time-out says
	 * @return what it led to
	 * @throws IllegalArgumentException if the code is blank, the language {@code null},
	 * or the time-out shorter than a second
	 */
	public CodeResult run(String code, CodeLanguage language, Duration timeout) {
		return Blocking.await(this.reactive.run(code, language, timeout));
	}

}
