package io.agentbay.boot.autoconfigure.local;

/**
 * The local runtime was asked for, but is not on the class path.
 */
final class LocalRuntimeNotFoundException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	LocalRuntimeNotFoundException() {
		super("The AgentBay local runtime is to be used, but is not on the class path");
	}

}
