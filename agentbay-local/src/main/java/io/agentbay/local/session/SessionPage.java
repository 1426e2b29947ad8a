package io.agentbay.local.session;

import java.util.List;

/**
 * Part of a list of sessions.
 *
 * @param sessions the sessions on this page, oldest first
 * @param total how many there are on all pages
 * @param last whether no page follows
 */
public record SessionPage(List<Session> sessions, int total, boolean last) {
}
