package io.agentbay.local.action;

import java.time.InstantSource;

import io.agentbay.local.store.Networks;
import io.agentbay.local.store.Skills;
import io.agentbay.local.store.Volumes;

/**
 * What an account has besides sessions and contexts.
 *
 * @param networks its networks
 * @param skills its skills
 * @param volumes its volumes
 * @param clock tells the time
 */
public record Account(Networks networks, Skills skills, Volumes volumes, InstantSource clock) {
}
