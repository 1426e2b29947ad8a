/**
 * What stands between a model and its tools: every call passes a chain of interceptors.
 */
@NullMarked
package io.agentbay.ai.governance;

import org.jspecify.annotations.NullMarked;
