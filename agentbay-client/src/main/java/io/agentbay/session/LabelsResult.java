package io.agentbay.session;

import java.util.Map;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * The labels of a session.
 *
 * @param outcome how the operation ended
 * @param labels the labels, without those of the client; empty on failure
 */
public record LabelsResult(Outcome outcome, Map<String, String> labels) implements Result<LabelsResult> {

	public LabelsResult {
		labels = Map.copyOf(labels);
	}

}
