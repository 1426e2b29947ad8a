/**
 * Who the runtime is to clients that speak https.
 */
@NullMarked
package io.agentbay.local.tls;

import org.jspecify.annotations.NullMarked;
