package io.agentbay.volume;

import org.jspecify.annotations.Nullable;

/**
 * A volume.
 *
 * @param id its id
 * @param name its name
 * @param imageId the image that it belongs to, {@code null} if to none
 * @param status its state in the service's own words, {@code null} if not told
 * @param createTime when it was created, {@code null} if not told
 */
public record Volume(String id, String name, @Nullable String imageId, @Nullable String status,
		@Nullable String createTime) {
}
