/**
 * Benchmarks of the client against the local runtime.
 */
@NullMarked
package io.agentbay.benchmark;

import org.jspecify.annotations.NullMarked;
