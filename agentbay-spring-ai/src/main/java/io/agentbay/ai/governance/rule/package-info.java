/**
 * Rules that allow tool calls, forbid them, or have a person asked.
 */
@NullMarked
package io.agentbay.ai.governance.rule;

import org.jspecify.annotations.NullMarked;
