package io.agentbay.extension;

import org.jspecify.annotations.Nullable;

/**
 * An extension for browsers.
 *
 * @param id its id, the name of its file
 * @param name its name
 * @param createdAt when it was stored, {@code null} if not told
 */
public record Extension(String id, String name, @Nullable String createdAt) {
}
