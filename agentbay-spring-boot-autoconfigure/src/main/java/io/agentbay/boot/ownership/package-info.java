/**
 * Keeps this instance of an application known to be alive, and ends the sessions of
 * instances that died.
 */
@NullMarked
package io.agentbay.boot.ownership;

import org.jspecify.annotations.NullMarked;
