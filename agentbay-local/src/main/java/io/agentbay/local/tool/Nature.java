package io.agentbay.local.tool;

/**
 * What of an action or a tool of this runtime is real. The table in the README is made
 * from it.
 *
 * @param simulated whether the work is done on a model
 * @param remark what users have to know besides, in Markdown; may be empty
 */
public record Nature(boolean simulated, String remark) {

	/**
	 * It does what it does in the service, and there is no more to say.
	 */
	public static final Nature REAL = real("");

	/**
	 * It does what it does in the service.
	 * @param remark what users have to know besides
	 * @return the nature
	 */
	public static Nature real(String remark) {
		return new Nature(false, remark);
	}

	/**
	 * It behaves consistently, but what it works on is a model.
	 * @param remark what stands for what
	 * @return the nature
	 */
	public static Nature simulated(String remark) {
		return new Nature(true, remark);
	}

}
