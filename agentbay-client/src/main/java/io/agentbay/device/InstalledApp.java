package io.agentbay.device;

import org.jspecify.annotations.Nullable;

/**
 * An application that is installed.
 *
 * @param name its name
 * @param startCommand what starts it, empty if not told
 * @param stopCommand what stops it, {@code null} if not told
 * @param workDirectory the directory that it is started in, {@code null} if not told
 */
public record InstalledApp(String name, String startCommand, @Nullable String stopCommand,
		@Nullable String workDirectory) {
}
