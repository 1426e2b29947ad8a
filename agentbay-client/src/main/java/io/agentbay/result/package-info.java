/**
 * Results: what an operation answers when the service answered.
 */
@NullMarked
package io.agentbay.result;

import org.jspecify.annotations.NullMarked;
