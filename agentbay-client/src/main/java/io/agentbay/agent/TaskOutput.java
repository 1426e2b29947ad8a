package io.agentbay.agent;

/**
 * Something an agent said or thought while it did a task.
 *
 * @param content what it said, possibly empty
 * @param reasoning what it thought, possibly empty
 * @param timestamp when, in milliseconds since 1970; different for each output of a task
 */
public record TaskOutput(String content, String reasoning, long timestamp) {
}
