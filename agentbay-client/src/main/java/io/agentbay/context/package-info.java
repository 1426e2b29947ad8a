/**
 * Contexts: storage that outlives sessions, and how it gets into them and back.
 */
@NullMarked
package io.agentbay.context;

import org.jspecify.annotations.NullMarked;
