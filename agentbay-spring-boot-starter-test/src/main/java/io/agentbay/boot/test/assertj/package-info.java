/**
 * AssertJ assertions about what AgentBay answers and receives.
 */
@NullMarked
package io.agentbay.boot.test.assertj;

import org.jspecify.annotations.NullMarked;
