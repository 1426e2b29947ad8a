/**
 * Skills that sessions can be given.
 */
@NullMarked
package io.agentbay.skill;

import org.jspecify.annotations.NullMarked;
