/**
 * What a browser keeps in contexts: its profile, its extensions, its fingerprint.
 */
@NullMarked
package io.agentbay.context.browser;

import org.jspecify.annotations.NullMarked;
