package io.agentbay.local.tool;

/**
 * A tool as it is offered.
 *
 * @param phone whether it is offered by the images of phones only
 * @param server the server it belongs to
 * @param name its name
 * @param nature what of it is real
 */
public record Offer(boolean phone, String server, String name, Nature nature) {
}
