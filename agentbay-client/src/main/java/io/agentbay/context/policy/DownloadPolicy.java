package io.agentbay.context.policy;

import org.springframework.util.Assert;

/**
 * How files get from the storage into the session.
 *
 * @param autoDownload whether they are downloaded without being asked for; default true
 * @param downloadStrategy when; {@code DownloadAsync}, while the session starts, is the
 * only strategy known
 */
public record DownloadPolicy(boolean autoDownload, String downloadStrategy) {

	private static final DownloadPolicy DEFAULTS = new DownloadPolicy(true, "DownloadAsync");

	public DownloadPolicy {
		Assert.hasText(downloadStrategy, "'downloadStrategy' must not be empty");
	}

	/**
	 * Return the default policy.
	 * @return the defaults
	 */
	public static DownloadPolicy defaults() {
		return DEFAULTS;
	}

	/**
	 * Return this policy with or without downloading by itself.
	 * @param autoDownload whether to download without being asked
	 * @return a changed copy
	 */
	public DownloadPolicy withAutoDownload(boolean autoDownload) {
		return new DownloadPolicy(autoDownload, this.downloadStrategy);
	}

}
