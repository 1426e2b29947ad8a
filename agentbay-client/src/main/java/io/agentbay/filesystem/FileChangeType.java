package io.agentbay.filesystem;

import java.util.Locale;

import org.springframework.util.Assert;

/**
 * What happened to a file or directory. The service may report others than those here.
 *
 * @param value what the service calls it
 */
public record FileChangeType(String value) {

	/** It was made. */
	public static final FileChangeType CREATE = new FileChangeType("create");

	/** Its content has changed. */
	public static final FileChangeType MODIFY = new FileChangeType("modify");

	/** It was deleted. */
	public static final FileChangeType DELETE = new FileChangeType("delete");

	public FileChangeType {
		Assert.hasText(value, "'value' must not be empty");
		value = value.toLowerCase(Locale.ROOT);
	}

}
