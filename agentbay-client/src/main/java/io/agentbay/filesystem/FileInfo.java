package io.agentbay.filesystem;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a file or directory.
 *
 * @param path its path as it was asked for
 * @param size its size in bytes
 * @param directory whether it is a directory
 * @param permissions its permissions, in the image's own notation; {@code null} if not
 * told
 * @param modified when it was last changed, in the image's own notation; {@code null} if
 * not told
 * @param details all that the image told, by the image's own names
 */
public record FileInfo(String path, long size, boolean directory, @Nullable String permissions,
		@Nullable String modified, Map<String, String> details) {

	public FileInfo {
		details = Map.copyOf(details);
	}

}
