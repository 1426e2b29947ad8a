package io.agentbay.extension;

import io.agentbay.context.browser.ExtensionOption;
import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * Extensions to create a session with.
 *
 * @param outcome how the operation ended
 * @param optionOrNull the extensions, {@code null} on failure
 */
public record ExtensionOptionResult(Outcome outcome,
		@Nullable ExtensionOption optionOrNull) implements Result<ExtensionOptionResult> {

	/**
	 * Return the extensions.
	 * @return the extensions, never {@code null}
	 * @throws io.agentbay.error.ServiceException if the operation failed
	 */
	public ExtensionOption option() {
		if (this.optionOrNull == null) {
			throw this.outcome.toException();
		}
		return this.optionOrNull;
	}

}
