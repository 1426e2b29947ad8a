package io.agentbay.filesystem;

/**
 * A change of a file or directory.
 *
 * @param type what happened
 * @param path to what, as the session sees it
 * @param directory whether it is a directory
 */
public record FileChangeEvent(FileChangeType type, String path, boolean directory) {
}
