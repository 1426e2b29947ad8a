package io.agentbay.local.action;

/**
 * A call that is refused.
 */
public final class ActionException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final String code;

	/**
	 * Refuse a call.
	 * @param status the HTTP status
	 * @param code the code in the answer
	 * @param message the message in the answer
	 */
	public ActionException(int status, String code, String message) {
		super(message);
		this.status = status;
		this.code = code;
	}

	static ActionException invalid(String parameter, String problem) {
		return new ActionException(400, "InvalidParameter", "Parameter " + parameter + " " + problem);
	}

	/**
	 * The HTTP status.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The code in the answer.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

}
