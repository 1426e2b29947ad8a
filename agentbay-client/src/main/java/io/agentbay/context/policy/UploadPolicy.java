package io.agentbay.context.policy;

import org.springframework.util.Assert;

/**
 * How files get from the session to the storage.
 *
 * @param autoUpload whether they are uploaded without being asked for; default true
 * @param uploadStrategy when; {@code UploadBeforeResourceRelease}, before the session
 * ends, is the only strategy known
 * @param uploadMode in which form they are stored; default {@link UploadMode#FILE}
 */
public record UploadPolicy(boolean autoUpload, String uploadStrategy, UploadMode uploadMode) {

	private static final UploadPolicy DEFAULTS = new UploadPolicy(true, "UploadBeforeResourceRelease", UploadMode.FILE);

	public UploadPolicy {
		Assert.hasText(uploadStrategy, "'uploadStrategy' must not be empty");
		Assert.notNull(uploadMode, "'uploadMode' must not be null");
	}

	/**
	 * Return the default policy.
	 * @return the defaults
	 */
	public static UploadPolicy defaults() {
		return DEFAULTS;
	}

	/**
	 * Return this policy with or without uploading by itself.
	 * @param autoUpload whether to upload without being asked
	 * @return a changed copy
	 */
	public UploadPolicy withAutoUpload(boolean autoUpload) {
		return new UploadPolicy(autoUpload, this.uploadStrategy, this.uploadMode);
	}

	/**
	 * Return this policy with another form of storage.
	 * @param uploadMode the form
	 * @return a changed copy
	 */
	public UploadPolicy withUploadMode(UploadMode uploadMode) {
		return new UploadPolicy(this.autoUpload, this.uploadStrategy, uploadMode);
	}

}
