package io.agentbay.extension;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * An extension that was stored.
 *
 * @param outcome how the operation ended
 * @param extensionOrNull the extension, {@code null} on failure
 */
public record ExtensionResult(Outcome outcome, @Nullable Extension extensionOrNull) implements Result<ExtensionResult> {

	/**
	 * Return the extension.
	 * @return the extension, never {@code null}
	 * @throws io.agentbay.error.ServiceException if the operation failed
	 */
	public Extension extension() {
		if (this.extensionOrNull == null) {
			throw this.outcome.toException();
		}
		return this.extensionOrNull;
	}

}
