package io.agentbay.filesystem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * The contents of several text files.
 *
 * @param outcome how the operation ended
 * @param contents the texts by path, in the order asked for, empty on failure
 */
public record FileContentsResult(Outcome outcome, Map<String, String> contents) implements Result<FileContentsResult> {

	public FileContentsResult {
		contents = Collections.unmodifiableMap(new LinkedHashMap<>(contents));
	}

}
