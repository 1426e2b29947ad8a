package io.agentbay.transport;

/**
 * Makes sense of an answer.
 *
 * @param <T> what it is read into
 */
public interface ReplyReader<T> {

	/**
	 * Read an answer.
	 * @param reply the answer, whatever its status
	 * @return what it says
	 * @throws io.agentbay.error.InvalidReplyException if it is no valid reply
	 */
	T read(HttpReply reply);

	/**
	 * Return whether the service asks to come back later, because it is busy or
	 * throttles.
	 * @param reply the answer
	 * @param content what was read from it
	 * @return whether to come back
	 */
	boolean isBusy(HttpReply reply, T content);

}
