package io.agentbay.device;

/**
 * A process of an application.
 *
 * @param name its name, empty if not told
 * @param pid its number, 0 if not told
 * @param commandLine how it was started, empty if not told
 */
public record AppProcess(String name, long pid, String commandLine) {
}
