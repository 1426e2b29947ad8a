package io.agentbay.filesystem;

import org.springframework.util.Assert;

/**
 * A replacement in a text file. Only the first occurrence is replaced.
 *
 * @param oldText the text to look for
 * @param newText the text to put in its place, possibly empty
 */
public record FileEdit(String oldText, String newText) {

	public FileEdit {
		Assert.hasLength(oldText, "'oldText' must not be empty");
		Assert.notNull(newText, "'newText' must not be null; pass an empty text to delete");
	}

}
