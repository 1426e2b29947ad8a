/**
 * Volumes of the account.
 */
@NullMarked
package io.agentbay.volume;

import org.jspecify.annotations.NullMarked;
