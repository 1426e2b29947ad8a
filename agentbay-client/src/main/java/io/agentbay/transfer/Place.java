package io.agentbay.transfer;

/**
 * A file in the file-transfer context of a session.
 *
 * @param contextId the context
 * @param path the path, in the session and in the context the same
 */
record Place(String contextId, String path) {
}
