package io.agentbay.context.policy;

/**
 * What becomes of stored files that were deleted in the session.
 *
 * @param syncLocalFile whether they are deleted in the storage too; default true
 */
public record DeletePolicy(boolean syncLocalFile) {

	/**
	 * Return the default policy.
	 * @return the defaults
	 */
	public static DeletePolicy defaults() {
		return new DeletePolicy(true);
	}

}
