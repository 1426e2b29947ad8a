package io.agentbay.filesystem;

import java.util.Arrays;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * The content of a file of any kind.
 *
 * @param outcome how the operation ended
 * @param content all its bytes, empty on failure
 */
public record FileBytesResult(Outcome outcome, byte[] content) implements Result<FileBytesResult> {

	@Override
	public boolean equals(Object other) {
		return other instanceof FileBytesResult that && this.outcome.equals(that.outcome)
				&& Arrays.equals(this.content, that.content);
	}

	@Override
	public int hashCode() {
		return 31 * this.outcome.hashCode() + Arrays.hashCode(this.content);
	}

	@Override
	public String toString() {
		return "FileBytesResult[outcome=" + this.outcome + ", " + this.content.length + " bytes]";
	}

}
