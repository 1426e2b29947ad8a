package io.agentbay.local.channel;

/**
 * The connection below a channel.
 */
public interface Wire {

	/**
	 * Send a frame, and wait while those before it have not been taken.
	 * @param frame the text
	 * @return false when the connection has closed
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	boolean send(String frame) throws InterruptedException;

	/**
	 * Send a frame unless too many before it have not been taken.
	 * @param frame the text
	 * @return whether it was sent
	 */
	boolean trySend(String frame);

	/**
	 * Close the connection.
	 * @param code the code of the close frame
	 * @param reason the reason in it
	 */
	void close(int code, String reason);

}
