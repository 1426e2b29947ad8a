package io.agentbay.filesystem;

/**
 * An entry of a directory.
 *
 * @param name its name, without the directory's path
 * @param directory whether it is a directory itself
 */
public record DirectoryEntry(String name, boolean directory) {
}
