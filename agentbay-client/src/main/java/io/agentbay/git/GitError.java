package io.agentbay.git;

/**
 * How a git command failed.
 *
 * @param failure why
 * @param exitCode its exit code
 * @param stderr what it wrote to its standard error
 */
public record GitError(GitFailure failure, int exitCode, String stderr) {
}
