package io.agentbay.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A volume.
 *
 * @param volumeId the volume
 * @param volumeName its name
 * @param imageId the image that it belongs to
 * @param status its state
 * @param createTime when it was created
 */
public record VolumeData(@JsonProperty("VolumeId") @Nullable String volumeId,
		@JsonProperty("VolumeName") @Nullable String volumeName,
		@JsonProperty("BelongingImageId") @Nullable String imageId, @JsonProperty("Status") @Nullable String status,
		@JsonProperty("CreateTime") @Nullable String createTime) {
}
