package io.agentbay.local.sandbox;

import java.nio.file.Path;

/**
 * Where a path of a session leads.
 *
 * @param name the absolute path as the session sees it, free of symbolic links
 * @param host the same place on the machine
 */
public record Location(String name, Path host) {
}
