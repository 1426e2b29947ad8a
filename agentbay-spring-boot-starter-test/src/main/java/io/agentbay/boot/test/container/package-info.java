/**
 * The local runtime in a container, for tests that use Testcontainers.
 */
@NullMarked
package io.agentbay.boot.test.container;

import org.jspecify.annotations.NullMarked;
