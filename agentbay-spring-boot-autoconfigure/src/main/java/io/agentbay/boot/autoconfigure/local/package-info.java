/**
 * Auto-configuration of the local runtime.
 */
@NullMarked
package io.agentbay.boot.autoconfigure.local;

import org.jspecify.annotations.NullMarked;
