/**
 * Where a client's settings come from: code, environment, {@code .env} file, defaults.
 */
@NullMarked
package io.agentbay.settings;

import org.jspecify.annotations.NullMarked;
