package io.agentbay.transport;

/**
 * Is told how far the transfer of a file is. Called by threads that move bytes, so it
 * must be quick; what it throws is logged and changes nothing.
 */
@FunctionalInterface
public interface TransferProgress {

	/**
	 * Bytes were moved.
	 * @param bytes how many so far
	 * @param total how many there are, -1 if that is not known
	 */
	void moved(long bytes, long total);

}
