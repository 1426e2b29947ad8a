/**
 * Time as the runtime sees it, so that a test can turn it.
 */
@NullMarked
package io.agentbay.local.clock;

import org.jspecify.annotations.NullMarked;
