package io.agentbay.result;

/**
 * Result of an operation that answers nothing but whether it succeeded.
 *
 * @param outcome how the operation ended
 */
public record OperationResult(Outcome outcome) implements Result<OperationResult> {
}
