package io.agentbay.local.store;

/**
 * Something that cannot be done with a context. Code and message are meant for the
 * caller.
 */
public final class ContextRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String code;

	/**
	 * Refuse something.
	 * @param code the code by which programs tell the reason
	 * @param message the reason
	 */
	public ContextRefusedException(String code, String message) {
		super(message);
		this.code = code;
	}

	static ContextRefusedException notFound(String context) {
		return new ContextRefusedException("Context.NotFound", "Context " + context + " is not found");
	}

	/**
	 * The code by which programs tell the reason.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

}
