package io.agentbay.agent;

/**
 * Answers what an agent asks its user, such as the code of a text message.
 */
@FunctionalInterface
public interface CallForUser {

	/**
	 * Answer a question. Called on a thread that may wait; the agent waits, too. When it
	 * throws, that is logged and the agent gets an empty answer.
	 * @param prompt the question
	 * @return the answer, possibly empty
	 */
	String answer(String prompt);

}
