package io.agentbay.context;

import org.jspecify.annotations.Nullable;

/**
 * A file in a context.
 *
 * @param id its id, {@code null} if not told
 * @param name its name
 * @param path its path
 * @param folder whether it is a folder
 * @param size its size in bytes
 * @param createdAt when it was created, as the service writes it
 * @param modifiedAt when it was last changed, as the service writes it
 * @param status its state, as the service names it
 */
public record ContextFile(@Nullable String id, String name, String path, boolean folder, long size,
		@Nullable String createdAt, @Nullable String modifiedAt, @Nullable String status) {
}
