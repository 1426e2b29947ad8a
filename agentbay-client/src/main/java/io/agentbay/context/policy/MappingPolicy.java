package io.agentbay.context.policy;

import org.springframework.util.Assert;

/**
 * Lets a context that was filled under one path be mounted under another.
 *
 * @param path the path that it was filled under
 */
public record MappingPolicy(String path) {

	public MappingPolicy {
		Assert.hasText(path, "'path' must not be empty");
	}

}
