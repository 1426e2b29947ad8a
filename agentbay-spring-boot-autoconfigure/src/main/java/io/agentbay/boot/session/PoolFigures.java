package io.agentbay.boot.session;

/**
 * How a pool stands.
 *
 * @param idle how many sessions are ready
 * @param lent how many sessions are in use
 * @param pending how many wait for a session
 * @param max how many sessions there may be at once
 * @param created how many sessions were created since the start
 * @param discarded how many sessions were given up before they were used: too old, too
 * near their end, or found dead
 */
public record PoolFigures(int idle, int lent, int pending, int max, long created, long discarded) {

}
