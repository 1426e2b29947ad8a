package io.agentbay.skill;

/**
 * A skill.
 *
 * @param name its name
 * @param description what it is good for, empty if not told
 */
public record Skill(String name, String description) {
}
