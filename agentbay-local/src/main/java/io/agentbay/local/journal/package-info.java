/**
 * What arrived at the doors, for tests that ask how often something was called.
 */
@NullMarked
package io.agentbay.local.journal;

import org.jspecify.annotations.NullMarked;
