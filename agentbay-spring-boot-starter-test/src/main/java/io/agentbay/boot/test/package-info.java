/**
 * Support for testing applications that use AgentBay.
 */
@NullMarked
package io.agentbay.boot.test;

import org.jspecify.annotations.NullMarked;
