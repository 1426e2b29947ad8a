package io.agentbay.code;

/**
 * The error that ended a piece of code.
 *
 * @param name its name, such as {@code NameError}; {@code ExecutionError} if the image
 * does not tell
 * @param value its message
 * @param traceback where it happened, empty if the image does not tell
 */
public record CodeError(String name, String value, String traceback) {
}
