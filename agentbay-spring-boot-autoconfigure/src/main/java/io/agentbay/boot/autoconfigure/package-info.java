/**
 * Auto-configuration of the AgentBay client.
 */
@NullMarked
package io.agentbay.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
