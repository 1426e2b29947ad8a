/**
 * Support for ahead-of-time processing.
 */
@NullMarked
package io.agentbay.aot;

import org.jspecify.annotations.NullMarked;
