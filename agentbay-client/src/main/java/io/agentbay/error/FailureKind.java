package io.agentbay.error;

/**
 * Why the service refused an operation, independent of the wording and the codes of its
 * answer.
 */
public enum FailureKind {

	/**
	 * The session does not exist (any more).
	 */
	SESSION_GONE,

	/**
	 * Something other than the session does not exist: an action, a context, a network.
	 */
	NOT_FOUND,

	/**
	 * The service did not accept an argument.
	 */
	INVALID_ARGUMENT,

	/**
	 * Too many requests; trying again later may succeed.
	 */
	THROTTLED,

	/**
	 * A limit of the account is used up.
	 */
	QUOTA,

	/**
	 * The service, or a tool in the session, ran out of time.
	 */
	TIMEOUT,

	/**
	 * A tool in the session ran and reported a failure, for example a missing file.
	 */
	TOOL,

	/**
	 * Any other failure of the service.
	 */
	SERVICE

}
