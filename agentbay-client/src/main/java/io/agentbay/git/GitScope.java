package io.agentbay.git;

/**
 * Where a setting of git holds.
 */
public enum GitScope {

	/** In one repository. */
	LOCAL("--local"),

	/** In all repositories of the session's user. */
	GLOBAL("--global");

	private final String option;

	GitScope(String option) {
		this.option = option;
	}

	String option() {
		return this.option;
	}

}
