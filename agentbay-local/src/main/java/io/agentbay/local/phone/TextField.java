package io.agentbay.local.phone;

/**
 * A text that is edited.
 */
final class TextField {

	private static final int MAX_LENGTH = 10_000;

	private final StringBuilder text = new StringBuilder();

	private final Runnable done;

	/**
	 * Begin empty.
	 * @param done what the enter key does
	 */
	TextField(Runnable done) {
		this.done = done;
	}

	String text() {
		return this.text.toString();
	}

	/**
	 * Write at its end.
	 * @return whether there was room
	 */
	boolean append(String more) {
		if (this.text.length() + more.length() > MAX_LENGTH) {
			return false;
		}
		this.text.append(more);
		return true;
	}

	void deleteLast() {
		if (!this.text.isEmpty()) {
			this.text.setLength(this.text.offsetByCodePoints(this.text.length(), -1));
		}
	}

	void clear() {
		this.text.setLength(0);
	}

	void done() {
		this.done.run();
	}

}
