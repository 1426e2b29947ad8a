/**
 * Faults that a test asks for on purpose.
 */
@NullMarked
package io.agentbay.local.fault;

import org.jspecify.annotations.NullMarked;
