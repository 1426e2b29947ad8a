/**
 * The phone of a session, which is simulated: no Android, but a model of a screen, a few
 * apps and a user interface that behaves consistently.
 */
@NullMarked
package io.agentbay.local.phone;

import org.jspecify.annotations.NullMarked;
