/**
 * What conversations and users may spend on tool calls.
 */
@NullMarked
package io.agentbay.ai.governance.budget;

import org.jspecify.annotations.NullMarked;
