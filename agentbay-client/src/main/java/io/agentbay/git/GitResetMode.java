package io.agentbay.git;

import java.util.Locale;

/**
 * What a reset does with staged changes and with files.
 */
public enum GitResetMode {

	/** Keeps both. */
	SOFT,

	/** Unstages, and keeps files. */
	MIXED,

	/** Loses both. */
	HARD,

	/** Loses staged changes, and keeps files that are not staged. */
	MERGE,

	/** Unstages, and refuses where a file would be lost. */
	KEEP;

	String option() {
		return "--" + name().toLowerCase(Locale.ROOT);
	}

}
