package io.agentbay.extension;

import java.util.List;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * The extensions that are stored.
 *
 * @param outcome how the operation ended
 * @param extensions the extensions, empty on failure
 */
public record ExtensionListResult(Outcome outcome, List<Extension> extensions) implements Result<ExtensionListResult> {

	public ExtensionListResult {
		extensions = List.copyOf(extensions);
	}

}
