package io.agentbay.local.sandbox;

/**
 * Takes what a program writes, as it is written. Called by one thread.
 */
@FunctionalInterface
public interface Output {

	/**
	 * Take some bytes.
	 * @param chunk a buffer, which is used again afterwards
	 * @param count how many of its bytes are meant, from its beginning
	 */
	void accept(byte[] chunk, int count);

}
