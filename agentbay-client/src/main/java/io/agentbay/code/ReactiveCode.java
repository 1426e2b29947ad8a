package io.agentbay.code;

import java.time.Duration;
import java.util.Map;

import io.agentbay.tool.SessionTools;
import io.agentbay.tool.ToolCall;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Runs code in the interpreters of a session. Each language has one interpreter, which
 * keeps its variables between calls. Made for the image {@code code_latest}. Code is run
 * at most once.
 */
public final class ReactiveCode {

	private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

	/** What the way to the session and back may take on top of the code's own time. */
	private static final Duration MARGIN = Duration.ofSeconds(15);

	private final SessionTools tools;

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 */
	public ReactiveCode(SessionTools tools) {
		this.tools = tools;
	}

	/**
	 * Run code for at most 60 seconds: tool {@code run_code}.
	 * @param code the code
	 * @param language its language
	 * @return what it led to
	 * @throws IllegalArgumentException if the code is blank or the language {@code null}
	 */
	public Mono<CodeResult> run(String code, CodeLanguage language) {
		return run(code, language, DEFAULT_TIMEOUT);
	}

	/**
	 * Run code: tool {@code run_code}. Cancelling the subscription does not end the code.
	 * @param code the code
	 * @param language its language
	 * @param timeout after which time the code is interrupted, in whole seconds, at least
	 * one. Through the service's gateway a request is cut off after about 60 seconds,
	 * whatever the time-out says
	 * @return what it led to
	 * @throws IllegalArgumentException if the code is blank, the language {@code null},
	 * or the time-out shorter than a second
	 */
	public Mono<CodeResult> run(String code, CodeLanguage language, Duration timeout) {
		Assert.hasText(code, "'code' must not be empty");
		Assert.notNull(language, "'language' must not be null");
		Assert.isTrue(timeout != null && timeout.toSeconds() >= 1, "'timeout' must be at least one second");
		Map<String, Object> arguments = Map.of("code", code, "language", language.wireName(), "timeout_s",
				timeout.toSeconds());
		return this.tools.call(ToolCall.of("run_code", arguments).withReadTimeout(timeout.plus(MARGIN)))
			.map(CodeAnswer::read);
	}

}
