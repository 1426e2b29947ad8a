package io.agentbay.ai.governance.rule;

/**
 * Whether something is what a pattern means.
 */
enum Match {

	YES, NO,

	/** The text does not tell. */
	UNKNOWN;

	static Match of(boolean matches) {
		return matches ? YES : NO;
	}

	/** All of it must be: what is certain not to be decides. */
	Match and(Match other) {
		if (this == NO || other == NO) {
			return NO;
		}
		return (this == UNKNOWN || other == UNKNOWN) ? UNKNOWN : YES;
	}

	/** Any of it may be: what is certain to be decides. */
	Match or(Match other) {
		if (this == YES || other == YES) {
			return YES;
		}
		return (this == UNKNOWN || other == UNKNOWN) ? UNKNOWN : NO;
	}

}
