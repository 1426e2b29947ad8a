package io.agentbay.context.policy;

/**
 * What becomes of archives that are downloaded into the session.
 *
 * @param extract whether they are unpacked; default true
 * @param deleteSrcFile whether the archive is deleted then; default true
 * @param extractToCurrentFolder whether they are unpacked beside the archive rather than
 * into a folder of their name; default false
 */
public record ExtractPolicy(boolean extract, boolean deleteSrcFile, boolean extractToCurrentFolder) {

	/**
	 * Return the default policy.
	 * @return the defaults
	 */
	public static ExtractPolicy defaults() {
		return new ExtractPolicy(true, true, false);
	}

}
