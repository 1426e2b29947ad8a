package io.agentbay.mobile;

import io.agentbay.blocking.Blocking;
import io.agentbay.context.ContextSync;

/**
 * Stores descriptions of phones that new phones can take over, waiting for each
 * operation. The blocking twin of {@link ReactiveMobileSimulateService}.
 */
public final class MobileSimulateService {

	private final ReactiveMobileSimulateService reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public MobileSimulateService(ReactiveMobileSimulateService reactive) {
		this.reactive = reactive;
	}

	/**
	 * Tell whether a context holds a description: action {@code DescribeContextFiles}.
	 * @param contextSync the context, and where it is mounted
	 * @return whether it does
	 * @throws IllegalArgumentException if there is no context
	 */
	public MobileInfoFoundResult hasMobileInfo(ContextSync contextSync) {
		return Blocking.await(this.reactive.hasMobileInfo(contextSync));
	}

	/**
	 * Store a description in a new context: actions {@code GetContext} and
	 * {@code GetContextFileUploadUrl}, and an HTTP PUT.
	 * @param json the description
	 * @return what to create a phone with
	 * @throws IllegalArgumentException if the description is not a JSON object or array,
	 * or is empty
	 */
	public MobileInfoResult uploadMobileInfo(String json) {
		return Blocking.await(this.reactive.uploadMobileInfo(json));
	}

	/**
	 * Store a description in a context of the application: action
	 * {@code GetContextFileUploadUrl} and an HTTP PUT.
	 * @param json the description
	 * @param contextSync the context, and where it is mounted
	 * @return what to create a phone with
	 * @throws IllegalArgumentException if the description is not a JSON object or array,
	 * or is empty, or there is no context
	 */
	public MobileInfoResult uploadMobileInfo(String json, ContextSync contextSync) {
		return Blocking.await(this.reactive.uploadMobileInfo(json, contextSync));
	}

}
